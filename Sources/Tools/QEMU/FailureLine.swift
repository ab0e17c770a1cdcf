/// Finds the one line with which the kit's loader or kernel says that it cannot go on.
struct FailureLine {
  /// The longest line that is looked at.
  private static let limit = 400
  private var line: [UInt8] = []

  /// Takes the next bytes of the console; answers the line, once it is whole.
  ///
  /// Behind the first prompt only a kernel's counts, which has numbers: somebody may type the words.
  mutating func look(at bytes: [UInt8], beforeThePrompt: Bool) -> String? {
    for byte in bytes {
      guard byte == 0x0a || byte == 0x0d else {
        if line.count < Self.limit { line.append(byte) }
        continue
      }
      defer { line = [] }
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("dddk loader: "), beforeThePrompt { return text }
      if text.hasPrefix("dddk kernel: "), beforeThePrompt || text.contains(" 0x0") { return text }
    }
    return nil
  }
}
