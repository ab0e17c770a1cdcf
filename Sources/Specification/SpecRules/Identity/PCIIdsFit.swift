import Diagnostics
import DriverSpec

/// The numbers of a PCI function fit its configuration header: vendor and device 16 bits, class 24, and none is "nobody".
enum PCIIdsFit: Rule {
  static let code = DiagnosticCode.badPCIId

  static func check(_ subject: RuleSubject) {
    var first: [[UInt64]: SourcePlace] = [:]
    for function in subject.spec.identity.pci {
      let ids = [
        ("vendor", function.vendor, UInt64(0xfffe)), ("device", function.device, 0xffff),
        ("class", function.classCode ?? Located(0, at: function.vendor.place), 0xff_ffff),
      ]
      for (what, number, limit) in ids where number.value > limit {
        report(
          subject,
          number.value == 0xffff
            ? "a PCI \(what) of 0xffff means that nobody is there"
            : "a PCI \(what) is never \(number.value.hexadecimal); the limit is \(limit.hexadecimal)",
          at: number.place, fix: "correct the number")
      }
      let key = [function.vendor.value, function.device.value, function.classCode?.value ?? .max]
      if let earlier = first.updateValue(function.vendor.place, forKey: key) {
        report(
          subject, "this PCI function is listed twice", at: function.vendor.place,
          notes: [.init("listed first here", at: earlier)], fix: "keep one of them")
      }
    }
  }
}
