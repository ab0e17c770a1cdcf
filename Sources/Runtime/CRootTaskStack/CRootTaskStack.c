#include "CRootTaskStack.h"

#if !defined(__linux__) && !defined(__APPLE__)

/// Bytes of the root task's stack.
enum { rootTaskStackSize = 512 * 1024 };

static char stack[rootTaskStackSize] __attribute__((aligned(4096), used));

__asm__(".global dddk_initial_stack_top\n"
        ".set dddk_initial_stack_top, stack + 524288\n");

#endif
