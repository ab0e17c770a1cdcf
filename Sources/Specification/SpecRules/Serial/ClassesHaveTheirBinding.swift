import Diagnostics
import DriverSpec

/// A class has a section that says how the device does it, and that section has its class.
enum ClassesHaveTheirBinding: Rule {
  static let code = DiagnosticCode.classWithoutBinding

  static func check(_ subject: RuleSubject) {
    guard !subject.unread.sections.contains("class") else { return }
    let isRead = !subject.unread.sections.contains("serial")
    switch subject.spec.deviceClass?.value {
    case .serial:
      guard subject.spec.serial == nil, isRead, let place = subject.spec.deviceClass?.place else { return }
      report(
        subject, "the class is `serial`, and no section `serial` says how the device does it", at: place,
        fix: "add `serial:` with `transmit` and `receive`, or delete `class`")
    case nil:
      guard let serial = subject.spec.serial else { return }
      report(
        subject, "there is a section `serial`, and the spec does not say `class: serial`",
        at: serial.transmit.data.register.place, fix: "add `class: serial`, or delete the section")
    }
  }
}
