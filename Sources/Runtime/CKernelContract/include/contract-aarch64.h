// What the contract knows of AArch64, and of the board that it is recorded on.

enum {
  // Labels of requests that the SeL4 module has no method for.
  SeL4_labelVSpaceCleanData = (long)ARMVSpaceClean_Data,
  SeL4_labelVSpaceInvalidateData = (long)ARMVSpaceInvalidate_Data,
  SeL4_labelVSpaceCleanInvalidateData = (long)ARMVSpaceCleanInvalidate_Data,
  SeL4_labelPageInvalidateData = (long)ARMPageInvalidate_Data,

  // Tables are of one type, interrupts have numbers, and there are no I/O ports.
  SeL4_labelUpperTableUnmap = 0,
  SeL4_labelMiddleTableUnmap = 0,
  SeL4_labelIRQIssueIRQHandlerMSI = 0,
  SeL4_objectDeviceTable = 0,

  // Which words of fault messages and which register of `seL4_UserContext` hold the processor's state, of which kernels
  // may differ in what no thread can see; and those of its bits that are the kernel's own: SError masked or not.
  DDDK_unknownSystemCallState = 11,
  DDDK_userExceptionState = 2,
  DDDK_contextState = __builtin_offsetof(seL4_UserContext, spsr) / sizeof(seL4_Word),
  DDDK_contextStateOwn = 0x100,

  // Words of an unknown system call's message: the first of its registers, the stack pointer, and how many the contract
  // sends back, which ends before the register that an exception return may change; and, as bits, those that the worker
  // needs as they are, and those that the instruction itself overwrites, of which what is told is each kernel's own.
  DDDK_unknownSystemCallFirst = 0,
  DDDK_unknownSystemCallStack = 9,
  DDDK_unknownSystemCallReply = 10,
  DDDK_unknownSystemCallOwn = 0,
  DDDK_unknownSystemCallLost = 0,

  // What there is, and what there is not.
  DDDK_hasCacheCalls = 1,
  DDDK_tellsFaultLevels = 1,
  DDDK_mapsOverPages = 1,
  DDDK_rootIsPageTable = 0,
  DDDK_firstInterrupt = 0,
  DDDK_keepsInterrupts = 0,
  DDDK_hasTableTypes = 0,
  DDDK_takesPins = 0,
  DDDK_hasExecuteNever = 1,

  // Interrupts: the kernel's own, and a row of such that no device raises.
  DDDK_kernelInterrupt = 27,
  DDDK_idleInterrupt = 100,
  DDDK_idleInterrupts = 80,

  // Every instruction has 4 bytes. A step that only another processor has is a breakpoint.
  DDDK_stepLast = DDDK_stepBreak,

  // I/O ports.
  DDDK_serialPorts = 0,
  DDDK_serialPin = 0,
  DDDK_idlePorts = 0,
  DDDK_bytePorts = 0,
  DDDK_wordPort = 0,
};

// Addresses that no thread can have: the first behind the last page, one that is on nobody's side, one of the kernel's.
#define DDDK_FIRST_KERNEL_ADDRESS 0x800000000000
#define DDDK_ADDRESS_BETWEEN 0x800000000000
#define DDDK_KERNEL_ADDRESS 0xffffff8040000000
// A GiB for which the root task has no table below its root, or none but the uppermost.
#define DDDK_REGION 0x3000000000
