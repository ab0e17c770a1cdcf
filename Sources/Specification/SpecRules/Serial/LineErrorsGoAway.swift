import Diagnostics
import DriverSpec

/// A line error belongs to one character: where only a write clears its flag, something in the spec writes it.
enum LineErrorsGoAway: Rule {
  static let code = DiagnosticCode.lineErrorStays

  static func check(_ subject: RuleSubject) {
    guard let serial = subject.spec.serial else { return }
    let written = Set(
      subject.steps.compactMap { $0.1.value.isWrite ? $0.1.value.register?.name : nil })
    let acknowledged = Set(
      subject.spec.interrupts.flatMap { interrupt in
        (interrupt.causes.compactMap(\.acknowledge) + (interrupt.acknowledge.map { [$0] } ?? []))
          .map(\.register.name)
      })
    var told: Set<SourcePlace> = []
    for reference in serial.errors.map(\.field) {
      guard let (register, field) = subject.field(reference) else { continue }
      let access = register.access(of: field)
      let isCleared = field.readEffect?.value == .clears || register.readEffect != nil && field.access == nil
      guard access.isReadable, access.isWritable, !access.letsSoftwareSet, !isCleared,
        !written.contains(reference.register.name), !acknowledged.contains(reference.register.name),
        told.insert((field.access ?? register.access).place).inserted
      else { continue }
      warn(
        subject,
        """
        \(reference.written.quoted) is \(access.text), and nothing writes it: the error would stay with every \
        character
        """,
        at: reference.field.place,
        notes: [.init("the access is said here", at: (field.access ?? register.access).place)],
        fix: "correct the `access`: a flag that comes with its character is `read-only`",
        waivers: field.waivers + register.waivers)
    }
  }
}
