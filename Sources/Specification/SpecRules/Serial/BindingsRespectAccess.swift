import Diagnostics
import DriverSpec

/// A class binding reads what can be read and writes what can be written.
enum BindingsRespectAccess: Rule {
  static let code = DiagnosticCode.bindingAccess

  static func check(_ subject: RuleSubject) {
    guard let serial = subject.spec.serial else { return }
    for (role, reference) in serial.references {
      guard let (register, field) = subject.field(reference) else { continue }
      let access = register.access(of: field)
      var missing: [String] = []
      if role.isRead, !access.isReadable { missing.append("read") }
      if role.isWritten, !access.isWritable { missing.append("written") }
      // Mask bits are changed one by one.
      if role.isRead, role.isWritten, access == .write1ToClear { missing.append("set and cleared") }
      if role.isFlag, !role.isWritten, access.isReadable, access.letsSoftwareSet {
        report(
          subject,
          "\(reference.written.quoted) is \(access.text), and \(role.rawValue) is a flag of the device: software could set it",
          at: reference.field.place,
          notes: [.init("the access is said here", at: (field.access ?? register.access).place)],
          fix: "correct the `access`: flags are `read-only`, or cleared by a write")
      }
      guard !missing.isEmpty else { continue }
      report(
        subject,
        """
        \(reference.written.quoted) is \(access.text), and \(role.rawValue) must be \
        \(missing.joined(separator: " and "))
        """,
        at: reference.field.place,
        notes: [.init("the access is said here", at: (field.access ?? register.access).place)],
        fix: "name another field, or correct the `access`")
    }
  }
}
