#include "CMemory.h"

#if !defined(__linux__) && !defined(__APPLE__)

#include <stddef.h>
#include <stdint.h>

// Words are used only where both sides are aligned: the loader runs with the MMU off, where nothing else works.
// Built freestanding, so that the compiler does not turn these loops into calls of themselves; not unrolled,
// since every component carries them.

typedef uint64_t __attribute__((may_alias)) word;

#define NOT_UNROLLED _Pragma("clang loop unroll(disable)")

static int aligned(const void *a, const void *b) { return (((uintptr_t)a | (uintptr_t)b) & 7) == 0; }

void *memcpy(void *restrict destination, const void *restrict source, size_t count) {
  uint8_t *to = destination;
  const uint8_t *from = source;
  if (aligned(to, from)) {
    NOT_UNROLLED for (; count >= 8; count -= 8, to += 8, from += 8) *(word *)to = *(const word *)from;
  }
  NOT_UNROLLED for (; count > 0; count--) *to++ = *from++;
  return destination;
}

void *memmove(void *destination, const void *source, size_t count) {
  uint8_t *to = destination;
  const uint8_t *from = source;
  if (to == from) return destination;
  if ((uintptr_t)to - (uintptr_t)from >= count) return memcpy(destination, source, count);
  to += count;
  from += count;
  if (aligned(to, from)) {
    NOT_UNROLLED for (; count >= 8; count -= 8) {
      to -= 8;
      from -= 8;
      *(word *)to = *(const word *)from;
    }
  }
  NOT_UNROLLED for (; count > 0; count--) *--to = *--from;
  return destination;
}

void *memset(void *destination, int value, size_t count) {
  uint8_t *to = destination;
  NOT_UNROLLED for (; count > 0 && ((uintptr_t)to & 7) != 0; count--) *to++ = (uint8_t)value;
  word pattern = (uint8_t)value * 0x0101010101010101ull;
  NOT_UNROLLED for (; count >= 8; count -= 8, to += 8) *(word *)to = pattern;
  NOT_UNROLLED for (; count > 0; count--) *to++ = (uint8_t)value;
  return destination;
}

int memcmp(const void *left, const void *right, size_t count) {
  const uint8_t *a = left;
  const uint8_t *b = right;
  NOT_UNROLLED for (; count > 0; count--, a++, b++) {
    if (*a != *b) return *a - *b;
  }
  return 0;
}

#endif
