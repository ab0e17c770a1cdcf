import Diagnostics
import DriverSpec

/// A register's offset is a multiple of its width.
enum OffsetsAreAligned: Rule {
  static let code = DiagnosticCode.offsetMisaligned

  static func check(_ subject: RuleSubject) {
    for register in subject.registers where [8, 16, 32, 64].contains(register.width.value) {
      let bytes = register.byteCount
      guard register.offset.value % bytes != 0 else { continue }
      let below = register.offset.value - register.offset.value % bytes
      report(
        subject,
        """
        register \(register.name.value.quoted) is at \(register.offset.value.hexadecimal), which is no multiple of \
        its \(bytes) bytes
        """,
        at: register.offset.place,
        fix: "use \(below.hexadecimal) or \((below &+ bytes).hexadecimal), or correct the `width`")
    }
  }
}
