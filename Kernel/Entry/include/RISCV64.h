#pragma once

// Control and status registers, fences and firmware calls of RV64 (RISC-V Privileged Architecture 1.12; SBI 1.0).

#include <stdint.h>

/// The root table of the current address space with its ASID in bits 44 to 59, mode Sv39.
DDDK_INLINE void dddk_set_table(uint64_t root, uint64_t asid) {
  __asm__ volatile("csrw satp, %0" : : "r"((uint64_t)8 << 60 | asid << 44 | root >> 12) : "memory");
}

/// Makes written table entries visible to the table walker, and drops all translations.
DDDK_INLINE void dddk_publish_tables(void) { __asm__ volatile("sfence.vma" : : : "memory"); }

DDDK_INLINE void dddk_invalidate_asid(uint64_t asid) {
  __asm__ volatile("sfence.vma zero, %0" : : "r"(asid) : "memory");
}

DDDK_INLINE void dddk_invalidate_page(uint64_t asid, uint64_t address) {
  __asm__ volatile("sfence.vma %0, %1" : : "r"(address), "r"(asid) : "memory");
}

/// Lets user level use floating point, or traps it: sstatus.FS.
DDDK_INLINE void dddk_enable_floating_point(void) {
  __asm__ volatile("csrs sstatus, %0" : : "r"((uint64_t)3 << 13));
}
DDDK_INLINE void dddk_disable_floating_point(void) {
  __asm__ volatile("csrc sstatus, %0" : : "r"((uint64_t)3 << 13));
}
/// The 32 registers and fcsr, to and from 264 bytes at `address`. Floating point is left enabled.
void dddk_save_floating_point(uintptr_t address);
void dddk_load_floating_point(uintptr_t address);

DDDK_INLINE uint64_t dddk_exception_cause(void) {
  uint64_t value;
  __asm__ volatile("csrr %0, scause" : "=r"(value));
  return value;
}
DDDK_INLINE uint64_t dddk_exception_address(void) {
  uint64_t value;
  __asm__ volatile("csrr %0, sepc" : "=r"(value));
  return value;
}
DDDK_INLINE uint64_t dddk_fault_address(void) {
  uint64_t value;
  __asm__ volatile("csrr %0, stval" : "=r"(value));
  return value;
}

/// Interrupts that wait: bit 5 the timer's, bit 9 the controller's.
DDDK_INLINE uint64_t dddk_pending_interrupts(void) {
  uint64_t value;
  __asm__ volatile("csrr %0, sip" : "=r"(value));
  return value;
}
DDDK_INLINE void dddk_enable_interrupts(uint64_t bits) { __asm__ volatile("csrs sie, %0" : : "r"(bits)); }
DDDK_INLINE void dddk_disable_interrupts(uint64_t bits) { __asm__ volatile("csrc sie, %0" : : "r"(bits)); }

DDDK_INLINE uint64_t dddk_time(void) {
  uint64_t value;
  __asm__ volatile("csrr %0, time" : "=r"(value));
  return value;
}

/// A call of the firmware with one argument. It changes a0 and a1 alone.
DDDK_INLINE void dddk_firmware(uint64_t extension, uint64_t function, uint64_t argument) {
  register uint64_t a0 __asm__("a0") = argument;
  register uint64_t a1 __asm__("a1") = 0;
  register uint64_t a6 __asm__("a6") = function;
  register uint64_t a7 __asm__("a7") = extension;
  __asm__ volatile("ecall" : "+r"(a0), "+r"(a1) : "r"(a6), "r"(a7) : "memory");
}

/// Interrupts once the time is there: extension TIME.
DDDK_INLINE void dddk_set_timer(uint64_t time) { dddk_firmware(0x54494d45, 0, time); }

/// Prints where the firmware prints: the legacy extension's `sbi_console_putchar`.
DDDK_INLINE void dddk_put_character(uint8_t character) { dddk_firmware(1, 0, character); }
