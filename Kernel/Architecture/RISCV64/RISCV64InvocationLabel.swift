#if os(none) && arch(riscv64) || MODEL_RISCV64
  /// What a message asks of the object behind a capability.
  ///
  /// Corresponds to `enum invocation_label` of libsel4, non-MCS, one core. Processors differ from 33 on.
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
    case pageTableMap = 33
    case pageTableUnmap, pageMap, pageUnmap, pageGetAddress
    case asidControlMakePool = 38
    case asidPoolAssign
    case interruptControlGetTrigger = 40
  }
#endif
