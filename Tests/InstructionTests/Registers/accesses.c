#include <stdint.h>

// The accesses as a C driver writes them, with the base address known at run time.

#define REGISTER(base, offset) (*(volatile uint32_t *)((base) + (offset)))

uint32_t access_read(uintptr_t base) { return REGISTER(base, 0x40); }

void access_write(uintptr_t base, uint32_t value) { REGISTER(base, 0x44) = value; }

_Bool access_field_read(uintptr_t base) { return (REGISTER(base, 0x18) >> 5) & 1; }

uint32_t access_wide_field_read(uintptr_t base) { return (REGISTER(base, 0x2c) >> 5) & 3; }

void access_modify(uintptr_t base) { REGISTER(base, 0x30) |= 1; }

void access_modify_wide_field(uintptr_t base) {
  REGISTER(base, 0x2c) = (REGISTER(base, 0x2c) & ~(3u << 5)) | 2u << 5;
}

void access_write_fields(uintptr_t base) { REGISTER(base, 0x30) = 1u << 9 | 1u << 8 | 1u; }

void access_write_known_field(uintptr_t base, uint8_t value) { REGISTER(base, 0x00) = value; }

void access_clear_by_one(uintptr_t base) { REGISTER(base, 0x04) = 1u << 4; }

void access_clear_what_is_set(uintptr_t base) { REGISTER(base, 0x44) = REGISTER(base, 0x40); }

void access_poll_and_put(uintptr_t base, uint8_t value) {
  while (REGISTER(base, 0x18) & 1u << 5) {
  }
  REGISTER(base, 0x00) = value;
}

void access_increasing(uintptr_t base) {
  for (uintptr_t offset = 0x24; offset <= 0x38; offset += 4) REGISTER(base, offset) = 0;
}

uint32_t access_element_by_constant(uintptr_t base) { return REGISTER(base, 0x10 + 3 * 4); }

uint32_t access_element_by_index(uintptr_t base, intptr_t index) { return REGISTER(base, 0x10 + index * 4); }

uint32_t access_element_by_checked_index(uintptr_t base, uintptr_t index) {
  if (index >= 8) __builtin_trap();
  return REGISTER(base, 0x10 + index * 4);
}

void access_block_element_by_index(uintptr_t base, intptr_t index) { REGISTER(base, 0x100 + index * 32 + 4) = 0; }

uint32_t access_big_endian(uintptr_t base) { return __builtin_bswap32(REGISTER(base, 0x40)); }
