import Diagnostics
import DriverSpec

/// A register that is called the alternate of another shares bytes with it.
enum AlternatesShareTheirPlace: Rule {
  static let code = DiagnosticCode.alternateApart

  static func check(_ subject: RuleSubject) {
    for items in subject.mappings where items.contains(where: { $0.alternateOf != nil }) {
      let registers = Dictionary(items.compactMap(\.register).map { ($0.name.value, $0) }) { first, _ in first
      }
      for register in registers.values {
        guard let name = register.alternateOf, let other = registers[name.value], other.name != register.name,
          register.region?.value == other.region?.value
        else { continue }
        guard
          register.extent.upperBound <= other.extent.lowerBound
            || other.extent.upperBound <= register.extent.lowerBound
        else { continue }
        warn(
          subject,
          "\(register.name.value.quoted) shares no byte with \(name.value.quoted), whose alternate it is called",
          at: name.place, notes: [.init("\(name.value.quoted) is here", at: other.offset.place)],
          fix: "delete `alternate`, or correct the offset", waivers: register.waivers)
      }
    }
  }
}

extension Register {
  /// From its first byte to the end of its last element, in its block.
  fileprivate var extent: Range<UInt64> {
    let last = repetition.map { max(1, $0.elementCount) - 1 } ?? 0
    let start = offset.value
    let stride = repetition?.stride.value ?? 0
    return
      start..<start.addingSaturating(last.multiplyingSaturating(stride)).addingSaturating(max(1, byteCount))
  }
}
