#pragma once

// What the API leaves to the processor: RV64 with Sv39.

#include <sel4/words.h>

// Manual, section 10.9; they go on where `invocation_labels.h` ends.
enum {
  RISCVPageTableMap = 33,
  RISCVPageTableUnmap = 34,
  RISCVPageMap = 35,
  RISCVPageUnmap = 36,
  RISCVPageGetAddress = 37,
  RISCVASIDControlMakePool = 38,
  RISCVASIDPoolAssign = 39,
  RISCVIRQIssueIRQHandlerTrigger = 40,
};

// Manual, section 2.4; they go on where `object_types.h` ends. The root of an address space is a page table.
enum {
  seL4_RISCV_Giga_Page = 5,
  seL4_RISCV_4K_Page = 6,
  seL4_RISCV_Mega_Page = 7,
  seL4_RISCV_PageTableObject = 8,
  seL4_ObjectTypeCount = 9,

  seL4_MaxUntypedBits = 38,
  seL4_NumASIDPoolsBits = 7,
};

/// A thread's registers, in the order in which they travel in messages. Manual, section 10.3 (TCB).
typedef struct seL4_UserContext_ {
  seL4_Word pc, ra, sp, gp;
  seL4_Word s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11;
  seL4_Word a0, a1, a2, a3, a4, a5, a6, a7;
  seL4_Word t0, t1, t2, t3, t4, t5, t6, tp;
} seL4_UserContext;

enum {
  seL4_UserContext_Length = 32,
};

// Attributes of a mapping, one bit each. Manual, section 7.2. Whether memory is a device's is its address's own.
enum {
  seL4_RISCV_Default_VMAttributes = 0,
  seL4_RISCV_ExecuteNever = 1,
};

enum {
  seL4_UnknownSyscall_FaultIP = 0,
  seL4_UnknownSyscall_SP = 1,
  seL4_UnknownSyscall_RA = 2,
  /// Words 3…9 are a0…a6.
  seL4_UnknownSyscall_A0 = 3,
  seL4_UnknownSyscall_Syscall = 10,
  seL4_UnknownSyscall_Length = 11,
};

enum {
  seL4_UserException_FaultIP = 0,
  seL4_UserException_SP = 1,
  /// scause.
  seL4_UserException_Number = 2,
  seL4_UserException_Code = 3,
  seL4_UserException_Length = 4,
};

enum {
  seL4_VMFault_IP = 0,
  seL4_VMFault_Addr = 1,
  /// 1 if the thread fetched an instruction there.
  seL4_VMFault_PrefetchFault = 2,
  /// 1 for a fetch, 5 for a load, 7 for a store.
  seL4_VMFault_FSR = 3,
  seL4_VMFault_Length = 4,
};
