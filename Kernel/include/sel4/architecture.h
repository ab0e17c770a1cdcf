#pragma once

// The processor that is compiled for. The host's own processor does not count: the host model is
// AArch64's, or the one's that MODEL_RISCV64 or MODEL_X86_64 names.
#if defined(MODEL_RISCV64) || defined(__riscv) && !defined(__linux__)
#include <sel4/riscv64/architecture.h>
#elif defined(MODEL_X86_64) || defined(__x86_64__) && !defined(__linux__) && !defined(__APPLE__)
#include <sel4/x86_64/architecture.h>
#else
#include <sel4/aarch64/architecture.h>
#endif
