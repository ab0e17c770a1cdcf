import Diagnostics
import DriverSpec

/// A waiver names a rule that can be waived, and says why it is.
enum WaiversNameRules: Rule {
  static let code = DiagnosticCode.badWaiver

  static func check(_ subject: RuleSubject) {
    let names = DiagnosticCode.allCases.filter(\.isWaivable).map(\.rawValue)
    for waiver in subject.waivers {
      if let code = DiagnosticCode(rawValue: waiver.code.value) {
        if !code.isWaivable {
          report(
            subject, "\(waiver.code.value.quoted) cannot be waived: no driver could be made",
            at: waiver.code.place,
            fix: "mend what it says")
        }
      } else {
        report(
          subject, "no diagnostic has the code \(waiver.code.value.quoted)", at: waiver.code.place,
          fix: Suggestion.fix(for: waiver.code.value, among: names) ?? "`dddk explain` lists every code")
      }
      if !waiver.reason.value.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
        report(
          subject, "the waiver of \(waiver.code.value.quoted) has no reason", at: waiver.reason.place,
          fix: "say in a few words why the rule does not hold here")
      }
    }
  }
}

extension RuleSubject {
  /// Every waiver that the spec writes down, once each.
  var waivers: [Waiver] {
    var all = spec.waivers + spec.sequences.flatMap(\.waivers)
    for item in mappings.joined() {
      switch item {
      case .register(let register): all += register.waivers + register.fields.flatMap(\.waivers)
      case .block(let block): all += block.waivers
      }
    }
    for word in spec.descriptors.flatMap(\.words) { all += word.waivers + word.fields.flatMap(\.waivers) }
    // What a derived register takes over stands in the file once.
    var places: Set<SourcePlace> = []
    return all.filter { places.insert($0.code.place).inserted }
  }
}
