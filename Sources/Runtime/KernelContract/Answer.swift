import SeL4

/// What a system call left in the caller's registers and buffer.
struct Answer {
  let badge: Word
  let info: MessageInfo
  /// The message's first words, as many as the longest fault has; those behind its length are 0.
  let words: InlineArray<20, Word>

  /// The error code of an invocation.
  var error: Word { info.label }

  init(_ registers: SystemCallRegisters) {
    badge = registers.badge
    info = registers.info
    var words = InlineArray<20, Word>(repeating: 0)
    let length = registers.info.length
    if length > 0 { words[0] = registers.word0 }
    if length > 1 { words[1] = registers.word1 }
    if length > 2 { words[2] = registers.word2 }
    if length > 3 { words[3] = registers.word3 }
    var index = 4
    while index < min(length, 20) {
      words[index] = IPCBuffer.word(index)
      index += 1
    }
    self.words = words
  }

  /// Makes a system call with words and capabilities from literals.
  static func of<let Count: Int, let Capabilities: Int>(
    _ number: Int, _ target: Word, label: Word, length: Int? = nil, _ words: InlineArray<Count, Word>,
    _ capabilities: InlineArray<Capabilities, Word>, capabilityCount: Int? = nil
  ) -> Answer {
    let length = length ?? Count
    let capabilityCount = capabilityCount ?? Capabilities
    var registers = SystemCallRegisters(
      badge: target, info: MessageInfo(label: label, length: length, extraCapabilities: capabilityCount))
    for index in 0..<min(Count, length) {
      switch index {
      case 0: registers.word0 = words[0]
      case 1: registers.word1 = words[1]
      case 2: registers.word2 = words[2]
      case 3: registers.word3 = words[3]
      default: IPCBuffer.setWord(index, to: words[index])
      }
    }
    for index in 0..<min(capabilityCount, Capabilities) {
      IPCBuffer.setCapability(index, to: CapabilityPointer(rawValue: capabilities[index]))
    }
    return Answer(SystemCall.exchange(number, registers))
  }
}
