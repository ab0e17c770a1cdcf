import Diagnostics
import DriverSpec

/// An ACPI id is `PNP` or three more letters and four hexadecimal digits, or four letters or digits and four digits, as
/// ACPI 6.4 has it in 6.1.5.
enum ACPIIdsAreWellFormed: Rule {
  static let code = DiagnosticCode.badACPIId

  static func check(_ subject: RuleSubject) {
    var first: [String: SourcePlace] = [:]
    for id in subject.spec.identity.acpi {
      if !isWellFormed(id.value) {
        report(
          subject, "\(id.value.quoted) is no ACPI id", at: id.place,
          fix:
            "write three capital letters and four hexadecimal digits, `PNP0501`, or four and four, `QEMU0002`"
        )
      }
      if let earlier = first.updateValue(id.place, forKey: id.value) {
        report(
          subject, "\(id.value.quoted) is listed twice", at: id.place,
          notes: [.init("listed first here", at: earlier)], fix: "keep one of them")
      }
    }
  }

  private static func isWellFormed(_ id: String) -> Bool {
    let bytes = Array(id.utf8)
    guard bytes.count == 7 || bytes.count == 8 else { return false }
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    let isCapital = { (byte: UInt8) in (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    let isHexadecimal = { (byte: UInt8) in
      isDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
    }
    let vendor = bytes.dropLast(4)
    return bytes.suffix(4).allSatisfy(isHexadecimal)
      && vendor.allSatisfy { isCapital($0) || (bytes.count == 8 && isDigit($0)) }
  }
}
