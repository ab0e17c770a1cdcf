#pragma once

// Ports, model-specific and control registers of x86-64 (Intel SDM, volumes 2 and 3).

#include <stdint.h>

DDDK_INLINE uint8_t dddk_in8(uint16_t port) {
  uint8_t value;
  __asm__ volatile("inb %1, %0" : "=a"(value) : "Nd"(port));
  return value;
}
DDDK_INLINE uint16_t dddk_in16(uint16_t port) {
  uint16_t value;
  __asm__ volatile("inw %1, %0" : "=a"(value) : "Nd"(port));
  return value;
}
DDDK_INLINE uint32_t dddk_in32(uint16_t port) {
  uint32_t value;
  __asm__ volatile("inl %1, %0" : "=a"(value) : "Nd"(port));
  return value;
}
DDDK_INLINE void dddk_out8(uint16_t port, uint8_t value) {
  __asm__ volatile("outb %0, %1" : : "a"(value), "Nd"(port));
}
DDDK_INLINE void dddk_out16(uint16_t port, uint16_t value) {
  __asm__ volatile("outw %0, %1" : : "a"(value), "Nd"(port));
}
DDDK_INLINE void dddk_out32(uint16_t port, uint32_t value) {
  __asm__ volatile("outl %0, %1" : : "a"(value), "Nd"(port));
}

DDDK_INLINE void dddk_write_register(uint32_t number, uint64_t value) {
  __asm__ volatile("wrmsr" : : "c"(number), "a"((uint32_t)value), "d"((uint32_t)(value >> 32)) : "memory");
}

/// The root table of the current address space, if it is another: loading it drops its translations.
DDDK_INLINE void dddk_set_table(uint64_t root) {
  uint64_t current;
  __asm__ volatile("movq %%cr3, %0" : "=r"(current));
  if (current != root) __asm__ volatile("movq %0, %%cr3" : : "r"(root) : "memory");
}
/// Drops the translations of the current address space, which are those of all: there are no tags.
DDDK_INLINE void dddk_invalidate_all(void) {
  uint64_t current;
  __asm__ volatile("movq %%cr3, %0\n\tmovq %0, %%cr3" : "=r"(current) : : "memory");
}
/// Drops those of the kernel too: CR4.PGE off and on.
DDDK_INLINE void dddk_invalidate_kernel(void) {
  uint64_t value;
  __asm__ volatile("movq %%cr4, %0" : "=r"(value));
  __asm__ volatile("movq %0, %%cr4" : : "r"(value & ~(1ull << 7)) : "memory");
  __asm__ volatile("movq %0, %%cr4" : : "r"(value) : "memory");
}
DDDK_INLINE void dddk_invalidate_page(uint64_t address) {
  __asm__ volatile("invlpg (%0)" : : "r"(address) : "memory");
}

/// The bases of the segments FS and GS, which user level sets itself too.
DDDK_INLINE uint64_t dddk_fs_base(void) {
  uint64_t value;
  __asm__ volatile("rdfsbase %0" : "=r"(value));
  return value;
}
DDDK_INLINE uint64_t dddk_gs_base(void) {
  uint64_t value;
  __asm__ volatile("rdgsbase %0" : "=r"(value));
  return value;
}
DDDK_INLINE void dddk_set_segment_bases(uint64_t fs, uint64_t gs) {
  __asm__ volatile("wrfsbase %0\n\twrgsbase %1" : : "r"(fs), "r"(gs));
}

/// Lets user level use floating point, or traps it: CR0.TS.
DDDK_INLINE void dddk_enable_floating_point(void) { __asm__ volatile("clts"); }
DDDK_INLINE void dddk_disable_floating_point(void) {
  uint64_t value;
  __asm__ volatile("movq %%cr0, %0\n\torq $8, %0\n\tmovq %0, %%cr0" : "=r"(value));
}
/// 512 bytes at `address`. Floating point is left enabled.
DDDK_INLINE void dddk_save_floating_point(uintptr_t address) {
  __asm__ volatile("clts\n\tfxsave64 (%0)" : : "r"(address) : "memory");
}
DDDK_INLINE void dddk_load_floating_point(uintptr_t address) {
  __asm__ volatile("clts\n\tfxrstor64 (%0)" : : "r"(address) : "memory");
}

DDDK_INLINE uint64_t dddk_fault_address(void) {
  uint64_t value;
  __asm__ volatile("movq %%cr2, %0" : "=r"(value));
  return value;
}

DDDK_INLINE uint64_t dddk_time_stamp(void) {
  uint32_t low;
  uint32_t high;
  __asm__ volatile("rdtsc" : "=a"(low), "=d"(high));
  return (uint64_t)high << 32 | low;
}

/// Copies upwards.
void dddk_copy(uintptr_t destination, uintptr_t source, uintptr_t size);

extern uint8_t dddk_syscall[];
extern uint8_t dddk_stubs[];
extern uint64_t dddk_interrupt_table[];
extern uint8_t dddk_allocated_ports[];
extern uint8_t dddk_interrupt_pins[];
extern uint8_t dddk_boot_chunks[];
extern uint64_t dddk_vector;
extern uint64_t dddk_platform[];

DDDK_INLINE uintptr_t dddk_syscall_address(void) { return (uintptr_t)dddk_syscall; }
DDDK_INLINE uintptr_t dddk_stubs_address(void) { return (uintptr_t)dddk_stubs; }
DDDK_INLINE uintptr_t dddk_interrupt_table_address(void) { return (uintptr_t)dddk_interrupt_table; }
DDDK_INLINE uintptr_t dddk_allocated_ports_address(void) { return (uintptr_t)dddk_allocated_ports; }
DDDK_INLINE uintptr_t dddk_interrupt_pins_address(void) { return (uintptr_t)dddk_interrupt_pins; }
DDDK_INLINE uintptr_t dddk_boot_chunks_address(void) { return (uintptr_t)dddk_boot_chunks; }
DDDK_INLINE uintptr_t dddk_platform_address(void) { return (uintptr_t)dddk_platform; }

/// The vector of the interrupt or exception that entered the kernel; 0 once it is taken.
DDDK_INLINE uint64_t dddk_current_vector(void) { return dddk_vector; }
DDDK_INLINE void dddk_take_vector(void) { dddk_vector = 0; }

/// The processor's 256 gates.
DDDK_INLINE void dddk_load_interrupt_table(void) {
  struct __attribute__((packed)) {
    uint16_t limit;
    uint64_t address;
  } place = {4095, (uint64_t)(uintptr_t)dddk_interrupt_table};
  __asm__ volatile("lidt %0" : : "m"(place));
}

/// Prints at the first serial port, as it is.
DDDK_INLINE void dddk_put_character(uint8_t character) {
  for (uint32_t tries = 0; tries < 1000000 && !(dddk_in8((uint16_t)DDDK_CONSOLE + 5) & 0x20); tries++) {
  }
  dddk_out8((uint16_t)DDDK_CONSOLE, character);
}
