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
