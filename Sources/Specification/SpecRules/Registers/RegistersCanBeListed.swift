import Diagnostics
import DriverSpec

/// All registers with all elements of their arrays are no more than can be gone through one by one.
enum RegistersCanBeListed: Rule {
  static let code = DiagnosticCode.tooManyRegisters
  /// The most elements: as many as the largest region has bytes.
  static let maximumCount: UInt64 = 1 << 20

  static func isListable(_ map: RegisterMap) -> Bool {
    !map.isTruncated && map.registers.reduce(0) { $0.addingSaturating($1.elementCount) } <= maximumCount
  }

  static func check(_ subject: RuleSubject) {
    var count: UInt64 = 0
    for placed in subject.map.registers {
      count = count.addingSaturating(placed.elementCount)
      guard count > maximumCount else { continue }
      report(
        subject,
        "with \(placed.nameWithCounts.quoted) the device has more than \(maximumCount) registers, the limit",
        at: placed.place, fix: "correct the `count` of an array")
      return
    }
    if subject.map.isTruncated, let last = subject.map.registers.last {
      report(
        subject,
        "the device has more than \(RegisterMap.limit) registers, the limit, counting each array as one",
        at: last.place, fix: "correct the blocks that hold each other, or use arrays")
    }
  }
}
