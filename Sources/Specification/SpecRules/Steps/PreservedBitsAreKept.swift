import Diagnostics
import DriverSpec

/// A register with bits that must be written as they were read is only changed, never written as a whole.
enum PreservedBitsAreKept: Rule {
  static let code = DiagnosticCode.preservedBitsLost

  static func check(_ subject: RuleSubject) {
    for (sequence, step) in subject.steps {
      let name: RegisterReference
      switch step.value {
      case .write(let register, _), .writeFields(let register, _, _): name = register
      default: continue
      }
      guard let register = subject.register(name.name).value else { continue }
      let kept = register.reservedBits(.preserve)
      guard kept != 0 else { continue }
      let place = register.reserved.first { $0.rule.value == .preserve }?.rule.place
      report(
        subject,
        "this writes all of \(name.name.quoted), and its bits \(kept.hexadecimal) must stay as they are",
        at: name.place, notes: place.map { [.init("said here", at: $0)] } ?? [],
        fix: "change the fields instead: `\(name.name) with {…}`",
        waivers: register.waivers + sequence.waivers)
    }
  }
}
