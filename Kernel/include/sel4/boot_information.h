#pragma once

#include <sel4/messages.h>
#include <sel4/words.h>

// What stands in the initial thread's CNode. Manual, section 9.1.
enum {
  seL4_CapNull = 0,
  seL4_CapInitThreadTCB = 1,
  seL4_CapInitThreadCNode = 2,
  seL4_CapInitThreadVSpace = 3,
  seL4_CapIRQControl = 4,
  seL4_CapASIDControl = 5,
  seL4_CapInitThreadASIDPool = 6,
  seL4_CapIOPortControl = 7,
  seL4_CapIOSpace = 8,
  seL4_CapBootInfoFrame = 9,
  seL4_CapInitThreadIPCBuffer = 10,
  seL4_CapDomain = 11,
  seL4_CapSMMUSIDControl = 12,
  seL4_CapSMMUCBControl = 13,
  seL4_CapInitThreadSC = 14,
  seL4_CapSMC = 15,
  seL4_NumInitialCaps = 16,
};

enum {
  /// The bootinfo frame is one page; extra chunks begin behind it.
  seL4_BootInfoFrameBits = 12,
  seL4_MaxBootInfoUntypeds = 230,
};

/// A range of slots in the initial thread's CNode; `end` is the first that is not part of it.
typedef struct seL4_SlotRegion {
  seL4_Word start;
  seL4_Word end;
} seL4_SlotRegion;

typedef struct seL4_UntypedDesc {
  seL4_Word paddr;
  uint8_t sizeBits;
  uint8_t isDevice;
  uint8_t padding[sizeof(seL4_Word) - 2];
} seL4_UntypedDesc;

/// What the kernel tells the initial thread, whose first argument points to it. Manual, section 9.2.
typedef struct seL4_BootInfo {
  /// Bytes of extra chunks behind the bootinfo frame.
  seL4_Word extraLen;
  seL4_Word nodeID;
  seL4_Word numNodes;
  seL4_Word numIOPTLevels;
  seL4_IPCBuffer *ipcBuffer;
  seL4_SlotRegion empty;
  seL4_SlotRegion sharedFrames;
  seL4_SlotRegion userImageFrames;
  seL4_SlotRegion userImagePaging;
  seL4_SlotRegion ioSpaceCaps;
  seL4_SlotRegion extraBIPages;
  seL4_Word initThreadCNodeSizeBits;
  seL4_Word initThreadDomain;
  seL4_SlotRegion untyped;
  seL4_UntypedDesc untypedList[seL4_MaxBootInfoUntypeds];
} seL4_BootInfo;

/// Begins every extra chunk; `len` counts this header.
typedef struct seL4_BootInfoHeader {
  seL4_Word id;
  seL4_Word len;
} seL4_BootInfoHeader;

enum {
  SEL4_BOOTINFO_HEADER_PADDING = 0,
  SEL4_BOOTINFO_HEADER_X86_VBE = 1,
  SEL4_BOOTINFO_HEADER_X86_MBMMAP = 2,
  SEL4_BOOTINFO_HEADER_X86_ACPI_RSDP = 3,
  SEL4_BOOTINFO_HEADER_X86_FRAMEBUFFER = 4,
  SEL4_BOOTINFO_HEADER_X86_TSC_FREQ = 5,
  SEL4_BOOTINFO_HEADER_FDT = 6,
};
