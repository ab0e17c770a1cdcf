import Diagnostics
import DriverSpec

/// A write of some fields says what the others become, where 0 and the reset value differ.
enum WritesSayTheirStart: Rule {
  static let code = DiagnosticCode.writeStartUnsaid

  static func check(_ subject: RuleSubject) {
    for (sequence, step) in subject.steps {
      guard case .writeFields(let name, .unsaid, let fields) = step.value,
        let register = subject.register(name.name).value, let reset = register.reset
      else { continue }
      let named = Set(fields.map(\.field.value))
      let written = register.fields.reduce(UInt64(0)) {
        named.contains($1.name.value) ? $0 | $1.bits.mask : $0
      }
      let differing = reset.value & ~written & register.largestValue
      guard differing != 0 else { continue }
      let text = fields.map { "\($0.field.value) = …" }.joined(separator: ", ")
      report(
        subject,
        "this does not say whether the bits \(differing.hexadecimal) of \(name.name.quoted) become 0 or, as after reset, 1",
        at: name.place, notes: [.init("the reset value is said here", at: reset.place)],
        fix: "write `\(name.name) = reset {\(text)}`, or `\(name.name) = zero {\(text)}`",
        waivers: register.waivers + sequence.waivers)
    }
  }
}
