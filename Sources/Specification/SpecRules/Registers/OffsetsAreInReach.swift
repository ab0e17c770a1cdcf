import Diagnostics
import DriverSpec

/// An offset or a stride is one that a machine could have: sums of them never wrap.
enum OffsetsAreInReach: Rule {
  static let code = DiagnosticCode.offsetOutOfReach
  /// The highest offset, exclusive: 1 TiB.
  static let limit: UInt64 = 1 << 40

  static func check(_ subject: RuleSubject) {
    for (index, item) in subject.mappings.enumerated().flatMap({ list in
      list.element.map { (list.offset, $0) }
    }) {
      // A register at the top adds to nothing: it lies in its region, or another rule says so.
      let isAlone = index == 0 && item.register != nil
      let numbers = [isAlone ? nil : item.offset, item.repetition?.stride]
      for number in numbers.compactMap({ $0 }) where number.value >= limit {
        report(
          subject,
          "\(number.value.hexadecimal) is too far for \(item.kind) \(item.name.value.quoted); the limit is \(limit.hexadecimal)",
          at: number.place, fix: "count from the start of the region, or of the block around it")
      }
    }
  }
}
