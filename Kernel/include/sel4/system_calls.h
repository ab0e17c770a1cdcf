#pragma once

// System-call numbers, negative, in the register that the processor has for it (x7, a7). Manual, section 10.2.
enum {
  seL4_SysCall = -1,
  seL4_SysReplyRecv = -2,
  seL4_SysSend = -3,
  seL4_SysNBSend = -4,
  seL4_SysRecv = -5,
  seL4_SysReply = -6,
  seL4_SysYield = -7,
  seL4_SysNBRecv = -8,
  /// Only in kernels built with printing; nothing of the kit depends on it.
  seL4_SysDebugPutChar = -9,
};
