import Diagnostics
import DriverSpec

/// A constant for a whole register has its reserved bits as the register says they must be written.
enum ReservedBitsAreWrittenAsSaid: Rule {
  static let code = DiagnosticCode.reservedBitsWritten

  static func check(_ subject: RuleSubject) {
    for (sequence, step) in subject.steps {
      guard case .write(let name, let value) = step.value, let constant = value.value.constantValue,
        let register = subject.register(name.name).value, !register.reserved.isEmpty
      else { continue }
      let zeros = constant & register.reservedBits(.zero)
      let ones = ~constant & register.reservedBits(.one)
      guard zeros | ones != 0 else { continue }
      let (bits, what) = zeros != 0 ? (zeros, "0") : (ones, "1")
      report(
        subject, "the bits \(bits.hexadecimal) of \(name.name.quoted) must be written as \(what)",
        at: value.place, notes: register.reserved.map { .init("said here", at: $0.rule.place) },
        fix: "correct the number, or write the fields: `\(name.name) = zero {…}`",
        waivers: register.waivers + sequence.waivers)
    }
  }
}
