#pragma once

// System registers, barriers and caches of AArch64 (Arm ARM DDI 0487).

#include <stdint.h>

/// The user's translation table base with its ASID in bits 48 to 63; in force when the kernel is left.
DDDK_INLINE void dddk_set_user_table(uint64_t value) {
  __asm__ volatile("msr ttbr0_el1, %0" : : "r"(value) : "memory");
}

/// The kernel's translation table base; what the translation buffers hold of the old one goes.
DDDK_INLINE void dddk_set_kernel_table(uint64_t value) {
  __asm__ volatile("dsb ish\n msr ttbr1_el1, %0\n isb\n tlbi vmalle1\n dsb nsh\n isb" : : "r"(value) : "memory");
}

/// Makes written table entries visible to the table walker.
DDDK_INLINE void dddk_publish_tables(void) { __asm__ volatile("dsb ishst\n isb" : : : "memory"); }

DDDK_INLINE void dddk_invalidate_asid(uint64_t asid) {
  __asm__ volatile("dsb ishst\n tlbi aside1, %0\n dsb ish\n isb" : : "r"(asid << 48) : "memory");
}

DDDK_INLINE void dddk_invalidate_page(uint64_t asid, uint64_t address) {
  __asm__ volatile("dsb ishst\n tlbi vae1, %0\n dsb ish\n isb"
                   :
                   : "r"(asid << 48 | (address >> 12 & 0xfffffffffff))
                   : "memory");
}

DDDK_INLINE uint64_t dddk_thread_pointer(void) {
  uint64_t value;
  __asm__ volatile("mrs %0, tpidr_el0" : "=r"(value));
  return value;
}

DDDK_INLINE void dddk_set_thread_pointers(uint64_t value, uint64_t readOnly) {
  __asm__ volatile("msr tpidr_el0, %0\n msr tpidrro_el0, %1" : : "r"(value), "r"(readOnly));
}

/// Lets user level use floating point, or traps it. The kernel itself may always, and never does but to save.
DDDK_INLINE void dddk_enable_floating_point(void) {
  __asm__ volatile("msr cpacr_el1, %0" : : "r"((uint64_t)3 << 20));
}
DDDK_INLINE void dddk_disable_floating_point(void) {
  __asm__ volatile("msr cpacr_el1, %0" : : "r"((uint64_t)1 << 20));
}
/// The 32 vector registers, status and control, to and from 528 bytes at `address`.
void dddk_save_floating_point(uintptr_t address);
void dddk_load_floating_point(uintptr_t address);

DDDK_INLINE uint64_t dddk_exception_syndrome(void) {
  uint64_t value;
  __asm__ volatile("mrs %0, esr_el1" : "=r"(value));
  return value;
}
DDDK_INLINE uint64_t dddk_fault_address(void) {
  uint64_t value;
  __asm__ volatile("mrs %0, far_el1" : "=r"(value));
  return value;
}

/// Where the exception happened.
DDDK_INLINE uint64_t dddk_exception_address(void) {
  uint64_t value;
  __asm__ volatile("mrs %0, elr_el1" : "=r"(value));
  return value;
}

/// The virtual timer, which interrupts when its countdown ends.
DDDK_INLINE uint64_t dddk_timer_frequency(void) {
  uint64_t value;
  __asm__ volatile("mrs %0, cntfrq_el0" : "=r"(value));
  return value;
}
DDDK_INLINE void dddk_start_timer(uint64_t ticks) {
  __asm__ volatile("msr cntv_tval_el0, %0\n msr cntv_ctl_el0, %1" : : "r"(ticks), "r"((uint64_t)1));
}
/// User level sees neither the counters nor the timers.
DDDK_INLINE void dddk_hide_timers(void) { __asm__ volatile("msr cntkctl_el1, xzr"); }

