// What the contract knows of AArch64, and of the board that it is recorded on.

enum {
  // Labels of requests that the SeL4 module has no method for.
  SeL4_labelVSpaceCleanData = (long)ARMVSpaceClean_Data,
  SeL4_labelVSpaceInvalidateData = (long)ARMVSpaceInvalidate_Data,
  SeL4_labelVSpaceCleanInvalidateData = (long)ARMVSpaceCleanInvalidate_Data,
  SeL4_labelPageInvalidateData = (long)ARMPageInvalidate_Data,

  // Which words of fault messages and which register of `seL4_UserContext` hold the processor's state, of which kernels
  // may differ in what no thread can see; and those of its bits that are the kernel's own: SError masked or not.
  DDDK_unknownSystemCallState = 11,
  DDDK_userExceptionState = 2,
  DDDK_contextState = __builtin_offsetof(seL4_UserContext, spsr) / sizeof(seL4_Word),
  DDDK_contextStateOwn = 0x100,

  // Words of an unknown system call's message: the first of its registers, the stack pointer, and how many the contract
  // sends back, which ends before the register that an exception return may change.
  DDDK_unknownSystemCallFirst = 0,
  DDDK_unknownSystemCallStack = 9,
  DDDK_unknownSystemCallReply = 10,

  // What there is, and what there is not.
  DDDK_hasCacheCalls = 1,
  DDDK_tellsFaultLevels = 1,
  DDDK_mapsOverPages = 1,
  DDDK_rootIsPageTable = 0,
  DDDK_firstInterrupt = 0,
  DDDK_keepsInterrupts = 0,

  // Interrupts: the kernel's own, and a row of such that no device raises.
  DDDK_kernelInterrupt = 27,
  DDDK_idleInterrupt = 100,
  DDDK_idleInterrupts = 80,
};

// Addresses that no thread can have: the first behind the last page, one that is on nobody's side, one of the kernel's.
#define DDDK_FIRST_KERNEL_ADDRESS 0x800000000000
#define DDDK_ADDRESS_BETWEEN 0x800000000000
#define DDDK_KERNEL_ADDRESS 0xffffff8040000000
