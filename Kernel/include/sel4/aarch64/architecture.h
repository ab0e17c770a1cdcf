#pragma once

// What the API leaves to the processor: AArch64 at EL1.

#include <sel4/words.h>

// Manual, sections 10.7 and 10.9; they go on where `invocation_labels.h` ends.
enum {
  ARMVSpaceClean_Data = 33,
  ARMVSpaceInvalidate_Data = 34,
  ARMVSpaceCleanInvalidate_Data = 35,
  ARMVSpaceUnify_Instruction = 36,
  ARMSMCCall = 37,
  ARMPageTableMap = 38,
  ARMPageTableUnmap = 39,
  ARMPageMap = 40,
  ARMPageUnmap = 41,
  ARMPageClean_Data = 42,
  ARMPageInvalidate_Data = 43,
  ARMPageCleanInvalidate_Data = 44,
  ARMPageUnify_Instruction = 45,
  ARMPageGetAddress = 46,
  ARMASIDControlMakePool = 47,
  ARMASIDPoolAssign = 48,
  ARMIRQIssueIRQHandlerTrigger = 49,
  ARMIRQIssueSGISignal = 50,
};

// Manual, section 2.4; they go on where `object_types.h` ends.
enum {
  seL4_ARM_HugePageObject = 5,
  seL4_ARM_VSpaceObject = 6,
  seL4_ARM_SmallPageObject = 7,
  seL4_ARM_LargePageObject = 8,
  seL4_ARM_PageTableObject = 9,
  seL4_ObjectTypeCount = 10,

  seL4_MaxUntypedBits = 47,
  seL4_NumASIDPoolsBits = 7,
};

/// A thread's registers, in the order in which they travel in messages. Manual, section 10.3 (TCB).
typedef struct seL4_UserContext_ {
  seL4_Word pc, sp, spsr, x0, x1, x2, x3, x4, x5, x6, x7, x8, x16, x17, x18, x29, x30;
  seL4_Word x9, x10, x11, x12, x13, x14, x15, x19, x20, x21, x22, x23, x24, x25, x26, x27, x28;
  seL4_Word tpidr_el0, tpidrro_el0;
} seL4_UserContext;

enum {
  seL4_UserContext_Length = 36,
};

// Attributes of a mapping, one bit each. Manual, section 7.2. Without the first, memory is Device-nGnRnE.
enum {
  seL4_ARM_PageCacheable = 1,
  seL4_ARM_ParityEnabled = 2,
  seL4_ARM_ExecuteNever = 4,
  seL4_ARM_Default_VMAttributes = 3,
};

// How an interrupt line asks: `seL4_IRQControl_GetTrigger`. Manual, section 8.1.
enum {
  seL4_ARM_IRQ_Level = 0,
  seL4_ARM_IRQ_Edge = 1,
};

enum {
  /// Words 0…7 are x0…x7.
  seL4_UnknownSyscall_X0 = 0,
  seL4_UnknownSyscall_FaultIP = 8,
  seL4_UnknownSyscall_SP = 9,
  seL4_UnknownSyscall_LR = 10,
  seL4_UnknownSyscall_SPSR = 11,
  seL4_UnknownSyscall_Syscall = 12,
  seL4_UnknownSyscall_Length = 13,
};

enum {
  seL4_UserException_FaultIP = 0,
  seL4_UserException_SP = 1,
  seL4_UserException_SPSR = 2,
  seL4_UserException_Number = 3,
  /// ESR_EL1.
  seL4_UserException_Code = 4,
  seL4_UserException_Length = 5,
};

enum {
  seL4_VMFault_IP = 0,
  seL4_VMFault_Addr = 1,
  /// 1 if the thread fetched an instruction there.
  seL4_VMFault_PrefetchFault = 2,
  /// ESR_EL1.
  seL4_VMFault_FSR = 3,
  seL4_VMFault_Length = 4,
};
