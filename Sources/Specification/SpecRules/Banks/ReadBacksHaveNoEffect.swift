import Diagnostics
import DriverSpec

/// The register that is read after a posted write exists, can be read, and nothing changes when it is.
enum ReadBacksHaveNoEffect: Rule {
  static let code = DiagnosticCode.badReadBack

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      guard let readBack = register.readBack else { continue }
      let read: Register
      switch readBack.value {
      case .itself: read = register
      case .other(let reference):
        switch subject.register(reference.name) {
        case .unread: continue
        case .missing:
          report(
            subject, "no register is called \(reference.name.quoted)", at: readBack.place,
            fix: Suggestion.fix(for: reference.name, among: subject.registerNames))
          continue
        case .found(let found): read = found
        }
      }
      let fault =
        !read.isReadable
        ? "it is \(read.access.text)"
        : read.hasReadEffect
          ? "a read of it has an effect" : !register.isWritable ? "nothing is written" : nil
      guard let fault else { continue }
      report(
        subject,
        "register \(read.name.value.quoted) cannot be read after a write of \(register.name.value.quoted): \(fault)",
        at: readBack.place, notes: [.init("\(read.name.value.quoted) is here", at: read.name.place)],
        fix: "name a register that can be read without effect")
    }
  }
}
