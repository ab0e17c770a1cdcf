// How a thread's fault becomes a message to its handler, and how the reply restarts it.

extension Microkernel {
  /// Sends the fault to the handler that the thread names in its own CSpace.
  ///
  /// A thread whose handler cannot be reached stops for good. Corresponds to `handleFault`.
  func deliver(_ fault: Fault, of thread: Reference<Thread>, lookupFailure: LookupFailure = .invalidRoot) {
    guard let handler = try? slot(thread.pointee.faultHandler, of: thread) else {
      setState(thread, .inactive)
      return
    }
    let capability = handler.pointee.capability
    guard capability.kind == .endpoint, capability.canSend, capability.canGrant || capability.canGrantReply
    else {
      setState(thread, .inactive)
      return
    }
    thread.pointee.fault = fault
    thread.pointee.lookupFailure = lookupFailure
    send(
      thread, to: capability.endpoint, badge: capability.badge, canGrant: capability.canGrant,
      canGrantReply: true, isBlocking: true, isCall: true)
  }

  /// Writes the message of the sender's fault and returns its length.
  ///
  /// Corresponds to `setMRs_fault`.
  func setFaultMessage(
    of sender: Reference<Thread>, for receiver: Reference<Thread>, _ buffer: MessageBuffer?
  ) -> UInt {
    let fault = sender.pointee.fault
    switch fault.kind {
    case .none: return 0
    case .capability:
      setMessageWord(0, sender[.faultInstruction], of: receiver, buffer)
      setMessageWord(1, fault.value, of: receiver, buffer)
      setMessageWord(2, fault.flag ? 1 : 0, of: receiver, buffer)
      return setLookupFailure(sender.pointee.lookupFailure, at: 3, for: receiver, buffer)
    case .unknownSystemCall:
      for index in 0..<Register.unknownSystemCallCount {
        setMessageWord(index, sender[Register.unknownSystemCall(index)], of: receiver, buffer)
      }
      return setMessageWord(Register.unknownSystemCallCount, fault.value, of: receiver, buffer)
    case .userException:
      for index in 0..<Register.userExceptionCount {
        setMessageWord(index, sender[Register.userException(index)], of: receiver, buffer)
      }
      setMessageWord(Register.userExceptionCount, fault.value, of: receiver, buffer)
      return setMessageWord(Register.userExceptionCount &+ 1, fault.code, of: receiver, buffer)
    case .virtualMemory:
      setMessageWord(0, sender[.faultInstruction], of: receiver, buffer)
      setMessageWord(1, fault.value, of: receiver, buffer)
      setMessageWord(2, fault.flag ? 1 : 0, of: receiver, buffer)
      return setMessageWord(3, fault.code, of: receiver, buffer)
    }
  }

  /// Writes why a lookup failed from word `offset` on.
  ///
  /// Corresponds to `setMRs_lookup_failure`.
  func setLookupFailure(
    _ failure: LookupFailure, at offset: UInt, for receiver: Reference<Thread>, _ buffer: MessageBuffer?
  ) -> UInt {
    let length = setMessageWord(offset, UInt(failure.kind.rawValue) &+ 1, of: receiver, buffer)
    switch failure.kind {
    case .invalidRoot: return length
    case .missingCapability:
      return setMessageWord(offset &+ 1, UInt(failure.bitsLeft), of: receiver, buffer)
    case .depthMismatch:
      setMessageWord(offset &+ 1, UInt(failure.bitsLeft), of: receiver, buffer)
      return setMessageWord(offset &+ 2, UInt(failure.bitsFound), of: receiver, buffer)
    case .guardMismatch:
      setMessageWord(offset &+ 1, UInt(failure.bitsLeft), of: receiver, buffer)
      setMessageWord(offset &+ 2, failure.guardFound, of: receiver, buffer)
      return setMessageWord(offset &+ 3, UInt(failure.bitsFound), of: receiver, buffer)
    }
  }

  /// Takes the registers that the handler's reply sets, and says whether the thread goes on.
  ///
  /// Corresponds to `handleFaultReply`.
  func takeFaultReply(from sender: Reference<Thread>, for receiver: Reference<Thread>) -> Bool {
    let info = MessageInfo(word: sender[.messageInfo])
    let buffer = messageBuffer(of: sender, forReceiver: false)
    let count: UInt
    switch receiver.pointee.fault.kind {
    case .none, .capability, .virtualMemory: return true
    case .unknownSystemCall: count = Register.unknownSystemCallCount
    case .userException: count = Register.userExceptionCount
    }
    let isSystemCall = receiver.pointee.fault.kind == .unknownSystemCall
    var index: UInt = 0
    while index < info.length, index < count {
      guard index < Register.messageCount || buffer != nil else { break }
      let register =
        isSystemCall ? Register.unknownSystemCall(index) : Register.userException(index)
      receiver[register] = register.sanitised(messageWord(index, of: sender, buffer))
      index &+= 1
    }
    return info.label == 0
  }
}
