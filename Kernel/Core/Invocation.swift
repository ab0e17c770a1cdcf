/// One request to the object behind a capability: what the caller's registers and buffer said, looked up but
/// not believed.
///
/// Corresponds to the arguments of `decodeInvocation`.
struct Invocation {
  let label: UInt
  let length: UInt
  let slot: Reference<Slot>
  let capability: Capability
  let extra: ExtraSlots
  let buffer: MessageBuffer?
  let caller: Reference<Thread>
  let isBlocking: Bool
  let isCall: Bool

  var kind: InvocationLabel { InvocationLabel(rawValue: label) ?? .invalid }

  /// Word `index` of the message.
  subscript(index: UInt) -> UInt {
    index < Register.messageCount ? caller[Register.message(index)] : buffer?[index] ?? 0
  }

  /// Fails unless the message has `length` words and `capabilities` extra capabilities.
  func require(length: UInt, capabilities: UInt = 0) throws(InvocationError) {
    guard self.length >= length, capabilities == 0 || extra[capabilities &- 1] != nil else {
      throw .truncatedMessage
    }
  }

  /// Extra capability `index`, which `require` has seen.
  func slot(_ index: UInt) -> Reference<Slot> { extra[index] ?? slot }
}

extension Microkernel {
  /// Marks the moment from which the invocation changes things and can no longer fail, but only be preempted:
  /// until its end the caller would begin it anew.
  func begin(_ invocation: Invocation) {
    setState(invocation.caller, .restart)
  }

  /// Ends an invocation that answers with words, of which there are at most four or a buffer.
  func finish(_ invocation: Invocation, answer: UInt) {
    let caller = invocation.caller
    if invocation.isCall {
      caller[.badge] = 0
      let length = setMessageWord(0, answer, of: caller, nil)
      caller[.messageInfo] = MessageInfo(label: 0, length: length).word
    }
    setState(caller, .running)
  }
}
