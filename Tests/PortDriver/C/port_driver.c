#include "CPortDriver.h"

#include "CSeL4.h"
#include "CStart.h"

// A 16550's driver as somebody writes it by hand, in C: the same accesses as the generated one makes, in the same
// order, over the same rings. What it takes for a byte is what the generated driver is held against.

#if !defined(__linux__) && !defined(__APPLE__) && defined(__x86_64__)

enum { RBR = 0, THR = 0, DLL = 0, IER = 1, DLM = 1, IIR = 2, FCR = 2, LCR = 3, MCR = 4, LSR = 5 };
enum { received = 1, transmitted = 2, framing = 4, parity = 5, breaks = 6, overruns = 7 };
enum { interrupts = 0, progress = 9, woken = 10, busy = 11 };

/// The words of a ring: the producer's line, then the consumer's, then its bytes.
typedef struct {
  _Atomic uint64_t produced, roomWanted;
  uint64_t unused[14];
  _Atomic uint64_t consumed, elementsWanted;
  uint64_t unusedToo[14];
  uint8_t bytes[];
} Ring;

static unsigned long message(unsigned long label, unsigned long words) { return label << 12 | words; }

static inline uint8_t in8(const PortDriver *d, int port) {
  SeL4Registers answer = SeL4_exchange(
      SeL4_systemCallCall,
      (SeL4Registers){.badge = d->ports, .info = message(SeL4_labelIOPortIn8, 1), .word0 = (uint16_t)(d->firstPort + port)});
  if (answer.info >> 12 != 0) __builtin_trap();
  return (uint8_t)answer.word0;
}

static inline void out8(const PortDriver *d, int port, uint8_t value) {
  SeL4Registers answer = SeL4_exchange(
      SeL4_systemCallCall,
      (SeL4Registers){
          .badge = d->ports, .info = message(SeL4_labelIOPortOut8, 2), .word0 = (uint16_t)(d->firstPort + port), .word1 = value});
  if (answer.info >> 12 != 0) __builtin_trap();
}

static void signal(const PortDriver *d) { SeL4_sendEmpty(SeL4_systemCallSend, d->peer, 0); }

static int receiveIsHeld, transmitIsEnabled;

static void enable(const PortDriver *d, uint8_t bit, int isOn) {
  uint8_t enabled = in8(d, IER);
  out8(d, IER, isOn ? enabled | bit : enabled & ~bit);
}

static void receive(const PortDriver *d) {
  Ring *ring = d->toClient;
  uint64_t mask = d->capacity - 1;
  for (;;) {
    uint64_t next = ring->produced, start = next, limit = ring->consumed + d->capacity;
    uint8_t status = 0;
    while (next != limit && (status = in8(d, LSR)) & 1) {
      uint8_t byte = in8(d, RBR);
      if (status & 0x1e) {
        d->statistics[framing] += status >> 3 & 1;
        d->statistics[parity] += status >> 2 & 1;
        d->statistics[breaks] += status >> 4 & 1;
        d->statistics[overruns] += status >> 1 & 1;
        if ((status & 0x1e) != 2) continue;
      }
      ring->bytes[next++ & mask] = byte;
    }
    if (next != start) {
      d->statistics[received] += next - start;
      ring->produced = next;
      if (ring->elementsWanted) {
        ring->elementsWanted = 0;
        signal(d);
      }
    }
    if (next != limit) {
      if (receiveIsHeld) enable(d, 1, 1);
      receiveIsHeld = 0;
      return;
    }
    ring->roomWanted = 1;
    if (ring->consumed + d->capacity == next) {
      if (!receiveIsHeld) enable(d, 1, 0);
      receiveIsHeld = 1;
      return;
    }
    ring->roomWanted = 0;
  }
}

static void transmit(const PortDriver *d) {
  Ring *ring = d->fromClient;
  uint64_t mask = d->capacity - 1;
  for (;;) {
    uint64_t next = ring->consumed, start = next, limit = ring->produced;
    while (next != limit && in8(d, LSR) & 0x20) out8(d, THR, ring->bytes[next++ & mask]);
    if (next != start) {
      d->statistics[transmitted] += next - start;
      ring->consumed = next;
      if (ring->roomWanted) {
        ring->roomWanted = 0;
        signal(d);
      }
    }
    if (next != limit) {
      if (!transmitIsEnabled) enable(d, 2, 1);
      transmitIsEnabled = 1;
      return;
    }
    ring->elementsWanted = 1;
    if (ring->produced == next) {
      if (transmitIsEnabled) enable(d, 2, 0);
      transmitIsEnabled = 0;
      return;
    }
    ring->elementsWanted = 0;
  }
}

static void acknowledge(const PortDriver *d) {
  SeL4_exchange(
      SeL4_systemCallCall, (SeL4Registers){.badge = d->interrupt, .info = message(SeL4_labelIRQAckIRQ, 0)});
}

_Noreturn void port_driver_run(PortDriver driver) {
  const PortDriver *d = &driver;
  out8(d, LCR, 0);
  out8(d, IER, 0);
  out8(d, MCR, 0);
  out8(d, LCR, 0x80);
  out8(d, DLL, driver.divisor & 0xff);
  out8(d, DLM, driver.divisor >> 8);
  out8(d, LCR, 3);
  out8(d, FCR, 0x85);
  out8(d, MCR, 0x0b);
  enable(d, 1, 1);
  receive(d);
  transmit(d);
  signal(d);
  acknowledge(d);
  int isMeasured = 0;
  for (;;) {
    unsigned long badge = SeL4_receive(SeL4_systemCallRecv, driver.notification).badge;
    if (isMeasured) driver.statistics[woken] = dddk_cycle_counter();
    if (badge & 0xff) {
      driver.statistics[interrupts] += 1;
      for (int round = 0; round < 16; round += 1) {
        uint8_t pending = in8(d, IIR);
        if (pending & 1) break;
        int cause = pending >> 1 & 7;
        if (cause == 2 || cause == 6) receive(d);
        if (cause == 1) transmit(d);
      }
      acknowledge(d);
    }
    if (badge & driver.channelBit) {
      if (receiveIsHeld) receive(d);
      transmit(d);
    }
    if (isMeasured) driver.statistics[busy] += dddk_cycle_counter() - driver.statistics[woken];
    if (badge & driver.controlBit) isMeasured = *driver.controlWord == driver.measure;
    driver.statistics[progress] = driver.statistics[received] + driver.statistics[transmitted];
  }
}

#else

_Noreturn void port_driver_run(PortDriver driver) { __builtin_trap(); }

#endif