/// Bits of physical addresses that the processor has (ID_AA64MMFR0_EL1.PARange).
DDDK_INLINE uint64_t dddk_physical_address_bits(void) {
  uint64_t value;
  __asm__ volatile("mrs %0, id_aa64mmfr0_el1" : "=r"(value));
  switch (value & 15) {
  case 0: return 32;
  case 1: return 36;
  case 2: return 40;
  case 3: return 42;
  default: return 44;
  }
}

/// This processor's affinity, as GICD_IROUTER has it: MPIDR_EL1 without its other bits.
DDDK_INLINE uint64_t dddk_affinity(void) {
  uint64_t value;
  __asm__ volatile("mrs %0, mpidr_el1" : "=r"(value));
  return value & 0xff00ffffff;
}

/// The system registers of a GICv3 (IHI 0069, 12.2), by their encodings: ICC_SRE_EL1, ICC_PMR_EL1, ICC_BPR1_EL1,
/// ICC_CTLR_EL1, ICC_IGRPEN1_EL1. An end of interrupt drops the priority and deactivates.
DDDK_INLINE void dddk_start_interrupt_interface(void) {
  __asm__ volatile("msr s3_0_c12_c12_5, %0\n isb" : : "r"((uint64_t)1));
  __asm__ volatile("msr s3_0_c4_c6_0, %0" : : "r"((uint64_t)0xf0));
  __asm__ volatile("msr s3_0_c12_c12_3, %0" : : "r"((uint64_t)3));
  __asm__ volatile("msr s3_0_c12_c12_4, xzr\n msr s3_0_c12_c12_7, %0\n isb" : : "r"((uint64_t)1));
}

/// ICC_IAR1_EL1. The barrier lets the acknowledgement reach the controller before the interrupts are on again.
DDDK_INLINE uint64_t dddk_acknowledge_interrupt(void) {
  uint64_t value;
  __asm__ volatile("mrs %0, s3_0_c12_c12_0\n dsb sy" : "=r"(value) : : "memory");
  return value;
}
/// ICC_EOIR1_EL1.
DDDK_INLINE void dddk_end_interrupt(uint64_t number) {
  __asm__ volatile("msr s3_0_c12_c12_1, %0\n isb" : : "r"(number) : "memory");
}
/// ICC_HPPIR1_EL1.
DDDK_INLINE uint64_t dddk_pending_interrupt(void) {
  uint64_t value;
  __asm__ volatile("mrs %0, s3_0_c12_c12_2" : "=r"(value));
  return value;
}

/// Cache operations on the lines, of at least 16 bytes, of a range. The step is the smallest that the
/// architecture allows, so that no line is missed.
enum { dddkLineStep = 16 };
DDDK_INLINE void dddk_clean(uintptr_t start, uintptr_t end) {
  for (; start < end; start += dddkLineStep) __asm__ volatile("dc cvac, %0" : : "r"(start) : "memory");
  __asm__ volatile("dsb sy" : : : "memory");
}
DDDK_INLINE void dddk_clean_invalidate(uintptr_t start, uintptr_t end) {
  for (; start < end; start += dddkLineStep) __asm__ volatile("dc civac, %0" : : "r"(start) : "memory");
  __asm__ volatile("dsb sy" : : : "memory");
}
DDDK_INLINE void dddk_unify(uintptr_t start, uintptr_t end) {
  for (uintptr_t line = start; line < end; line += dddkLineStep)
    __asm__ volatile("dc cvau, %0" : : "r"(line) : "memory");
  __asm__ volatile("dsb ish" : : : "memory");
  for (uintptr_t line = start; line < end; line += dddkLineStep)
    __asm__ volatile("ic ivau, %0" : : "r"(line) : "memory");
  __asm__ volatile("dsb ish\n isb" : : : "memory");
}

/// Prints at the board's serial port, as it is.
DDDK_INLINE void dddk_put_character(uint8_t character) {
  *(volatile uint32_t *)((uintptr_t)DDDK_WINDOW + DDDK_CONSOLE) = character;
}
