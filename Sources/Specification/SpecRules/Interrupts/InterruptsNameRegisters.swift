import Diagnostics
import DriverSpec

/// `status`, `mask` and `acknowledge` name registers.
enum InterruptsNameRegisters: Rule {
  static let code = DiagnosticCode.unknownInterruptRegister

  static func check(_ subject: RuleSubject) {
    for interrupt in subject.spec.interrupts {
      for (role, name) in interrupt.registers where subject.register(name.value).isMissing {
        report(
          subject,
          "the `\(role.rawValue)` of \(interrupt.resource.value.quoted) names \(name.value.quoted), which is no register",
          at: name.place, fix: Suggestion.fix(for: name.value, among: subject.registerNames))
      }
    }
  }
}

extension Interrupt {
  /// What an interrupt's register is for.
  enum Role: String {
    case status, mask, acknowledge
  }

  /// The registers that it names, with what each is for.
  var registers: [(role: Role, name: RegisterReference)] {
    var found: [(role: Role, name: RegisterReference)] = status.map { [(.status, $0)] } ?? []
    if let mask { found.append((.mask, mask)) }
    for own in [acknowledge] + causes.map(\.acknowledge) {
      // A field has its register with it, and a rule of its own.
      guard let own else { continue }
      if case .set = own { continue }
      found.append((.acknowledge, own.register))
    }
    return found
  }
}
