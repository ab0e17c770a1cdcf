#pragma once

// Labels of the messages that the kernel sends to a thread's fault endpoint, and their words. Manual,
// section 6.2. A reply with label 0 restarts the thread; its words replace the registers of the first words.
enum {
  seL4_Fault_NullFault = 0,
  seL4_Fault_CapFault = 1,
  seL4_Fault_UnknownSyscall = 2,
  seL4_Fault_UserException = 3,
  seL4_Fault_VMFault = 5,
};

enum {
  seL4_CapFault_IP = 0,
  seL4_CapFault_Addr = 1,
  seL4_CapFault_InRecvPhase = 2,
  seL4_CapFault_LookupFailureType = 3,
  seL4_CapFault_BitsLeft = 4,
  seL4_CapFault_DepthMismatch_BitsFound = 5,
  seL4_CapFault_GuardMismatch_GuardFound = 5,
  seL4_CapFault_GuardMismatch_BitsFound = 6,
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
