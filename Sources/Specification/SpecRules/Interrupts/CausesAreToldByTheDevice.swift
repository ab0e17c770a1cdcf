import Diagnostics
import DriverSpec

/// The fields that say that a cause is pending are the device's: software clears them at most.
enum CausesAreToldByTheDevice: Rule {
  static let code = DiagnosticCode.causeSettable

  static func check(_ subject: RuleSubject) {
    for interrupt in subject.spec.interrupts {
      guard let status = interrupt.status?.name, let register = subject.register(status).value else {
        continue
      }
      var told: Set<SourcePlace> = []
      for reference in interrupt.causes.flatMap(\.fields) {
        guard let field = subject.field(reference.value, of: status).value,
          register.access(of: field).isReadable, register.access(of: field).letsSoftwareSet
        else { continue }
        let access = field.access ?? register.access
        // A register says its access once.
        guard told.insert(access.place).inserted else { continue }
        warn(
          subject,
          "\(reference.value.quoted) says that a cause is pending, and is \(access.value.text): software could set it",
          at: reference.place, notes: [.init("the access is said here", at: access.place)],
          fix: "correct the `access`: such fields are `read-only` or `write-1-to-clear`",
          waivers: field.waivers + register.waivers)
      }
    }
  }
}

extension Access {
  /// Whether a write can set bits, and does not only clear them.
  var letsSoftwareSet: Bool {
    guard isWritable else { return false }
    switch writeEffect {
    case .oneClears, .zeroClears, .clears: return isWriteOnce
    case .stores, .oneSets, .oneToggles, .zeroSets, .zeroToggles, .sets, .changes: return true
    }
  }
}
