#if os(none) && arch(x86_64) || MODEL_X86_64
  /// What a message asks of the object behind a capability.
  ///
  /// Corresponds to `enum invocation_label` of libsel4, non-MCS, one core, with the numbers of an IOMMU counted.
  /// Processors differ from 33 on.
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
    case upperTableMap = 33
    case upperTableUnmap, middleTableMap, middleTableUnmap, pageTableMap, pageTableUnmap
    case pageMap = 41
    case pageUnmap
    case pageGetAddress = 44
    case asidControlMakePool = 45
    case asidPoolAssign
    case portControlIssue = 47
    case portIn8, portIn16, portIn32, portOut8, portOut16, portOut32
    case interruptControlGetPin = 54
    case interruptControlGetMessage
  }
#endif
