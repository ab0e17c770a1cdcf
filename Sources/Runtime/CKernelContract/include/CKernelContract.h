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
  /// Executes a breakpoint.
  DDDK_stepBreak = 5,
  /// Steps that one processor has: reads the bases of two segments and sets them anew; raises an interrupt by an
  /// instruction, for a vector of the kernel's, for one that is nobody's, and for the one that is ignored; reads an I/O
  /// port by itself.
  DDDK_stepBases = 6,
  DDDK_stepKernelInterrupt = 7,
  DDDK_stepNobodysInterrupt = 8,
  DDDK_stepSpuriousInterrupt = 9,
  DDDK_stepPort = 10,
};

/// Where a worker sees its block; its first argument.
unsigned long dddk_worker_block(long worker);

/// Where a worker begins, and where it goes on with its next step when it is started anew.
unsigned long dddk_worker_entry(void);

/// The address of the instruction that makes a step of this kind, and of what stands behind it.
unsigned long dddk_worker_instruction(long kind);
unsigned long dddk_worker_behind(long kind);

/// Word `index` of a worker's block, which both must be in range.
unsigned long dddk_worker_word(long worker, long index);
void dddk_worker_set_word(long worker, long index, unsigned long value);

/// How many steps have ended since this was last set.
unsigned long dddk_worker_order(void);
void dddk_worker_set_order(unsigned long order);

/// Keeps a byte of text; 0 if there is no room for it.
int dddk_text_keep(int byte);

/// The oldest byte that was kept, which is kept no longer; -1 if there is none.
int dddk_text_take(void);

// Labels of requests that the kernels answer and that the SeL4 module has no method for.
enum {
  SeL4_labelTCBCopyRegisters = (long)TCBCopyRegisters,
  SeL4_labelCNodeRotate = (long)CNodeRotate,
};

/// Which register of `seL4_UserContext` TCB_SetTLSBase sets.
enum { DDDK_contextThreadPointer = SeL4_userContextThreadPointer };

// What differs between processors, under names that all have; the host's model is AArch64's, or the one's that it is
// compiled for.
#if defined(MODEL_RISCV64) || defined(__riscv) && !defined(__linux__)
#include "contract-riscv64.h"
#elif defined(MODEL_X86_64) || defined(__x86_64__) && !defined(__linux__) && !defined(__APPLE__)
#include "contract-x86_64.h"
#else
#include "contract-aarch64.h"
#endif

static inline unsigned long dddk_region(void) { return DDDK_REGION; }
static inline unsigned long dddk_first_kernel_address(void) { return DDDK_FIRST_KERNEL_ADDRESS; }
static inline unsigned long dddk_address_between(void) { return DDDK_ADDRESS_BETWEEN; }
static inline unsigned long dddk_kernel_address(void) { return DDDK_KERNEL_ADDRESS; }
