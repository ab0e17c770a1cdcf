#pragma once

#include <stdint.h>

/// What the component holds, in C's words.
typedef struct {
  unsigned long notification, interrupt, peer, ports;
  uint16_t firstPort;
  /// Baud divisor of the device.
  uint16_t divisor;
  /// Bits of the notification's word: the supervisor's and the channel's.
  unsigned long controlBit, channelBit;
  /// The two rings, and how many bytes each holds.
  void *toClient, *fromClient;
  uint64_t capacity;
  /// The component's counters, in the order of the statistics page.
  uint64_t *statistics;
  /// The supervisor's word, and what it says to a component that is to measure.
  const volatile uint64_t *controlWord;
  uint64_t measure;
} PortDriver;

/// Drives a 16550 behind I/O ports as the generated driver does, for ever.
_Noreturn void port_driver_run(PortDriver driver);
