#pragma once

// The label of a reply to an invocation: 0, or why the kernel refused. Manual, section 10.1; the words that
// follow are the evidence:
//   InvalidArgument, InvalidCapability: which argument or capability, counted from 0
//   RangeError: least and greatest value allowed
//   FailedLookup: 1 if it was the source, then a lookup failure (below)
//   NotEnoughMemory: bytes left in the untyped
enum {
  seL4_NoError = 0,
  seL4_InvalidArgument = 1,
  seL4_InvalidCapability = 2,
  seL4_IllegalOperation = 3,
  seL4_RangeError = 4,
  seL4_AlignmentError = 5,
  seL4_FailedLookup = 6,
  seL4_TruncatedMessage = 7,
  seL4_DeleteFirst = 8,
  seL4_RevokeFirst = 9,
  seL4_NotEnoughMemory = 10,
  seL4_NumErrors = 11,
};

// Why a capability pointer did not resolve, and the words that follow. Manual, section 3.4.
enum {
  seL4_NoFailure = 0,
  /// The root of the CSpace or VSpace is no CNode or VSpace; nothing follows.
  seL4_InvalidRoot = 1,
  /// The slot is empty; bits left to resolve.
  seL4_MissingCapability = 2,
  /// The address ends inside a CNode, or goes on behind one; bits left, bits the CNode needs.
  seL4_DepthMismatch = 3,
  /// The address disagrees with a guard; bits left, the guard, its size in bits.
  seL4_GuardMismatch = 4,
};
