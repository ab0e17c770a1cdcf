import CKernelContract
import CSeL4
import SeL4

// How observations are told: numbers in hexadecimal, without leading zeros.
extension Contract {
  mutating func text(_ text: StaticString) { Contract.tell(text, to: &board) }

  mutating func newLine() { board.put(0x0a) }

  mutating func word(_ word: Word) { Contract.print(word, at: &board) }

  static func print(_ word: Word, at board: inout Board) {
    var digits = max(1, (Word.bitWidth - word.leadingZeroBitCount + 3) / 4)
    while digits > 0 {
      digits -= 1
      let digit = UInt8(truncatingIfNeeded: word >> Word(digits * 4) & 15)
      board.put(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  /// A word of which a worker's instruction is told as such: where it stands is each program's own.
  private mutating func placed(_ value: Word) {
    if value == dddk_worker_entry() { return text("entry") }
    for kind in DDDK_stepSystemCall...DDDK_stepLast where value == dddk_worker_instruction(kind) {
      return text("instruction")
    }
    for kind in DDDK_stepSystemCall...DDDK_stepLast where value == dddk_worker_behind(kind) {
      return text("next")
    }
    word(value)
  }

  /// Tells a value under a name.
  mutating func show(_ name: StaticString, value: Word) {
    text("  ")
    text(name)
    text(": ")
    placed(value)
    newLine()
  }

  /// Tells the answer of an invocation.
  mutating func show(_ name: StaticString, _ answer: Answer) {
    text(name)
    text(": ")
    text(.error(answer.error))
    for index in 0..<min(answer.info.length, 5) {
      text(" ")
      word(answer.words[index])
    }
    newLine()
  }

  /// Tells what a receiver got.
  mutating func showMessage(_ badge: Word, _ info: MessageInfo, _ words: InlineArray<20, Word>) {
    text("badge ")
    word(badge)
    if info.rawValue == 0 { return }
    text(", label ")
    word(info.label)
    if info.extraCapabilities > 0 {
      text(", capabilities ")
      word(Word(info.extraCapabilities))
      text(", unwrapped ")
      word(info.capabilitiesUnwrapped)
    }
    text(", length ")
    word(Word(info.length))
    if info.length > 0 { text(":") }
    for index in 0..<min(info.length, 20) {
      text(" ")
      if Self.isProcessorState(index, of: info) { text("state") } else { placed(words[index]) }
    }
  }

  /// Whether a word of a fault's message is of what no thread has: state that is partly the kernel's own, or a register
  /// that the instruction itself overwrote.
  static func isProcessorState(_ index: Int, of info: MessageInfo) -> Bool {
    switch Int(truncatingIfNeeded: info.label) {
    case SeL4_faultUnknownSystemCall:
      index == DDDK_unknownSystemCallState || DDDK_unknownSystemCallLost >> index & 1 != 0
    case SeL4_faultUserException: index == DDDK_userExceptionState
    default: false
    }
  }
}

extension Contract {
  /// Prints a line of the program that runs the contract.
  public mutating func say(_ line: StaticString) { text(line) }

  /// Prints a text at a board.
  public static func tell(_ text: StaticString, to board: inout Board) {
    text.forEachByte { board.put($0) }
  }
}
