// Kernel, root task and components in one bootable file.
