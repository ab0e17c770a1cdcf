/// A piece of the supervisor's log.
///
/// Offsets count all bytes ever logged. The log is a ring: a reader that is too slow finds ``offset`` larger than
/// what it asked for, and the difference is lost.
public struct LogChunk: BitwiseCopyable, Sendable, Equatable {
  /// The offset of the first byte of ``text``.
  public var offset: UInt64
  /// The offset after the last byte logged: what is to be read goes up to here.
  public var end: UInt64
  /// Lines that end with a line feed; no bytes when the reader has read everything.
  public var text: LogText

  /// A chunk with all its parts.
  public init(offset: UInt64, end: UInt64, text: LogText) {
    self.offset = offset
    self.end = end
    self.text = text
  }

  /// The chunk as a reply.
  public var message: SupervisorMessage {
    var message = SupervisorMessage(label: 0)
    message.append(offset)
    message.append(end)
    text.append(to: &message)
    return message
  }

  /// The chunk in a reply; throws the supervisor's refusal or ``SupervisorError/malformed``.
  public init(_ message: SupervisorMessage) throws(SupervisorError) {
    try message.checkGranted()
    guard let offset = message.word(0), let end = message.word(1) else { throw .malformed }
    self.init(offset: offset, end: end, text: try LogText(message, from: 2))
  }
}
