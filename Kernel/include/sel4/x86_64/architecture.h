#pragma once

// What the API leaves to the processor: x86-64 with four levels of tables, huge pages and an I/O APIC.

#include <sel4/words.h>

// Manual, sections 10.5 and 10.6; they go on where `invocation_labels.h` ends. Those of an IOMMU are counted and not
// named.
enum {
  X86PDPTMap = 33,
  X86PDPTUnmap = 34,
  X86PageDirectoryMap = 35,
  X86PageDirectoryUnmap = 36,
  X86PageTableMap = 37,
  X86PageTableUnmap = 38,
  X86PageMap = 41,
  X86PageUnmap = 42,
  X86PageGetAddress = 44,
  X86ASIDControlMakePool = 45,
  X86ASIDPoolAssign = 46,
  X86IOPortControlIssue = 47,
  X86IOPortIn8 = 48,
  X86IOPortIn16 = 49,
  X86IOPortIn32 = 50,
  X86IOPortOut8 = 51,
  X86IOPortOut16 = 52,
  X86IOPortOut32 = 53,
  X86IRQIssueIRQHandlerIOAPIC = 54,
  X86IRQIssueIRQHandlerMSI = 55,
};

// Manual, section 2.4; they go on where `object_types.h` ends. Each level of tables is a type of its own.
enum {
  seL4_X86_PDPTObject = 5,
  seL4_X64_PML4Object = 6,
  seL4_X64_HugePageObject = 7,
  seL4_X86_4K = 8,
  seL4_X86_LargePageObject = 9,
  seL4_X86_PageTableObject = 10,
  seL4_X86_PageDirectoryObject = 11,
  seL4_X86_IOPageTableObject = 12,
  seL4_ObjectTypeCount = 13,

  seL4_MaxUntypedBits = 47,
  seL4_NumASIDPoolsBits = 3,
  seL4_PML4IndexBits = 9,
};

/// A thread's registers, in the order in which they travel in messages. Manual, section 10.3 (TCB).
typedef struct seL4_UserContext_ {
  seL4_Word rip, rsp, rflags, rax, rbx, rcx, rdx, rsi, rdi, rbp;
  seL4_Word r8, r9, r10, r11, r12, r13, r14, r15;
  seL4_Word fs_base, gs_base;
} seL4_UserContext;

enum {
  seL4_UserContext_Length = 20,
};

// How a mapping is cached: an index into the page attribute table. Manual, section 7.2. Every page may be executed.
enum {
  seL4_X86_Default_VMAttributes = 0,
  seL4_X86_WriteBack = 0,
  seL4_X86_WriteThrough = 1,
  seL4_X86_CacheDisabled = 2,
  seL4_X86_Uncacheable = 3,
  seL4_X86_WriteCombining = 4,
};

enum {
  /// Words 0…14 are rax, rbx, rcx, rdx, rsi, rdi, rbp and r8…r15.
  seL4_UnknownSyscall_RAX = 0,
  seL4_UnknownSyscall_FaultIP = 15,
  seL4_UnknownSyscall_SP = 16,
  seL4_UnknownSyscall_FLAGS = 17,
  seL4_UnknownSyscall_Syscall = 18,
  seL4_UnknownSyscall_Length = 19,
};

enum {
  seL4_UserException_FaultIP = 0,
  seL4_UserException_SP = 1,
  seL4_UserException_FLAGS = 2,
  /// The exception's vector.
  seL4_UserException_Number = 3,
  /// Its error code, or 0.
  seL4_UserException_Code = 4,
  seL4_UserException_Length = 5,
};

enum {
  seL4_VMFault_IP = 0,
  seL4_VMFault_Addr = 1,
  /// 1 if the thread fetched an instruction there.
  seL4_VMFault_PrefetchFault = 2,
  /// The page fault's error code: bit 1 says that it was a write.
  seL4_VMFault_FSR = 3,
  seL4_VMFault_Length = 4,
};
