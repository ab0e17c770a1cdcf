#pragma once

// memcpy, memmove, memset and memcmp for programs without a C library: compilers call them by name, so nothing
// is declared here. There is no malloc on purpose: a program that would allocate does not link.
