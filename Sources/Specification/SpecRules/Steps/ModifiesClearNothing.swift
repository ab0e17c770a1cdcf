import Diagnostics
import DriverSpec

/// A step that changes some fields of a register leaves all others as they are.
///
/// Bits that a 1 or a 0 clears, sets or toggles are written so that nothing happens to them. Where any write does
/// something, or only the first counts, no value leaves them alone.
enum ModifiesClearNothing: Rule {
  static let code = DiagnosticCode.modifyClears

  static func check(_ subject: RuleSubject) {
    for (sequence, step) in subject.steps {
      guard case .modify(let name, let fields) = step.value,
        let register = subject.register(name.name).value
      else { continue }
      let named = Set(fields.map(\.field.value))
      guard
        let harmed = register.fields.first(where: {
          !named.contains($0.name.value) && register.access(of: $0).isHarmedByAnyWrite
        })
      else { continue }
      let access = harmed.access ?? register.access
      let written = fields.map { "\($0.field.value) = …" }.joined(separator: ", ")
      let what =
        access.value.isWriteOnce
        ? "which can be written but once" : "where any write \(access.value.writeEffect.rawValue)"
      report(
        subject,
        "changing a field of \(name.name.quoted) writes field \(harmed.name.value.quoted) too, \(what)",
        at: name.place, notes: [.init("the access is said here", at: access.place)],
        fix: "write the whole register: `\(name.name) = zero {\(written)}`",
        waivers: register.waivers + sequence.waivers)
    }
  }
}

extension Access {
  /// Whether a write does something whatever it writes, or uses up the only one.
  fileprivate var isHarmedByAnyWrite: Bool {
    guard isWritable else { return false }
    switch writeEffect {
    case .clears, .sets, .changes: return true
    default: return isWriteOnce
    }
  }
}
