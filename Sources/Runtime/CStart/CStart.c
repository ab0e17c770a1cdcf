#include "CStart.h"

#if !defined(__linux__) && !defined(__APPLE__)

void *dddk_start_argument_word;

void *dddk_start_argument(void) { return dddk_start_argument_word; }

extern const char __image_start[];
extern const char __image_end[];

const void *dddk_image_start(void) { return __image_start; }

const void *dddk_image_end(void) { return __image_end; }

int main(int argc, char **argv);

/// What `_start` calls: a program's own, or by default its `main`.
__attribute__((weak)) void dddk_component_main(void *argument) {
  (void)argument;
  main(0, 0);
}

#else

// On the host nothing was started this way.
void *dddk_start_argument(void) { return 0; }
const void *dddk_image_start(void) { return 0; }
const void *dddk_image_end(void) { return 0; }

#endif
