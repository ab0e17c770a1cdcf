import Diagnostics
import DriverSpec

/// A summary, a section or another text for the documentation is one line of characters that can be seen.
///
/// These texts become comments of the generated driver, which a line break would end.
enum TextsAreOneLine: Rule {
  static let code = DiagnosticCode.textNotOneLine

  static func check(_ subject: RuleSubject) {
    for text in subject.spec.texts(subject.registers, subject.mappings) {
      // Most texts are plain; to decode characters costs much more than to see that.
      if text.value.utf8.allSatisfy({ 0x20..<0x7f ~= $0 }) { continue }
      guard let control = text.value.unicodeScalars.first(where: isControl) else { continue }
      report(
        subject,
        control == "\n" || control == "\r"
          ? "this text has more than one line"
          : "this text holds the control character U+\(String(control.value, radix: 16, uppercase: true))",
        at: text.place, fix: "write it as one line; after `>` lines are joined")
    }
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
  /// Every text that is there for the documentation.
  fileprivate func texts(_ registers: [Register], _ mappings: [[RegisterItem]]) -> [Located<String>] {
    var texts = [summary, manual]
    texts += parameters.flatMap { [$0.summary, $0.unit] }
    for register in registers {
      texts += [register.summary, register.section, register.readEffect?.map(\.text)]
      for field in register.fields {
        texts += [field.summary, field.section, field.readEffect?.map(\.text), field.quantity?.unit]
        texts += (field.values + field.readValues + field.writeValues).map(\.summary)
      }
    }
    for case .block(let block) in mappings.joined() { texts += [block.summary, block.section] }
    texts += blocks.flatMap { [$0.summary, $0.section] }
    texts += locks.map(\.summary)
    texts += descriptors.flatMap { [$0.summary, $0.section] }
    texts += rings.map(\.summary)
    texts += sequences.flatMap { [$0.summary, $0.section] }
    texts += hooks.map(\.summary)
    return texts.compactMap { $0 }
  }
}
