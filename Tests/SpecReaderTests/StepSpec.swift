import Diagnostics

/// A spec whose one sequence has any lines as its steps.
enum StepSpec {
  /// The most lines that become steps.
  private static let maximumLines = 40
  /// The most steps inside each other.
  private static let maximumDepth = 8

  private static let head = """
    dddk: 1
    driver: Probe
    device: {compatible: ["example,probe"]}
    resources: {registers: {mmio: 0, size: 0x100}, rate: {clock: 0}}
    parameters: {speed: {default: 9, range: 1...99}}
    register-width: 32
    registers:
      CR: {offset: 0, reset: 0, fields: {EN: 0, MODE: {bits: 2:1, values: {off: 0, on: 1}}, COUNT: 31:16}}
      SR: {offset: 4, access: read-only, fields: {BUSY: 0, LEVEL: 7:4}}
      ICR: {offset: 8, access: write-1-to-clear, fields: {DONE: 0}}
      FIFO: {offset: 12, on-read: takes one out, fields: {DATA: 7:0}}
      T: {offset: 0x20, count: 4, fields: {V: 7:0}}
      CH: {offset: 0x40, count: 4, stride: 0x10, registers: {A: {offset: 0, fields: {X: 3:0}}, B: {offset: 4, count: 2}}}
    hooks: {tune: tunes}
    sequences:
      other: {parameters: {n: 1...9, m: }, steps: [CR = n + m]}
      s:

    """

  /// The file.
  static func text(of steps: String) -> String {
    // Some characters may not stand in a file at all, in no step of any kind.
    var plain = String.UnicodeScalarView()
    for character in steps.unicodeScalars { plain.append(character.value < 0x7f ? character : "é") }
    var lines: [(depth: Int, text: Substring)] = []
    for line in String(plain).split(separator: "\n").prefix(maximumLines) {
      let blanks = line.prefix { $0 == " " }.count
      lines.append((min(blanks, maximumDepth), line.dropFirst(blanks)))
    }
    var text = head
    var index = 0
    write(lines, &index, depth: 0, into: &text)
    return text
  }

  private static func write(
    _ lines: [(depth: Int, text: Substring)], _ index: inout Int, depth: Int, into text: inout String
  ) {
    let indent = String(repeating: "    ", count: depth + 1)
    var wroteAny = false
    while index < lines.count, lines[index].depth >= depth {
      let line = lines[index].text
      index += 1
      wroteAny = true
      guard line.hasSuffix(":"), line != "else:", (2..<150).contains(line.utf8.count) else {
        text += "\(indent)- \(DiagnosticJSON.string(String(line)))\n"
        continue
      }
      text += "\(indent)- \(DiagnosticJSON.string(String(line.dropLast()))):\n"
      write(lines, &index, depth: depth + 1, into: &text)
      if index < lines.count, lines[index].depth == depth, lines[index].text == "else:" {
        index += 1
        text += "\(indent)  else:\n"
        write(lines, &index, depth: depth + 1, into: &text)
      }
    }
    if !wroteAny { text += "\(indent)- CR = 0\n" }
  }
}
