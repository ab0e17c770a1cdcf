/* A driver of the Arm PrimeCell UART (PL011), Arm DDI 0183G, as one writes it by hand: the registers, then probe,
 * start, stop, the interrupt and characters both ways. `dddk bench mutations` changes it token by token, to count what
 * a C compiler notices. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UART_DR 0x000u
#define UART_RSR 0x004u
#define UART_ECR 0x004u
#define UART_FR 0x018u
#define UART_ILPR 0x020u
#define UART_IBRD 0x024u
#define UART_FBRD 0x028u
#define UART_LCR_H 0x02cu
#define UART_CR 0x030u
#define UART_IFLS 0x034u
#define UART_IMSC 0x038u
#define UART_RIS 0x03cu
#define UART_MIS 0x040u
#define UART_ICR 0x044u
#define UART_DMACR 0x048u
#define UART_PCELLID0 0xff0u
#define UART_PCELLID1 0xff4u
#define UART_PCELLID2 0xff8u
#define UART_PCELLID3 0xffcu

#define DR_DATA 0xffu
#define DR_FE (1u << 8)
#define DR_PE (1u << 9)
#define DR_BE (1u << 10)
#define DR_OE (1u << 11)

#define FR_CTS (1u << 0)
#define FR_DSR (1u << 1)
#define FR_DCD (1u << 2)
#define FR_BUSY (1u << 3)
#define FR_RXFE (1u << 4)
#define FR_TXFF (1u << 5)
#define FR_RXFF (1u << 6)
#define FR_TXFE (1u << 7)
#define FR_RI (1u << 8)

#define LCR_H_BRK (1u << 0)
#define LCR_H_PEN (1u << 1)
#define LCR_H_EPS (1u << 2)
#define LCR_H_STP2 (1u << 3)
#define LCR_H_FEN (1u << 4)
#define LCR_H_WLEN_5 (0u << 5)
#define LCR_H_WLEN_6 (1u << 5)
#define LCR_H_WLEN_7 (2u << 5)
#define LCR_H_WLEN_8 (3u << 5)
#define LCR_H_SPS (1u << 7)

#define CR_UARTEN (1u << 0)
#define CR_SIREN (1u << 1)
#define CR_SIRLP (1u << 2)
#define CR_LBE (1u << 7)
#define CR_TXE (1u << 8)
#define CR_RXE (1u << 9)
#define CR_DTR (1u << 10)
#define CR_RTS (1u << 11)
#define CR_OUT1 (1u << 12)
#define CR_OUT2 (1u << 13)
#define CR_RTSEN (1u << 14)
#define CR_CTSEN (1u << 15)

#define IFLS_TX_EIGHTH (0u << 0)
#define IFLS_TX_HALF (2u << 0)
#define IFLS_RX_EIGHTH (0u << 3)
#define IFLS_RX_HALF (2u << 3)

#define INT_RI (1u << 0)
#define INT_CTS (1u << 1)
#define INT_DCD (1u << 2)
#define INT_DSR (1u << 3)
#define INT_RX (1u << 4)
#define INT_TX (1u << 5)
#define INT_RT (1u << 6)
#define INT_FE (1u << 7)
#define INT_PE (1u << 8)
#define INT_BE (1u << 9)
#define INT_OE (1u << 10)
#define INT_ALL 0x7ffu

#define DMACR_RXDMAE (1u << 0)
#define DMACR_TXDMAE (1u << 1)
#define DMACR_DMAONERR (1u << 2)

#define BAUD_MINIMUM 50u
#define BAUD_MAXIMUM 4000000u
#define DIVISOR_MINIMUM 64u
#define DIVISOR_MAXIMUM 4194303u
#define IDLE_POLLS 1000000u

struct uart_errors {
  uint32_t framing;
  uint32_t parity;
  uint32_t breaks;
  uint32_t overrun;
};

struct uart {
  volatile uint8_t *base;
  uint32_t clock;
  uint32_t baud;
  struct uart_errors errors;
};

static uint32_t uart_read(const struct uart *uart, uint32_t offset) {
  return *(const volatile uint32_t *)(const volatile void *)(uart->base + offset);
}

static void uart_write(const struct uart *uart, uint32_t offset, uint32_t value) {
  *(volatile uint32_t *)(volatile void *)(uart->base + offset) = value;
}

bool uart_probe(const struct uart *uart);
bool uart_start(struct uart *uart);
bool uart_stop(struct uart *uart);
bool uart_put(struct uart *uart, uint8_t byte);
bool uart_get(struct uart *uart, uint8_t *byte);
uint32_t uart_interrupt(struct uart *uart);

bool uart_probe(const struct uart *uart) {
  return uart_read(uart, UART_PCELLID0) == 0x0du && uart_read(uart, UART_PCELLID1) == 0xf0u
         && uart_read(uart, UART_PCELLID2) == 0x05u && uart_read(uart, UART_PCELLID3) == 0xb1u;
}

static bool uart_wait_idle(const struct uart *uart) {
  for (uint32_t poll = 0; poll < IDLE_POLLS; poll++) {
    if ((uart_read(uart, UART_FR) & FR_BUSY) == 0u) {
      return true;
    }
  }
  return false;
}

bool uart_start(struct uart *uart) {
  if (uart->baud < BAUD_MINIMUM || uart->baud > BAUD_MAXIMUM) {
    return false;
  }
  uint32_t divisor = (uart->clock * 4u + uart->baud / 2u) / uart->baud;
  if (divisor < DIVISOR_MINIMUM || divisor > DIVISOR_MAXIMUM) {
    return false;
  }
  uart_write(uart, UART_IMSC, 0u);
  uart_write(uart, UART_CR, uart_read(uart, UART_CR) & ~CR_UARTEN);
  if (!uart_wait_idle(uart)) {
    return false;
  }
  uart_write(uart, UART_IBRD, divisor / 64u);
  uart_write(uart, UART_FBRD, divisor % 64u);
  uart_write(uart, UART_LCR_H, LCR_H_WLEN_8 | LCR_H_FEN);
  uart_write(uart, UART_ICR, INT_ALL);
  uart_write(uart, UART_IFLS, IFLS_RX_HALF | IFLS_TX_EIGHTH);
  uart_write(uart, UART_CR, CR_RXE | CR_TXE | CR_UARTEN);
  uart_write(uart, UART_IMSC, INT_RX | INT_RT);
  return true;
}

bool uart_stop(struct uart *uart) {
  uart_write(uart, UART_IMSC, 0u);
  if (!uart_wait_idle(uart)) {
    return false;
  }
  uart_write(uart, UART_CR, 0u);
  return true;
}

bool uart_put(struct uart *uart, uint8_t byte) {
  if ((uart_read(uart, UART_FR) & FR_TXFF) != 0u) {
    uart_write(uart, UART_IMSC, uart_read(uart, UART_IMSC) | INT_TX);
    return false;
  }
  uart_write(uart, UART_DR, byte);
  return true;
}

bool uart_get(struct uart *uart, uint8_t *byte) {
  if ((uart_read(uart, UART_FR) & FR_RXFE) != 0u) {
    return false;
  }
  uint32_t word = uart_read(uart, UART_DR);
  if ((word & DR_FE) != 0u) {
    uart->errors.framing++;
  }
  if ((word & DR_PE) != 0u) {
    uart->errors.parity++;
  }
  if ((word & DR_BE) != 0u) {
    uart->errors.breaks++;
  }
  if ((word & DR_OE) != 0u) {
    uart->errors.overrun++;
  }
  *byte = (uint8_t)(word & DR_DATA);
  return true;
}

uint32_t uart_interrupt(struct uart *uart) {
  uint32_t pending = uart_read(uart, UART_MIS);
  uart_write(uart, UART_ICR, pending);
  if ((pending & INT_TX) != 0u) {
    uart_write(uart, UART_IMSC, uart_read(uart, UART_IMSC) & ~INT_TX);
  }
  return pending;
}
