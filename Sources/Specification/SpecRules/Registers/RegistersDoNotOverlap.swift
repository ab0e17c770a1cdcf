import Diagnostics
import DriverSpec

/// No byte of a region belongs to two registers, unless they begin at one offset and one is only read, the other only
/// written.
enum RegistersDoNotOverlap: Rule {
  static let code = DiagnosticCode.registersOverlap

  static func check(_ subject: RuleSubject) {
    let sole = subject.regions.count == 1 ? subject.regions.first?.name.value : nil
    let byRegion = Dictionary(grouping: subject.registers) { $0.region?.value ?? sole ?? "" }
    for registers in byRegion.values { check(registers, subject) }
  }

  private static func check(_ registers: [Register], _ subject: RuleSubject) {
    let sorted = registers.enumerated().sorted {
      ($0.element.offset.value, $0.offset) < ($1.element.offset.value, $1.offset)
    }.map(\.element)
    /// The register that reaches furthest of all that begin below the current offset.
    var below: Register?
    var index = 0
    while index < sorted.count {
      let group = sorted[index...].prefix { $0.offset.value == sorted[index].offset.value }
      var reader: Register?
      var writer: Register?
      for register in group {
        var earlier = below.flatMap { $0.end > register.offset.value ? $0 : nil }
        if register.access.value.isReadable {
          earlier = earlier ?? reader
          reader = reader ?? register
        }
        if register.access.value.isWritable {
          earlier = earlier ?? writer
          writer = writer ?? register
        }
        if let earlier { report(subject, register, earlier) }
      }
      for register in group where register.end > below?.end ?? 0 { below = register }
      index += group.count
    }
  }

  private static func report(_ subject: RuleSubject, _ one: Register, _ other: Register) {
    let (first, second) = one.name.place < other.name.place ? (one, other) : (other, one)
    report(
      subject,
      """
      register \(second.name.value.quoted) (\(second.offset.value.hexadecimal), \(second.byteCount) bytes) overlaps \
      \(first.name.value.quoted) (\(first.offset.value.hexadecimal), \(first.byteCount) bytes)
      """,
      at: second.offset.place, notes: [.init("\(first.name.value.quoted) is here", at: first.offset.place)],
      fix: "correct one offset; only a read-only and a write-only register may share one")
  }
}

extension Register {
  /// How many bytes it covers; a width that is no multiple of 8 counts its last bits as a byte.
  var byteCount: UInt64 { (UInt64(max(0, width.value)) + 7) / 8 }

  /// The first byte after it.
  var end: UInt64 {
    let (end, overflow) = offset.value.addingReportingOverflow(byteCount)
    return overflow ? .max : end
  }
}
