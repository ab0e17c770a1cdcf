import Diagnostics
import DriverSpec

/// The field that says whose an entry is holds the device's value and another, and the register that takes a ring's
/// address has room for it.
enum RingsHandOverEntries: Rule {
  static let code = DiagnosticCode.badOwner

  static func check(_ subject: RuleSubject) {
    for ring in subject.spec.rings {
      if let descriptor = subject.descriptor(of: ring),
        let word = descriptor.words.first(where: { $0.name.value == ring.owner.field.register.name })
      {
        if let field = word.field(named: ring.owner.field.field.value),
          ring.owner.deviceValue.value > field.bits.largestValue
        {
          report(
            subject,
            "\(ring.owner.field.written.quoted) (\(field.bits.value.written)) is never \(ring.owner.deviceValue.value); the limit is \(field.bits.largestValue)",
            at: ring.owner.deviceValue.place,
            notes: [.init("\(field.name.value.quoted) is here", at: field.bits.place)],
            fix: "correct the value")
        }
        if case .flag(let flag) = ring.wrap, flag.name == ring.owner.field.name {
          report(
            subject, "\(flag.written.quoted) cannot say both whose an entry is and where the ring ends",
            at: flag.field.place,
            notes: [.init("it says whose it is here", at: ring.owner.field.field.place)],
            fix: "name another field")
        }
      }
      guard let base = ring.base, let register = subject.register(base.name).value else { continue }
      let bits = subject.resource(ring.pool.value).value?.pool?.addressBits?.value ?? 64
      guard !register.isWritable || register.width.value < bits else { continue }
      report(
        subject,
        register.isWritable
          ? "\(base.name.quoted) has \(register.width.value) bits, and an address of the pool has \(bits)"
          : "\(base.name.quoted) is \(register.access.text), and the ring's address is written to it",
        at: base.place, notes: [.init("\(base.name.quoted) is here", at: register.name.place)],
        fix: register.isWritable
          ? "add `address-bits: \(register.width.value)` to the pool" : "name another register")
    }
  }
}
