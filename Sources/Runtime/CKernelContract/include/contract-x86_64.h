// What the contract knows of x86-64, and of the board that it is recorded on: as contract-aarch64.h.

enum {
  // Caches are coherent: there are no such labels.
  SeL4_labelVSpaceCleanData = 0,
  SeL4_labelVSpaceInvalidateData = 0,
  SeL4_labelVSpaceCleanInvalidateData = 0,
  SeL4_labelPageInvalidateData = 0,

  SeL4_labelUpperTableUnmap = (long)X86PDPTUnmap,
  SeL4_labelMiddleTableUnmap = (long)X86PageDirectoryUnmap,
  SeL4_labelIRQIssueIRQHandlerMSI = (long)X86IRQIssueIRQHandlerMSI,
  SeL4_objectDeviceTable = (long)seL4_X86_IOPageTableObject,

  // The flags are told as they are.
  DDDK_unknownSystemCallState = -1,
  DDDK_userExceptionState = -1,
  DDDK_contextState = __builtin_offsetof(seL4_UserContext, rflags) / sizeof(seL4_Word),
  DDDK_contextStateOwn = 0,

  // r12 and r13 are the worker's own; rcx and r11 are lost to `syscall`.
  DDDK_unknownSystemCallFirst = 0,
  DDDK_unknownSystemCallStack = seL4_UnknownSyscall_SP,
  DDDK_unknownSystemCallReply = seL4_UnknownSyscall_FLAGS,
  DDDK_unknownSystemCallOwn = 1 << 11 | 1 << 12,
  DDDK_unknownSystemCallLost = 1 << 2 | 1 << 10,

  DDDK_hasCacheCalls = 0,
  DDDK_tellsFaultLevels = 0,
  DDDK_mapsOverPages = 1,
  DDDK_rootIsPageTable = 0,
  DDDK_firstInterrupt = 0,
  DDDK_keepsInterrupts = 0,
  DDDK_hasTableTypes = 1,
  DDDK_takesPins = 1,
  DDDK_hasExecuteNever = 0,

  // Interrupts are pins here; none is the kernel's own, and these are no device's.
  DDDK_kernelInterrupt = 0,
  DDDK_idleInterrupt = 17,
  DDDK_idleInterrupts = 6,

  DDDK_stepLast = DDDK_stepPort,

  // COM1, and its pin; ports that nothing is at (QEMU has fw_cfg, with DMA, at 0x510);
  // three bytes of the DMA controller's page registers, which keep what is written; the word that names a register of
  // PCI's configuration, and the one behind it, which is that register.
  DDDK_serialPorts = 0x3f8,
  DDDK_serialPin = 4,
  DDDK_idlePorts = 0x800,
  DDDK_bytePorts = 0x81,
  DDDK_wordPort = 0xcf8,
};

#define DDDK_FIRST_KERNEL_ADDRESS 0x7ffffffff000
#define DDDK_ADDRESS_BETWEEN 0x800000000000
#define DDDK_KERNEL_ADDRESS 0xffffff8040000000
#define DDDK_REGION 0x13000000000
