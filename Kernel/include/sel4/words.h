#pragma once

#include <stdint.h>

/// A machine word: what a message register, a badge or an address is.
typedef uint64_t seL4_Word;

/// A capability pointer: an address in the calling thread's CSpace. Manual, section 3.3.
typedef seL4_Word seL4_CPtr;

enum {
  seL4_WordSizeBits = 3,
  seL4_WordBits = 64,
};
