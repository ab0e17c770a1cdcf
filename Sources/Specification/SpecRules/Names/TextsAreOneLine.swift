import Diagnostics
import DriverSpec

/// A summary, a section or another text for the documentation is one line of characters that can be seen.
///
/// These texts become comments of the generated driver, which a line break would end.
enum TextsAreOneLine: Rule {
  static let code = DiagnosticCode.textNotOneLine

  static func check(_ subject: RuleSubject) {
    subject.spec.forEachText(subject.registers, subject.mappings) { text in
      // Most texts are plain; to decode characters costs much more than to see that.
      guard let text, !isPlain(text.value.utf8.span),
        let control = text.value.unicodeScalars.first(where: isControl)
      else { return }
      report(
        subject,
        control == "\n" || control == "\r"
          ? "this text has more than one line"
          : "this text holds the control character U+\(String(control.value, radix: 16, uppercase: true))",
        at: text.place, fix: "write it as one line; after `>` lines are joined")
    }
  }

  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where !(0x20..<0x7f ~= text[index]) { return false }
    return true
  }

  /// Control characters, and the line breaks that Unicode has beside them.
  private static func isControl(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0..<0x20, 0x7f..<0xa0, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension DriverSpec {
  /// Shows every text that is there for the documentation, and `nil` for one that is not said.
  fileprivate func forEachText(
    _ registers: [Register], _ mappings: [[RegisterItem]], _ look: (Located<String>?) -> Void
  ) {
    look(summary)
    look(manual)
    for parameter in parameters {
      look(parameter.summary)
      look(parameter.unit)
    }
    for register in registers {
      look(register.summary)
      look(register.section)
      look(register.readEffect?.map(\.text))
      for field in register.fields {
        look(field.summary)
        look(field.section)
        look(field.readEffect?.map(\.text))
        look(field.quantity?.unit)
        for value in field.values { look(value.summary) }
        for value in field.readValues { look(value.summary) }
        for value in field.writeValues { look(value.summary) }
      }
    }
    for case .block(let block) in mappings.joined() {
      look(block.summary)
      look(block.section)
    }
    for block in blocks {
      look(block.summary)
      look(block.section)
    }
    for lock in locks { look(lock.summary) }
    for descriptor in descriptors {
      look(descriptor.summary)
      look(descriptor.section)
    }
    for ring in rings { look(ring.summary) }
    for sequence in sequences {
      look(sequence.summary)
      look(sequence.section)
    }
    for hook in hooks { look(hook.summary) }
  }
}
