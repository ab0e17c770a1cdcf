/// A message: its info word and its first four words, which travel in registers.
///
/// Further words stand in the `IPCBuffer`, before a send and after a receive.
public struct Message: Equatable, Sendable {
  /// What the message is about, and its length.
  public var info: MessageInfo
  /// The first word.
  public var word0: Word
  /// The second word.
  public var word1: Word
  /// The third word.
  public var word2: Word
  /// The fourth word.
  public var word3: Word

  /// A message with this info word.
  @inline(__always)
  public init(
    info: MessageInfo, word0: Word = 0, word1: Word = 0, word2: Word = 0, word3: Word = 0
  ) {
    self.info = info
    self.word0 = word0
    self.word1 = word1
    self.word2 = word2
    self.word3 = word3
  }

  /// A message of `length` words about `label`.
  @inline(__always)
  public init(
    label: Word, length: Int = 0, word0: Word = 0, word1: Word = 0, word2: Word = 0, word3: Word = 0
  ) {
    self.init(
      info: MessageInfo(label: label, length: length), word0: word0, word1: word1, word2: word2,
      word3: word3)
  }

  /// Word `index`, 0 to 119, from the register or the IPC buffer; valid until the next system call.
  @inline(__always)
  public func word(_ index: Int) -> Word {
    switch index {
    case 0: word0
    case 1: word1
    case 2: word2
    case 3: word3
    default: IPCBuffer.word(index)
    }
  }
}

/// A message that arrived, and the badge of the capability that it came through.
public struct ReceivedMessage: Equatable, Sendable {
  /// Of an endpoint, the sender's badge; of a bound notification, the signals that were pending.
  public var badge: Word
  /// What was sent; of a signal, nothing that counts.
  public var message: Message

  /// A message and the badge that it came with.
  @inline(__always)
  public init(badge: Word, message: Message) {
    self.badge = badge
    self.message = message
  }

  @inline(__always)
  init(_ registers: SystemCallRegisters) {
    self.init(
      badge: registers.badge,
      message: Message(
        info: registers.info, word0: registers.word0, word1: registers.word1, word2: registers.word2,
        word3: registers.word3))
  }
}
