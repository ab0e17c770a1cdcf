import CSeL4

/// Where threads meet to pass messages.
///
/// Manual, chapter 4.
///
/// Corresponds to an endpoint capability. A send or receive that the capability's rights do not allow faults,
/// or, in the NB forms and where the manual says so, does nothing.
public struct Endpoint: Capability {
  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// Sends and waits for the reply.
  ///
  /// Corresponds to `seL4_Call`.
  @inline(__always)
  public func call(_ message: Message) -> Message {
    ReceivedMessage(SystemCall.exchange(SystemCall.call, registers(message))).message
  }

  /// Sends; waits until somebody receives.
  ///
  /// Corresponds to `seL4_Send`.
  @inline(__always)
  public func send(_ message: Message) {
    _ = SystemCall.exchange(SystemCall.send, registers(message))
  }

  /// Sends if somebody waits, else does nothing.
  ///
  /// Corresponds to `seL4_NBSend`.
  @inline(__always)
  public func nbSend(_ message: Message) {
    _ = SystemCall.exchange(SystemCall.nbSend, registers(message))
  }

  /// Waits for a message, or for a signal of the bound notification.
  ///
  /// Corresponds to `seL4_Recv`.
  @inline(__always)
  public func recv() -> ReceivedMessage {
    ReceivedMessage(SystemCall.receive(SystemCall.recv, from: pointer))
  }

  /// Takes a message that waits; without one, the badge is 0.
  ///
  /// Corresponds to `seL4_NBRecv`.
  @inline(__always)
  public func nbRecv() -> ReceivedMessage {
    ReceivedMessage(SystemCall.receive(SystemCall.nbRecv, from: pointer))
  }

  /// Replies to the last call received, then waits as `recv()` does.
  ///
  /// Corresponds to `seL4_ReplyRecv`.
  @inline(__always)
  public func replyRecv(_ message: Message) -> ReceivedMessage {
    ReceivedMessage(SystemCall.exchange(SystemCall.replyRecv, registers(message)))
  }

  /// Replies to the last call received.
  ///
  /// Corresponds to `seL4_Reply`.
  @inline(__always)
  public static func reply(_ message: Message) {
    _ = SystemCall.exchange(SystemCall.reply, Endpoint(.null).registers(message))
  }

  @inline(__always)
  private func registers(_ message: Message) -> SystemCallRegisters {
    SystemCallRegisters(
      badge: pointer.rawValue, info: message.info, word0: message.word0, word1: message.word1,
      word2: message.word2, word3: message.word3)
  }
}
