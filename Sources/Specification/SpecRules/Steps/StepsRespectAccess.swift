import Diagnostics
import DriverSpec

/// A step writes only what can be written and reads only what can be read.
enum StepsRespectAccess: Rule {
  static let code = DiagnosticCode.stepAccess

  static func check(_ subject: RuleSubject) {
    for (_, step) in subject.steps {
      guard let name = step.value.register, let register = subject.register(name.name).value else {
        continue
      }
      switch step.value {
      case .write:
        if !register.isWritable { refuse(subject, "register", name.located, .write, register.access) }
      case .read, .bindRead(_, .register):
        if !register.isReadable { refuse(subject, "register", name.located, .read, register.access) }
      case .writeFields(_, _, let fields), .modify(_, let fields):
        for value in fields {
          guard let field = subject.field(value.field.value, of: name.name).value,
            !register.access(of: field).isWritable
          else { continue }
          refuse(subject, "field", value.field, .write, field.access ?? register.access)
        }
        if fields.isEmpty, !register.isWritable {
          refuse(subject, "register", name.located, .write, register.access)
        }
      case .await, .bindRead, .branch, .whileLoop:
        for reference in step.value.fields {
          guard let field = subject.field(reference.value, of: name.name).value,
            !register.access(of: field).isReadable
          else { continue }
          refuse(subject, "field", reference, .read, field.access ?? register.access)
        }
      case .bind, .require, .hook, .call, .loop, .delay, .barrier: break
      }
    }
  }

  private enum Direction: String {
    case read = "cannot be read"
    case write = "cannot be written"
  }

  private static func refuse(
    _ subject: RuleSubject, _ kind: String, _ name: Located<String>, _ direction: Direction,
    _ access: Located<Access>
  ) {
    report(
      subject, "\(kind) \(name.value.quoted) is \(access.value.text) and \(direction.rawValue)",
      at: name.place, notes: [.init("the access is said here", at: access.place)],
      fix: "delete the step, or correct the `access`")
  }
}
