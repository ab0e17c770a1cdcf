import CSeL4API
import Testing

@testable import Kernel

/// The kernel's numbers are those of the headers, which are those of seL4.
struct ABITests {
  @Test("invocation labels agree with the headers")
  func invocationLabels() {
    let pairs: [(InvocationLabel, Int)] = [
      (.untypedRetype, UntypedRetype), (.threadReadRegisters, TCBReadRegisters),
      (.threadWriteRegisters, TCBWriteRegisters), (.threadCopyRegisters, TCBCopyRegisters),
      (.threadConfigure, TCBConfigure), (.threadSetPriority, TCBSetPriority),
      (.threadSetMaximumPriority, TCBSetMCPriority), (.threadSetSchedulingParameters, TCBSetSchedParams),
      (.threadSetIPCBuffer, TCBSetIPCBuffer), (.threadSetSpace, TCBSetSpace),
      (.threadSuspend, TCBSuspend), (.threadResume, TCBResume),
      (.threadBindNotification, TCBBindNotification), (.threadUnbindNotification, TCBUnbindNotification),
      (.threadSetTLSBase, TCBSetTLSBase), (.threadSetFlags, TCBSetFlags), (.cnodeRevoke, CNodeRevoke),
      (.cnodeDelete, CNodeDelete), (.cnodeCancelBadgedSends, CNodeCancelBadgedSends),
      (.cnodeCopy, CNodeCopy), (.cnodeMint, CNodeMint), (.cnodeMove, CNodeMove), (.cnodeMutate, CNodeMutate),
      (.cnodeRotate, CNodeRotate), (.cnodeSaveCaller, CNodeSaveCaller),
      (.interruptControlGet, IRQIssueIRQHandler), (.interruptAcknowledge, IRQAckIRQ),
      (.interruptSetNotification, IRQSetIRQHandler), (.interruptClear, IRQClearIRQHandler),
      (.domainSet, DomainSetSet), (.domainScheduleSetStart, DomainScheduleSetStart),
      (.vspaceClean, ARMVSpaceClean_Data), (.vspaceInvalidate, ARMVSpaceInvalidate_Data),
      (.vspaceCleanInvalidate, ARMVSpaceCleanInvalidate_Data),
      (.vspaceUnifyInstruction, ARMVSpaceUnify_Instruction), (.secureMonitorCall, ARMSMCCall),
      (.pageTableMap, ARMPageTableMap), (.pageTableUnmap, ARMPageTableUnmap), (.pageMap, ARMPageMap),
      (.pageUnmap, ARMPageUnmap), (.pageClean, ARMPageClean_Data), (.pageInvalidate, ARMPageInvalidate_Data),
      (.pageCleanInvalidate, ARMPageCleanInvalidate_Data),
      (.pageUnifyInstruction, ARMPageUnify_Instruction), (.pageGetAddress, ARMPageGetAddress),
      (.asidControlMakePool, ARMASIDControlMakePool), (.asidPoolAssign, ARMASIDPoolAssign),
      (.interruptControlGetTrigger, ARMIRQIssueIRQHandlerTrigger),
      (.interruptControlIssueSoftwareSignal, ARMIRQIssueSGISignal),
    ]
    for (label, number) in pairs { #expect(label.rawValue == UInt(number), "\(label)") }
  }

  @Test("system calls, object types and sizes agree with the headers")
  func objectsAndCalls() {
    let calls: [(SystemCall, Int)] = [
      (.call, seL4_SysCall), (.replyReceive, seL4_SysReplyRecv), (.send, seL4_SysSend),
      (.nonBlockingSend, seL4_SysNBSend), (.receive, seL4_SysRecv), (.reply, seL4_SysReply),
      (.yield, seL4_SysYield), (.nonBlockingReceive, seL4_SysNBRecv),
    ]
    for (call, number) in calls { #expect(call.rawValue == number) }
    let types: [(ObjectType, Int, Int)] = [
      (.thread, seL4_TCBObject, seL4_TCBBits), (.endpoint, seL4_EndpointObject, seL4_EndpointBits),
      (.notification, seL4_NotificationObject, seL4_NotificationBits),
      (.capabilityTable, seL4_CapTableObject, seL4_SlotBits),
      (.hugePage, seL4_ARM_HugePageObject, seL4_HugePageBits),
      (.vspace, seL4_ARM_VSpaceObject, seL4_VSpaceBits),
      (.smallPage, seL4_ARM_SmallPageObject, seL4_PageBits),
      (.largePage, seL4_ARM_LargePageObject, seL4_LargePageBits),
      (.pageTable, seL4_ARM_PageTableObject, seL4_PageTableBits), (.untyped, seL4_UntypedObject, 0),
    ]
    for (type, number, bits) in types {
      #expect(type.rawValue == UInt(number))
      #expect(type.sizeBits(userBits: 0) == UInt(bits), "\(type)")
    }
    #expect(ObjectType(rawValue: UInt(seL4_ObjectTypeCount)) == nil)
    #expect(Limits.retypeFanOut == UInt(seL4_RetypeFanOutLimit))
    #expect(Limits.asidPools == 1 << UInt(seL4_NumASIDPoolsBits))
    #expect(Limits.asidsPerPool == 1 << UInt(seL4_ASIDPoolIndexBits))
    #expect(Limits.maximumPriority == UInt(seL4_MaxPrio))
  }

  @Test("errors and faults agree with the headers")
  func errorsAndFaults() {
    let errors: [(InvocationError, Int)] = [
      (.invalidArgument(0), seL4_InvalidArgument), (.invalidCapability(0), seL4_InvalidCapability),
      (.illegalOperation, seL4_IllegalOperation), (.range(minimum: 0, maximum: 0), seL4_RangeError),
      (.alignment, seL4_AlignmentError), (.failedLookup(source: true, .invalidRoot), seL4_FailedLookup),
      (.truncatedMessage, seL4_TruncatedMessage), (.deleteFirst, seL4_DeleteFirst),
      (.revokeFirst, seL4_RevokeFirst), (.notEnoughMemory(left: 0), seL4_NotEnoughMemory),
    ]
    for (error, number) in errors { #expect(error.label == UInt(number), "\(error)") }
    let faults: [(Fault.Kind, Int)] = [
      (.none, seL4_Fault_NullFault), (.capability, seL4_Fault_CapFault),
      (.unknownSystemCall, seL4_Fault_UnknownSyscall), (.userException, seL4_Fault_UserException),
      (.virtualMemory, seL4_Fault_VMFault),
    ]
    for (fault, number) in faults { #expect(fault.rawValue == UInt8(number)) }
    let failures: [(LookupFailure.Kind, Int)] = [
      (.invalidRoot, seL4_InvalidRoot), (.missingCapability, seL4_MissingCapability),
      (.depthMismatch, seL4_DepthMismatch), (.guardMismatch, seL4_GuardMismatch),
    ]
    for (failure, number) in failures { #expect(failure.rawValue + 1 == UInt8(number)) }
  }

  @Test("registers travel in the order of seL4_UserContext")
  func transferOrder() throws {
    let names: [(Register, Int?)] = [
      (.faultInstruction, MemoryLayout<seL4_UserContext>.offset(of: \.pc)),
      (.stackPointer, MemoryLayout<seL4_UserContext>.offset(of: \.sp)),
      (.processorState, MemoryLayout<seL4_UserContext>.offset(of: \.spsr)),
      (.x0, MemoryLayout<seL4_UserContext>.offset(of: \.x0)),
      (.x8, MemoryLayout<seL4_UserContext>.offset(of: \.x8)),
      (.x9, MemoryLayout<seL4_UserContext>.offset(of: \.x9)),
      (.x15, MemoryLayout<seL4_UserContext>.offset(of: \.x15)),
      (.x16, MemoryLayout<seL4_UserContext>.offset(of: \.x16)),
      (.x18, MemoryLayout<seL4_UserContext>.offset(of: \.x18)),
      (.x19, MemoryLayout<seL4_UserContext>.offset(of: \.x19)),
      (.x28, MemoryLayout<seL4_UserContext>.offset(of: \.x28)),
      (.x29, MemoryLayout<seL4_UserContext>.offset(of: \.x29)),
      (.x30, MemoryLayout<seL4_UserContext>.offset(of: \.x30)),
      (.threadPointer, MemoryLayout<seL4_UserContext>.offset(of: \.tpidr_el0)),
      (.threadPointerReadOnly, MemoryLayout<seL4_UserContext>.offset(of: \.tpidrro_el0)),
    ]
    for (register, offset) in names {
      #expect(Register.transfer(UInt(try #require(offset)) / 8) == register)
    }
    #expect(Set((0..<Register.transferCount).map { Register.transfer($0).rawValue }).count == 36)
  }

  @Test("objects fit in the sizes that the API names")
  func layout() throws {
    #expect(MemoryLayout<Slot>.size == 1 << ObjectBits.slot)
    #expect(MemoryLayout<Thread>.size <= 1 << ObjectBits.thread)
    #expect(MemoryLayout<Endpoint>.size == 1 << ObjectBits.endpoint)
    #expect(MemoryLayout<Kernel.Notification>.size == 1 << ObjectBits.notification)
    #expect(MemoryLayout<Thread>.offset(of: \.ipcBufferFrame) == 4 * 32)
    #expect(MemoryLayout<Thread>.offset(of: \.state) == Int(Thread.floatingPointOffset) + 66 * 8)
    #expect(Thread.floatingPointOffset == Thread.registersOffset + (Register.count + 1) * 8)
    #expect(MemoryLayout<KernelState>.size <= Int(KernelState.readyQueuesOffset))
    #expect(MemoryLayout<KernelState>.offset(of: \.readyBits0) == 40)
    #expect(MemoryLayout<ReadyQueue>.size == 16)
  }
}
