#pragma once

// Start code of the root task and of components. The kernel or the root task enters `_start` with one argument
// in x0: the address of the bootinfo frame, or of the component's startup page.

/// The argument with which the program was started.
void *dddk_start_argument(void);

/// The first page behind the program, where the boot image's appended segment begins.
const void *dddk_image_end(void);

/// The program's first page.
const void *dddk_image_start(void);
