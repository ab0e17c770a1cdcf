import Diagnostics
import DriverSpec

/// Reads that the spec does not write down as reads (to change a field, to wait, to decide, to look at a flag) change
/// nothing.
enum HiddenReadsHaveNoEffect: Rule {
  static let code = DiagnosticCode.hiddenReadEffect

  static func check(_ subject: RuleSubject) {
    for (sequence, step) in subject.steps {
      let what: String
      switch step.value {
      case .modify: what = "changing a field of"
      case .await: what = "waiting for"
      case .branch, .whileLoop: what = "asking a field of"
      default: continue
      }
      if let register = step.value.register { check(subject, register, what, sequence.waivers) }
    }
    for interrupt in subject.spec.interrupts {
      if let mask = interrupt.mask { check(subject, mask, "changing the mask in") }
      for cause in interrupt.causes {
        if let enable = cause.enable { check(subject, enable.register, "enabling a cause in") }
      }
    }
    guard let serial = subject.spec.serial else { return }
    check(subject, serial.transmit.blockedWhen.field.register, "looking at a flag of")
    check(subject, serial.receive.emptyWhen.field.register, "looking at a flag of")
  }

  private static func check(
    _ subject: RuleSubject, _ name: RegisterReference, _ what: String, _ waivers: [Waiver] = []
  ) {
    guard let register = subject.register(name.name).value, let effect = register.anyReadEffect else {
      return
    }
    report(
      subject, "\(what) \(name.name.quoted) reads it, and a read \(effect.value.text)", at: name.place,
      notes: [.init("the effect is said here", at: effect.place)],
      fix:
        "use a register that can be read without effect, or add `waive: {hidden-read-effect: why it does no harm}` to it",
      waivers: register.waivers + waivers)
  }
}

extension Register {
  /// What a read of it changes, by its own words or by those of a field.
  var anyReadEffect: Located<ReadEffect>? {
    readEffect ?? fields.first { $0.readEffect != nil }?.readEffect
  }
}
