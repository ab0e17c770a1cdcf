import Diagnostics
import DriverSpec

/// Every byte of a register lies in its region.
enum RegistersFitTheirRegion: Rule {
  static let code = DiagnosticCode.registerOutsideRegion

  static func check(_ subject: RuleSubject) {
    let sole = subject.regions.count == 1 ? subject.regions.first : nil
    for register in subject.registers {
      let region = register.region.map { subject.resource($0.value).value } ?? sole
      guard let region, let size = region.window?.size else { continue }
      guard register.end > size.value else { continue }
      report(
        subject,
        """
        register \(register.name.value.quoted) ends at \(register.end.hexadecimal); region \
        \(region.name.value.quoted) has \(size.value.hexadecimal) bytes
        """,
        at: register.offset.place, notes: [.init("the size is said here", at: size.place)],
        fix: "correct the offset, or the region's `size`")
    }
  }
}
