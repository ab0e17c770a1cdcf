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

// One access to a device register: of this width, never merged, dropped or moved past another.
//
// On x86-64 it is volatile, so that it becomes part of an instruction with an operand in memory, as an atomic one does not.
// Elsewhere it is relaxed and atomic besides, which keeps it from changing its base register.
#if defined(__x86_64__)
#define DEVICE_LOAD(pointer) (*(pointer))
#define DEVICE_STORE(pointer, value) (*(pointer) = (value))
#else
#define DEVICE_LOAD(pointer) __atomic_load_n(pointer, __ATOMIC_RELAXED)
#define DEVICE_STORE(pointer, value) __atomic_store_n(pointer, value, __ATOMIC_RELAXED)
#endif
#define DEVICE_ACCESS(bits) \
  static inline __attribute__((always_inline, swift_attr("unsafe"))) \
  uint##bits##_t device_load_##bits(uintptr_t address) { \
    return DEVICE_LOAD((const volatile uint##bits##_t *)address); \
  } \
  static inline __attribute__((always_inline, swift_attr("unsafe"))) \
  void device_store_##bits(uintptr_t address, uint##bits##_t value) { \
    DEVICE_STORE((volatile uint##bits##_t *)address, value); \
  }
DEVICE_ACCESS(8)
DEVICE_ACCESS(16)
DEVICE_ACCESS(32)
DEVICE_ACCESS(64)
#undef DEVICE_ACCESS
#undef DEVICE_LOAD
#undef DEVICE_STORE

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
