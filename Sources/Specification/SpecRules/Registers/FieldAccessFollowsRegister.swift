import Diagnostics
import DriverSpec

/// A field can be read or written only where its register can.
enum FieldAccessFollowsRegister: Rule {
  static let code = DiagnosticCode.accessContradiction

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      if let effect = register.readEffect, !register.access.value.isReadable {
        report(
          subject,
          "register \(register.name.value.quoted) is write-only, and `on-read` says what a read does",
          at: effect.place, notes: [.init("the access is said here", at: register.access.place)],
          fix: "delete `on-read`, or correct the `access`")
      }
      for field in register.fields {
        if let effect = field.readEffect, !register.access(of: field).isReadable {
          report(
            subject, "field \(field.name.value.quoted) is never read, and `on-read` says what a read does",
            at: effect.place, fix: "delete `on-read`, or correct the `access`")
        }
        guard let access = field.access, !allows(register.access.value, access.value) else { continue }
        report(
          subject,
          """
          field \(field.name.value.quoted) is \(access.value.text), and register \(register.name.value.quoted) \
          is \(register.access.value.text)
          """,
          at: access.place, notes: [.init("the register's access is said here", at: register.access.place)],
          fix: "delete the field's `access`, or make the register `read-write`")
      }
    }
  }

  private static func allows(_ register: Access, _ field: Access) -> Bool {
    if register == .readWrite { return true }
    return (register.isReadable || !field.isReadable) && (register.isWritable || !field.isWritable)
      && (field.writeEffect == register.writeEffect || !field.isWritable)
  }
}
