import CKernelContract
import CSeL4
import SeL4

/// What an object can be asked: the label of the message, and the manual's name of the method.
struct Request {
  let label: Word
  let name: StaticString

  init(_ label: Int, _ name: StaticString) {
    self.label = Word(bitPattern: label)
    self.name = name
  }
}

// Methods of the API, in the order of their labels.
extension Request {
  static var retype: Request { Request(SeL4_labelUntypedRetype, "Untyped_Retype") }
  static var readRegisters: Request { Request(SeL4_labelTCBReadRegisters, "TCB_ReadRegisters") }
  static var writeRegisters: Request { Request(SeL4_labelTCBWriteRegisters, "TCB_WriteRegisters") }
  static var copyRegisters: Request { Request(SeL4_labelTCBCopyRegisters, "TCB_CopyRegisters") }
  static var configure: Request { Request(SeL4_labelTCBConfigure, "TCB_Configure") }
  static var setPriority: Request { Request(SeL4_labelTCBSetPriority, "TCB_SetPriority") }
  static var setMCPriority: Request { Request(SeL4_labelTCBSetMCPriority, "TCB_SetMCPriority") }
  static var setSchedParams: Request { Request(SeL4_labelTCBSetSchedParams, "TCB_SetSchedParams") }
  static var setIPCBuffer: Request { Request(SeL4_labelTCBSetIPCBuffer, "TCB_SetIPCBuffer") }
  static var setSpace: Request { Request(SeL4_labelTCBSetSpace, "TCB_SetSpace") }
  static var suspend: Request { Request(SeL4_labelTCBSuspend, "TCB_Suspend") }
  static var resume: Request { Request(SeL4_labelTCBResume, "TCB_Resume") }
  static var bindNotification: Request {
    Request(SeL4_labelTCBBindNotification, "TCB_BindNotification")
  }
  static var unbindNotification: Request {
    Request(SeL4_labelTCBUnbindNotification, "TCB_UnbindNotification")
  }
  static var setTLSBase: Request { Request(SeL4_labelTCBSetTLSBase, "TCB_SetTLSBase") }
  static var setFlags: Request { Request(SeL4_labelTCBSetFlags, "TCB_SetFlags") }
  static var revoke: Request { Request(SeL4_labelCNodeRevoke, "CNode_Revoke") }
  static var delete: Request { Request(SeL4_labelCNodeDelete, "CNode_Delete") }
  static var cancelBadgedSends: Request {
    Request(SeL4_labelCNodeCancelBadgedSends, "CNode_CancelBadgedSends")
  }
  static var copy: Request { Request(SeL4_labelCNodeCopy, "CNode_Copy") }
  static var mint: Request { Request(SeL4_labelCNodeMint, "CNode_Mint") }
  static var move: Request { Request(SeL4_labelCNodeMove, "CNode_Move") }
  static var mutate: Request { Request(SeL4_labelCNodeMutate, "CNode_Mutate") }
  static var rotate: Request { Request(SeL4_labelCNodeRotate, "CNode_Rotate") }
  static var saveCaller: Request { Request(SeL4_labelCNodeSaveCaller, "CNode_SaveCaller") }
  static var irqGet: Request { Request(SeL4_labelIRQIssueIRQHandler, "IRQControl_Get") }
  static var irqAck: Request { Request(SeL4_labelIRQAckIRQ, "IRQHandler_Ack") }
  static var irqSetNotification: Request {
    Request(SeL4_labelIRQSetIRQHandler, "IRQHandler_SetNotification")
  }
  static var irqClear: Request { Request(SeL4_labelIRQClearIRQHandler, "IRQHandler_Clear") }
  static var vspaceClean: Request { Request(SeL4_labelVSpaceCleanData, "VSpace_Clean_Data") }
  static var vspaceInvalidate: Request {
    Request(SeL4_labelVSpaceInvalidateData, "VSpace_Invalidate_Data")
  }
  static var vspaceCleanInvalidate: Request {
    Request(SeL4_labelVSpaceCleanInvalidateData, "VSpace_CleanInvalidate_Data")
  }
  static var vspaceUnify: Request {
    Request(SeL4_labelVSpaceUnifyInstruction, "VSpace_Unify_Instruction")
  }
  static var pageTableMap: Request { Request(SeL4_labelPageTableMap, "PageTable_Map") }
  static var pageTableUnmap: Request { Request(SeL4_labelPageTableUnmap, "PageTable_Unmap") }
  static var pageMap: Request { Request(SeL4_labelPageMap, "Page_Map") }
  static var pageUnmap: Request { Request(SeL4_labelPageUnmap, "Page_Unmap") }
  static var pageClean: Request { Request(SeL4_labelPageCleanData, "Page_Clean_Data") }
  static var pageInvalidate: Request { Request(SeL4_labelPageInvalidateData, "Page_Invalidate_Data") }
  static var pageCleanInvalidate: Request {
    Request(SeL4_labelPageCleanInvalidateData, "Page_CleanInvalidate_Data")
  }
  static var pageUnify: Request {
    Request(SeL4_labelPageUnifyInstruction, "Page_Unify_Instruction")
  }
  static var pageGetAddress: Request { Request(SeL4_labelPageGetAddress, "Page_GetAddress") }
  static var makePool: Request { Request(SeL4_labelASIDControlMakePool, "ASIDControl_MakePool") }
  static var assign: Request { Request(SeL4_labelASIDPoolAssign, "ASIDPool_Assign") }
  static var upperTableMap: Request { Request(SeL4_labelUpperTableMap, "PDPT_Map") }
  static var upperTableUnmap: Request { Request(SeL4_labelUpperTableUnmap, "PDPT_Unmap") }
  static var middleTableMap: Request { Request(SeL4_labelMiddleTableMap, "PageDirectory_Map") }
  static var middleTableUnmap: Request { Request(SeL4_labelMiddleTableUnmap, "PageDirectory_Unmap") }
  static var irqGetPin: Request { Request(SeL4_labelIRQIssueIRQHandlerIOAPIC, "IRQControl_GetIOAPIC") }
  static var irqGetMessage: Request { Request(SeL4_labelIRQIssueIRQHandlerMSI, "IRQControl_GetMSI") }
  static var issuePorts: Request { Request(SeL4_labelIOPortControlIssue, "IOPortControl_Issue") }
  static var in8: Request { Request(SeL4_labelIOPortIn8, "IOPort_In8") }
  static var in16: Request { Request(SeL4_labelIOPortIn16, "IOPort_In16") }
  static var in32: Request { Request(SeL4_labelIOPortIn32, "IOPort_In32") }
  static var out8: Request { Request(SeL4_labelIOPortOut8, "IOPort_Out8") }
  static var out16: Request { Request(SeL4_labelIOPortOut16, "IOPort_Out16") }
  static var out32: Request { Request(SeL4_labelIOPortOut32, "IOPort_Out32") }
  static var irqGetTrigger: Request {
    Request(SeL4_labelIRQIssueIRQHandlerTrigger, "IRQControl_GetTrigger")
  }
}

extension StaticString {
  /// The manual's name of an error code, without its prefix.
  static func error(_ code: Word) -> StaticString {
    switch Int(truncatingIfNeeded: code) {
    case SeL4_errorNone: "ok"
    case SeL4_errorInvalidArgument: "InvalidArgument"
    case SeL4_errorInvalidCapability: "InvalidCapability"
    case SeL4_errorIllegalOperation: "IllegalOperation"
    case SeL4_errorRangeError: "RangeError"
    case SeL4_errorAlignmentError: "AlignmentError"
    case SeL4_errorFailedLookup: "FailedLookup"
    case SeL4_errorTruncatedMessage: "TruncatedMessage"
    case SeL4_errorDeleteFirst: "DeleteFirst"
    case SeL4_errorRevokeFirst: "RevokeFirst"
    case SeL4_errorNotEnoughMemory: "NotEnoughMemory"
    default: "unknown error"
    }
  }
}
