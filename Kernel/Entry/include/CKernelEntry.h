#pragma once

// What Swift cannot say of the processor: system registers, barriers, device accesses. Each is one instruction or
// a few, and inlines. Numbers that the assembly and Swift share stand here; Swift tests hold them.

#define DDDK_REGISTERS_OFFSET 160
#define DDDK_FLOATING_POINT_OFFSET 464

#ifndef __ASSEMBLER__
#include <stdint.h>

// Always: C is compiled freestanding, and what may not call the library's builtins is not inlined into Swift, which may,
// unless it must be.
#define DDDK_INLINE static inline __attribute__((always_inline))

/// Where a thread's registers stand in its object.
enum { dddkRegistersOffset = DDDK_REGISTERS_OFFSET, dddkFloatingPointOffset = DDDK_FLOATING_POINT_OFFSET };

#if !defined(__linux__) && !defined(__APPLE__)

/// The board, as the Swift SDK says.
enum {
  dddkMemoryStart = (long)DDDK_MEMORY_START,
  dddkMemoryEnd = (long)DDDK_MEMORY_END,
  dddkInterruptFirst = (long)DDDK_INTERRUPT_FIRST,
  dddkInterruptLast = (long)DDDK_INTERRUPT_LAST,
  dddkTimerInterrupt = (long)DDDK_TIMER_INTERRUPT,
  dddkTimerFrequency = (long)DDDK_TIMER_FREQUENCY,
  dddkDevice0Start = (long)DDDK_DEVICE_0_START,
  dddkDevice0End = (long)DDDK_DEVICE_0_END,
  dddkDevice1Start = (long)DDDK_DEVICE_1_START,
  dddkDevice1End = (long)DDDK_DEVICE_1_END,
  dddkInterruptController = (long)DDDK_INTERRUPT_CONTROLLER,
  dddkInterruptInterface = (long)DDDK_INTERRUPT_INTERFACE,
  dddkConsole = (long)DDDK_CONSOLE,
  /// What the kernel adds to a physical address to see it.
  dddkWindow = (long)DDDK_WINDOW,
};

#if defined(__aarch64__)
#include "AArch64.h"
#elif defined(__riscv)
#include "RISCV64.h"
#elif defined(__x86_64__)
#include "X86_64.h"
#else
#error "no entry for this processor"
#endif


extern uint64_t dddk_kernel_state[];
extern uint64_t dddk_kernel_tables[];
extern uint64_t __image_start[];
extern uint64_t __image_end[];

/// Addresses of what the assembly and the linker lay out.
DDDK_INLINE uintptr_t dddk_state_address(void) { return (uintptr_t)dddk_kernel_state; }
DDDK_INLINE uintptr_t dddk_tables_address(void) { return (uintptr_t)dddk_kernel_tables; }
DDDK_INLINE uintptr_t dddk_image_start(void) { return (uintptr_t)__image_start; }
DDDK_INLINE uintptr_t dddk_image_end(void) { return (uintptr_t)__image_end; }

/// Device registers of 32 bits.
DDDK_INLINE uint32_t dddk_device_load(uintptr_t address) { return *(volatile uint32_t *)address; }
DDDK_INLINE void dddk_device_store(uintptr_t address, uint32_t value) {
  *(volatile uint32_t *)address = value;
}

/// Clears a range of whole, aligned double words.
void dddk_zero(uintptr_t address, uintptr_t size);

/// Saves the registers that `dddk_send` left alone in the caller's frame, and goes the general way.
uintptr_t dddk_send_otherwise(uintptr_t frame);

/// True the first time.
DDDK_INLINE _Bool dddk_enter_panic(void) {
  extern uint64_t dddk_has_failed[];
  return dddk_has_failed[0]++ == 0;
}

/// Stops for good: the kernel has a fault of its own.
_Noreturn void dddk_halt(void);

#endif
#endif
