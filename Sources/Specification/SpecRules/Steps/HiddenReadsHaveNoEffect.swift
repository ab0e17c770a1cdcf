import Diagnostics
import DriverSpec

/// Reads that the spec does not write down as reads (to change a field, to wait, to look at a flag) change nothing.
enum HiddenReadsHaveNoEffect: Rule {
  static let code = DiagnosticCode.hiddenReadEffect

  static func check(_ subject: RuleSubject) {
    for (_, step) in subject.steps {
      switch step.value {
      case .modify(let register, _): check(subject, register, "changing a field of")
      case .await(let field, _, _, _): check(subject, field.register, "waiting for")
      default: break
      }
    }
    for interrupt in subject.spec.interrupts {
      if let mask = interrupt.mask { check(subject, mask, "changing the mask in") }
    }
    guard let serial = subject.spec.serial else { return }
    check(subject, serial.transmit.blockedWhen.field.register, "looking at a flag of")
    check(subject, serial.receive.emptyWhen.field.register, "looking at a flag of")
  }

  private static func check(_ subject: RuleSubject, _ name: RegisterReference, _ what: String) {
    guard let register = subject.register(name.value).value, let effect = register.readEffect else { return }
    report(
      subject, "\(what) \(name.value.quoted) reads it, and a read \(effect.value.text)", at: name.place,
      notes: [.init("the effect is said here", at: effect.place)],
      fix: "use a register that can be read without effect")
  }
}
