#pragma once

// What `seL4_Untyped_Retype` makes, but for memory and page tables, which differ between processors. Manual,
// sections 2.3 and 2.4.
enum {
  seL4_UntypedObject = 0,
  seL4_TCBObject = 1,
  seL4_EndpointObject = 2,
  seL4_NotificationObject = 3,
  seL4_CapTableObject = 4,
  seL4_NonArchObjectTypeCount = 5,
};

// Object sizes, as powers of two in bytes.
enum {
  /// A capability slot: a CNode of radix r takes 2^(r + 5) bytes.
  seL4_SlotBits = 5,
  seL4_TCBBits = 11,
  seL4_EndpointBits = 4,
  seL4_NotificationBits = 5,
  seL4_PageBits = 12,
  seL4_LargePageBits = 21,
  seL4_HugePageBits = 30,
  seL4_PageTableBits = 12,
  seL4_VSpaceBits = 12,
  seL4_ASIDPoolBits = 12,
  seL4_MinUntypedBits = 4,
};

enum {
  /// Address bits that one level of paging structures resolves.
  seL4_PageTableIndexBits = 9,
  seL4_VSpaceIndexBits = 9,
  seL4_ASIDPoolIndexBits = 9,
  /// The greatest number of objects one `seL4_Untyped_Retype` makes.
  seL4_RetypeFanOutLimit = 256,
};

// Thread priorities and flags. Manual, section 6.1.
enum {
  seL4_MinPrio = 0,
  seL4_MaxPrio = 255,
  seL4_TCBFlag_fpuDisabled = 1,
};
