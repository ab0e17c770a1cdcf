#pragma once

#include <stdint.h>

// What RegisterAccess needs of the compiler and the processor, and Swift cannot say.

// An index, opaque to the optimiser where it is not known at compile time: with it, the addresses of a loop over an
// array of registers are calculated, and not counted up by the accesses themselves. A load or store that changes its
// base register cannot be emulated by a hypervisor that traps device accesses. No instruction comes of it.
static inline __attribute__((always_inline)) intptr_t device_element_index(intptr_t index) {
  if (__builtin_constant_p(index)) return index;
  __asm__("" : "+r"(index));
  return index;
}

// Accesses for x86-64, whose instructions take operands from memory: there volatile accesses of C become parts of the
// instructions around them, which the atomic ones that Swift's `_Volatile` makes do not.
#define DEVICE_ACCESS(bits) \
  static inline __attribute__((always_inline, swift_attr("unsafe"))) \
  uint##bits##_t device_load_##bits(uintptr_t address) { \
    return *(const volatile uint##bits##_t *)address; \
  } \
  static inline __attribute__((always_inline, swift_attr("unsafe"))) \
  void device_store_##bits(uintptr_t address, uint##bits##_t value) { \
    *(volatile uint##bits##_t *)address = value; \
  }
DEVICE_ACCESS(8)
DEVICE_ACCESS(16)
DEVICE_ACCESS(32)
DEVICE_ACCESS(64)
#undef DEVICE_ACCESS

// Orders all accesses to memory and devices before it before all those after it.
static inline __attribute__((always_inline)) void device_barrier(void) {
#if defined(__aarch64__)
  __asm__ volatile("dmb osh" ::: "memory");
#elif defined(__riscv)
  __asm__ volatile("fence iorw, iorw" ::: "memory");
#elif defined(__x86_64__)
  __asm__ volatile("mfence" ::: "memory");
#else
#error "no barrier for this processor"
#endif
}
