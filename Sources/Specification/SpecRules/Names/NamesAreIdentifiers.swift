import Diagnostics
import DriverSpec

/// A name is letters, digits, `_`, and `-` between them, and begins with a letter or `_`.
enum NamesAreIdentifiers: Rule {
  static let code = DiagnosticCode.badName
  /// The most characters of a name.
  static let maximumLength = 64

  static func check(_ subject: RuleSubject) {
    for named in subject.names where !isIdentifier(named.name.value) {
      // A driver without a name was reported when it was read.
      if named.name.value.isEmpty { continue }
      let isLong = named.name.value.utf8.count > maximumLength
      report(
        subject,
        isLong
          ? "the name of this \(named.kind) has \(named.name.value.utf8.count) bytes; the limit is \(maximumLength)"
          : "\(named.name.value.quoted) cannot name a \(named.kind)",
        at: named.name.place,
        fix: isLong
          ? nil : "use letters, digits, `_`, and `-` between them, and begin with a letter")
    }
  }

  static func isIdentifier(_ name: String) -> Bool {
    let bytes = name.utf8.span
    guard 1...maximumLength ~= bytes.count, isStart(bytes[0]), bytes[bytes.count - 1] != UInt8(ascii: "-")
    else { return false }
    var previous: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      let isHyphen = byte == UInt8(ascii: "-")
      guard isStart(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || isHyphen,
        !(isHyphen && previous == byte)
      else { return false }
      previous = byte
    }
    return true
  }

  private static func isStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
