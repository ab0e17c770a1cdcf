import Diagnostics
import DriverSpec

/// A machine can say that it has the device: by a `compatible` string, as device trees hold them, each once, or by the ids of
/// PCI, ACPI or virtio.
enum DevicesCanBeFound: Rule {
  static let code = DiagnosticCode.deviceNotFindable
  /// The most bytes of a `compatible` string.
  static let maximumLength = 128

  static func check(_ subject: RuleSubject) {
    let identity = subject.spec.identity
    let strings = identity.compatible
    if strings.isEmpty, identity.pci.isEmpty, identity.acpi.isEmpty, identity.virtio.isEmpty,
      !subject.unread.sections.contains("device")
    {
      report(
        subject, "no machine can say that it has this device", at: subject.spec.name.place,
        fix: "add `device: {compatible: [\"vendor,device\"]}`")
    }
    var first: [String: SourcePlace] = [:]
    for string in strings {
      if let earlier = first.updateValue(string.place, forKey: string.value) {
        report(
          subject, "\(string.value.quoted) is listed twice", at: string.place,
          notes: [.init("listed first here", at: earlier)], fix: "keep one of them")
      }
      let isPrintable = string.value.utf8.allSatisfy { (0x21..<0x7f).contains($0) }
      if !isPrintable || string.value.utf8.count > maximumLength {
        report(
          subject,
          "\(string.value.quoted) cannot stand in a device tree: it takes 1 to \(maximumLength) ASCII characters, none blank",
          at: string.place, fix: "copy the string from the device tree binding")
      }
    }
  }
}
