#pragma once

#include <sel4/words.h>

// A message's first word (message info), in a register of its own:
//   bits 0…6 length in words, 7…8 extra capabilities, 9…11 capabilities unwrapped, 12…63 label.
// Words 0…3 travel in the registers behind it, the rest in the IPC buffer. Manual, section 4.1.
enum {
  seL4_MsgLengthBits = 7,
  seL4_MsgExtraCapBits = 2,
  seL4_MsgCapsUnwrappedBits = 3,
  seL4_MsgLabelShift = 12,
  seL4_MsgMaxLength = 120,
  seL4_MsgMaxExtraCaps = 3,
  seL4_FastMessageRegisters = 4,
  seL4_IPCBufferSizeBits = 10,
};

/// What a thread shares with the kernel for the part of a message that does not fit in registers.
typedef struct seL4_IPCBuffer_ {
  seL4_Word tag;
  seL4_Word msg[seL4_MsgMaxLength];
  seL4_Word userData;
  /// Capabilities to send; after a receive, the badges of those that were unwrapped.
  seL4_Word caps_or_badges[seL4_MsgMaxExtraCaps];
  seL4_CPtr receiveCNode;
  seL4_CPtr receiveIndex;
  seL4_Word receiveDepth;
} seL4_IPCBuffer;

// Rights of a capability, one bit each. Manual, section 3.1.
enum {
  seL4_CapRight_Write = 1,
  seL4_CapRight_Read = 2,
  seL4_CapRight_Grant = 4,
  seL4_CapRight_GrantReply = 8,
  seL4_CapRightsBits = 4,
};

// A CNode capability's guard travels in a word: bits 0…5 its size in bits, 6…63 its value.
enum {
  seL4_CNode_GuardSizeBits = 6,
};
