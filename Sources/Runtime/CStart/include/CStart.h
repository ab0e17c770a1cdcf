#pragma once

// Start code of the root task and of components. The kernel or the root task enters `_start` with one argument
// in its first argument register: the address of the bootinfo frame, or of the component's startup page.

/// The argument with which the program was started.
void *dddk_start_argument(void);

/// The first page behind the program, where the boot image's appended segment begins.
const void *dddk_image_end(void);

/// The program's first page.
const void *dddk_image_start(void);

#if !defined(__linux__) && !defined(__APPLE__) && defined(__aarch64__)
/// The processor's cycle counter (PMCCNTR_EL0); under QEMU's `-icount shift=0` it counts instructions.
///
/// Readable only in boot images that ask for it (`BootImage`, `userCycleCounter`); else it faults.
static inline unsigned long dddk_cycle_counter(void) {
  unsigned long count;
  __asm__ volatile("mrs %0, pmccntr_el0" : "=r"(count) : : "memory");
  return count;
}
#elif !defined(__linux__) && !defined(__APPLE__) && defined(__riscv)
/// The hart's cycle counter; under QEMU's `-icount shift=0` it counts instructions.
///
/// Readable only in boot images that ask for it (`BootImage`, `userCycleCounter`); else it faults.
static inline unsigned long dddk_cycle_counter(void) {
  unsigned long count;
  __asm__ volatile("rdcycle %0" : "=r"(count) : : "memory");
  return count;
}
#elif !defined(__linux__) && !defined(__APPLE__) && defined(__x86_64__)
/// The processor's time stamp counter; under QEMU's `-icount shift=0` it counts instructions.
static inline unsigned long dddk_cycle_counter(void) { return __builtin_ia32_rdtsc(); }
#else
/// On the host there is none.
static inline unsigned long dddk_cycle_counter(void) { return 0; }
#endif
