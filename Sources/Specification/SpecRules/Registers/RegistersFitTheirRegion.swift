import Diagnostics
import DriverSpec

/// Every byte of a register, and of every element of an array, lies in its region.
enum RegistersFitTheirRegion: Rule {
  static let code = DiagnosticCode.registerOutsideRegion

  static func check(_ subject: RuleSubject) {
    for placed in subject.map.registers {
      guard let name = placed.region, let region = subject.resource(name).value,
        let size = region.window?.size
      else { continue }
      // Offsets of 2⁴⁸ and more have a rule of their own, so that sums do not wrap.
      let end = placed.end
      guard end > size.value else { continue }
      let isArray = !placed.dimensions.isEmpty
      report(
        subject,
        """
        register \((isArray ? placed.nameWithCounts : placed.name).quoted) ends at \(end.hexadecimal); region \
        \(region.name.value.quoted) has \(size.value.hexadecimal) bytes
        """,
        at: placed.register.offset.place, notes: [.init("the size is said here", at: size.place)],
        fix: isArray
          ? "correct the offset, a `count` or `stride`, or the region's `size`"
          : "correct the offset, or the region's `size`")
    }
  }
}
