import ConsoleCore

/// One line of a terminal: what a person sees after the bytes so far.
final class Terminal {
  var cells: [Character] = []
  var column = 0
  var lines: [String] = []
  var bells = 0
  private var escape: [UInt8]?
  private var partial: [UInt8] = []

  func take(_ byte: UInt8) {
    if var sequence = escape {
      sequence.append(byte)
      escape = sequence
      guard sequence.count > 1, byte >= 0x40, byte <= 0x7e else { return }
      switch String(decoding: sequence, as: UTF8.self) {
      case "[K": cells.removeSubrange(min(column, cells.count)...)
      case "[H": column = 0
      case "[2J":
        cells = []
        lines = []
      default: fatalError("the editor sent \(sequence)")
      }
      escape = nil
      return
    }
    switch byte {
    case 0x07: bells += 1
    case 0x08: column -= 1
    case 0x0a:
      lines.append(shown)
      cells = []
    case 0x0d: column = 0
    case 0x1b: escape = []
    case 0x20...0x7e: put(Character(UnicodeScalar(byte)))
    case 0x80...0xff:
      if byte & 0xc0 == 0x80, !partial.isEmpty {
        partial.append(byte)
      } else {
        partial = [byte]
      }
      if partial.count == (partial[0] < 0xe0 ? 2 : partial[0] < 0xf0 ? 3 : 4) {
        put(Character(String(decoding: partial, as: UTF8.self)))
        partial = []
      }
    default: fatalError("the editor sent \(byte)")
    }
    precondition(column >= 0, "the cursor left the line")
  }

  private func put(_ character: Character) {
    while cells.count <= column { cells.append(" ") }
    cells[column] = character
    column += 1
  }

  var shown: String {
    var text = String(cells)
    while text.last == " " { text.removeLast() }
    return text
  }
}

struct TerminalSink: ByteSink {
  let terminal: Terminal

  func write(_ byte: UInt8) { terminal.take(byte) }
}

/// A generator whose seed a failing test prints (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
