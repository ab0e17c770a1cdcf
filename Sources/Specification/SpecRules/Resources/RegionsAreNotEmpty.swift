import Diagnostics
import DriverSpec

/// A region has at least one byte, and no more than the broker maps.
enum RegionsAreNotEmpty: Rule {
  static let code = DiagnosticCode.badRegionSize
  /// The most bytes of a region: 1 MiB, as the broker has it.
  static let maximumSize: UInt64 = 1 << 20

  static func check(_ subject: RuleSubject) {
    for region in subject.regions {
      guard let size = region.window?.size, size.value == 0 || size.value > maximumSize else {
        continue
      }
      report(
        subject,
        size.value == 0
          ? "region \(region.name.value.quoted) has no bytes"
          : "region \(region.name.value.quoted) has \(size.value.hexadecimal) bytes; the limit is \(maximumSize.hexadecimal)",
        at: size.place, fix: "write how many bytes of it the driver uses")
    }
  }
}
