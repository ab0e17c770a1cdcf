extension StatisticsPage {
  /// The counters as a reply.
  public var message: SupervisorMessage {
    var message = SupervisorMessage(label: 0)
    let words = words
    for index in 0..<Self.wordCount { message.append(words[index]) }
    return message
  }

  /// The counters in a reply; throws the supervisor's refusal or ``SupervisorError/malformed``.
  public init(_ message: SupervisorMessage) throws(SupervisorError) {
    try message.checkGranted()
    guard message.count >= Self.wordCount else { throw .malformed }
    var words: [12 of UInt64] = InlineArray(repeating: 0)
    for index in 0..<Self.wordCount { words[index] = message.words[index] }
    self.init(words: words)
  }
}
