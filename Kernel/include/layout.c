#include <sel4/api.h>
#include <stddef.h>

// The layouts that a kernel and a root task of different origin must share, checked where they are defined.
_Static_assert(sizeof(seL4_IPCBuffer) == 1 << seL4_IPCBufferSizeBits, "IPC buffer");
_Static_assert(offsetof(seL4_IPCBuffer, msg) == 8, "IPC buffer");
_Static_assert(offsetof(seL4_IPCBuffer, caps_or_badges) == 976, "IPC buffer");
_Static_assert(offsetof(seL4_IPCBuffer, receiveDepth) == 1016, "IPC buffer");
_Static_assert(sizeof(seL4_UserContext) == 8 * seL4_UserContext_Length, "user context");
_Static_assert(offsetof(seL4_BootInfo, ipcBuffer) == 32, "bootinfo");
_Static_assert(offsetof(seL4_BootInfo, untyped) == 152, "bootinfo");
_Static_assert(offsetof(seL4_BootInfo, untypedList) == 168, "bootinfo");
_Static_assert(sizeof(seL4_BootInfo) <= 1 << seL4_BootInfoFrameBits, "bootinfo");
