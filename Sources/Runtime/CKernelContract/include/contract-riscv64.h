// What the contract knows of RV64, and of the board that it is recorded on: as contract-aarch64.h.

enum {
  // Caches are coherent: there are no such labels.
  SeL4_labelVSpaceCleanData = 0,
  SeL4_labelVSpaceInvalidateData = 0,
  SeL4_labelVSpaceCleanInvalidateData = 0,
  SeL4_labelPageInvalidateData = 0,

  SeL4_labelUpperTableUnmap = 0,
  SeL4_labelMiddleTableUnmap = 0,
  SeL4_labelIRQIssueIRQHandlerMSI = 0,
  SeL4_objectDeviceTable = 0,

  // No message and no register tells the processor's state.
  DDDK_unknownSystemCallState = -1,
  DDDK_userExceptionState = -1,
  DDDK_contextState = -1,
  DDDK_contextStateOwn = 0,

  DDDK_unknownSystemCallFirst = 3,
  DDDK_unknownSystemCallStack = 1,
  DDDK_unknownSystemCallReply = 10,
  DDDK_unknownSystemCallOwn = 0,
  DDDK_unknownSystemCallLost = 0,

  DDDK_hasCacheCalls = 0,
  DDDK_tellsFaultLevels = 0,
  DDDK_mapsOverPages = 0,
  DDDK_rootIsPageTable = 1,
  DDDK_firstInterrupt = 1,
  DDDK_keepsInterrupts = 1,
  DDDK_hasTableTypes = 0,
  DDDK_takesPins = 0,
  DDDK_hasExecuteNever = 1,

  DDDK_kernelInterrupt = 96,
  DDDK_idleInterrupt = 40,
  DDDK_idleInterrupts = 50,

  DDDK_stepLast = DDDK_stepBreak,

  DDDK_serialPorts = 0,
  DDDK_serialPin = 0,
  DDDK_idlePorts = 0,
  DDDK_bytePorts = 0,
  DDDK_wordPort = 0,
};

#define DDDK_FIRST_KERNEL_ADDRESS 0x3ffffff000
#define DDDK_ADDRESS_BETWEEN 0x4000000000
#define DDDK_KERNEL_ADDRESS 0xffffffc084000000
#define DDDK_REGION 0x3000000000
