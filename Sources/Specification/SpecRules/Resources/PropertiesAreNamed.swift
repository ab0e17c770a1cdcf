import Diagnostics
import DriverSpec

/// A parameter's property is one that a device tree node can have, and belongs to one parameter.
enum PropertiesAreNamed: Rule {
  static let code = DiagnosticCode.badProperty
  /// The most characters of a property's name (Devicetree Specification 0.4, 2.2.4).
  static let maximumLength = 31

  static func check(_ subject: RuleSubject) {
    var first: [String: SourcePlace] = [:]
    for parameter in subject.spec.parameters {
      guard let property = parameter.property else { continue }
      if !isName(property.value) {
        report(
          subject, "\(property.value.quoted) is no name of a property", at: property.place,
          fix: "write 1 to \(maximumLength) letters, digits and `,._+?#-`")
      } else if let earlier = first.updateValue(property.place, forKey: property.value) {
        report(
          subject, "property \(property.value.quoted) sets two parameters", at: property.place,
          notes: [.init("named first here", at: earlier)], fix: "keep one parameter")
      }
    }
  }

  private static func isName(_ name: String) -> Bool {
    let others = Set(",._+?#-".utf8)
    return (1...maximumLength).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: others.contains(byte)
        }
      }
  }
}
