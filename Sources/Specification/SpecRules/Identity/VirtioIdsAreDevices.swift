import Diagnostics
import DriverSpec

/// A virtio device id is one that a device can have: 0 says that nobody is there.
enum VirtioIdsAreDevices: Rule {
  static let code = DiagnosticCode.badVirtioId
  /// The highest id: those of PCI transport are 0x1040 and the id, in 16 bits (virtio 1.2, 4.1.2.1).
  static let maximum = 0x3f

  static func check(_ subject: RuleSubject) {
    var first: [Int: SourcePlace] = [:]
    for id in subject.spec.identity.virtio {
      if !(1...maximum).contains(id.value) {
        report(
          subject, "no virtio device has the id \(id.value); the limits are 1 and \(maximum)", at: id.place,
          fix: "copy the id from the list of device types: 1 network, 2 block, 3 console, …")
      }
      if let earlier = first.updateValue(id.place, forKey: id.value) {
        report(
          subject, "virtio \(id.value) is listed twice", at: id.place,
          notes: [.init("listed first here", at: earlier)], fix: "keep one of them")
      }
    }
  }
}
