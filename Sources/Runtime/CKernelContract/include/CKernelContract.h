#pragma once

// Threads of the kernel contract: each runs one loop of few instructions that takes step after step from memory, so that
// what a thread does is data, the same on a target and on the host's model of the kernel. And the numbers of the API that
// the contract asks of a kernel beyond those that the SeL4 module uses.

#include "CSeL4.h"

/// Bounds of the workers' memory.
enum {
  DDDK_workerCount = 4,
  /// Steps of one script.
  DDDK_workerSteps = 24,
  /// Words in front of a block's first step: the address of the step that comes next, and padding.
  DDDK_workerHeaderWords = 8,
  /// Words of a step: its kind, a system call's number, six registers in, the order in which it ended (0 while it has
  /// not), six registers out, padding.
  DDDK_workerStepWords = 16,
};

/// What a step does.
enum {
  DDDK_stepSystemCall = 0,
  /// Loads the word at the first register.
  DDDK_stepLoad = 1,
  /// Stores the second register at the first.
  DDDK_stepStore = 2,
  /// Jumps to the first register.
  DDDK_stepJump = 3,
  /// Executes what is no instruction.
  DDDK_stepTrap = 4,
};

/// Where a worker sees its block; its first argument.
unsigned long dddk_worker_block(long worker);

/// Where a worker begins, and where it goes on with its next step when it is started anew.
unsigned long dddk_worker_entry(void);

/// The address of the instruction that makes a step of this kind.
unsigned long dddk_worker_instruction(long kind);

/// Word `index` of a worker's block, which both must be in range.
unsigned long dddk_worker_word(long worker, long index);
void dddk_worker_set_word(long worker, long index, unsigned long value);

/// How many steps have ended since this was last set.
unsigned long dddk_worker_order(void);
void dddk_worker_set_order(unsigned long order);

// Labels of requests that the kernels answer and that the SeL4 module has no method for.
enum {
  SeL4_labelTCBCopyRegisters = (long)TCBCopyRegisters,
  SeL4_labelCNodeRotate = (long)CNodeRotate,
  SeL4_labelVSpaceCleanData = (long)ARMVSpaceClean_Data,
  SeL4_labelVSpaceInvalidateData = (long)ARMVSpaceInvalidate_Data,
  SeL4_labelVSpaceCleanInvalidateData = (long)ARMVSpaceCleanInvalidate_Data,
  SeL4_labelPageInvalidateData = (long)ARMPageInvalidate_Data,
};

/// Which word of a fault message holds the processor's state, of which kernels may differ in what no thread can see.
enum {
  DDDK_unknownSystemCallState = 11,
  DDDK_userExceptionState = 2,
};

/// Which register of `seL4_UserContext` is the processor's state, and those of its bits that are the kernel's own.
enum {
  DDDK_contextState = __builtin_offsetof(seL4_UserContext, spsr) / sizeof(seL4_Word),
  /// SError masked or not.
  DDDK_contextStateOwn = 0x100,
};

/// Which register of `seL4_UserContext` TCB_SetTLSBase sets.
enum { DDDK_contextThreadPointer = SeL4_userContextThreadPointer };

/// Addresses that no thread can have: the first behind the last page, and one of the kernel's.
#define DDDK_FIRST_KERNEL_ADDRESS 0x800000000000
#define DDDK_KERNEL_ADDRESS 0xffffff8040000000
static inline unsigned long dddk_first_kernel_address(void) { return DDDK_FIRST_KERNEL_ADDRESS; }
static inline unsigned long dddk_kernel_address(void) { return DDDK_KERNEL_ADDRESS; }

/// Words of an unknown system call's message: where the thread goes on, which the contract does not send back, and its
/// stack pointer.
enum {
  DDDK_unknownSystemCallNext = 10,
  DDDK_unknownSystemCallStack = 9,
};
