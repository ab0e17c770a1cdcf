#if os(none) && arch(arm64) || !os(none) && !MODEL_RISCV64 && !MODEL_X86_64
  /// What a message asks of the object behind a capability.
  ///
  /// Corresponds to `enum invocation_label` of libsel4, non-MCS, one core, no hypervisor; KernelTests hold the
  /// numbers against the kit's headers. Processors differ from 33 on.
  enum InvocationLabel: UInt {
    case invalid = 0
    case untypedRetype = 1
    case threadReadRegisters, threadWriteRegisters, threadCopyRegisters, threadConfigure
    case threadSetPriority, threadSetMaximumPriority, threadSetSchedulingParameters
    case threadSetIPCBuffer, threadSetSpace, threadSuspend, threadResume
    case threadBindNotification, threadUnbindNotification, threadSetTLSBase, threadSetFlags
    case cnodeRevoke = 17
    case cnodeDelete, cnodeCancelBadgedSends, cnodeCopy, cnodeMint, cnodeMove, cnodeMutate, cnodeRotate
    case cnodeSaveCaller
    case interruptControlGet = 26
    case interruptAcknowledge, interruptSetNotification, interruptClear
    case domainSet = 30
    case domainScheduleConfigure, domainScheduleSetStart
    case vspaceClean = 33
    case vspaceInvalidate, vspaceCleanInvalidate, vspaceUnifyInstruction
    case secureMonitorCall = 37
    case pageTableMap = 38
    case pageTableUnmap, pageMap, pageUnmap, pageClean, pageInvalidate, pageCleanInvalidate
    case pageUnifyInstruction, pageGetAddress
    case asidControlMakePool = 47
    case asidPoolAssign
    case interruptControlGetTrigger = 49
    case interruptControlIssueSoftwareSignal
  }
#endif
