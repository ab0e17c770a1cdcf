import Diagnostics
import DriverSpec

/// A resource for registers says how they are reached, and what it takes from parameters is a number that it can be.
enum RegistersCanBeReached: Rule {
  static let code = DiagnosticCode.badWindow
  /// The most bits by which offsets are shifted.
  static let maximumShift: UInt64 = 4
  /// Bytes that one access can have.
  static let accessWidths: [UInt64] = [1, 2, 4, 8]

  static func check(_ subject: RuleSubject) {
    for resource in subject.spec.resources {
      guard let window = resource.window else { continue }
      if let shift = window.shift {
        check(shift, "shift", "0 to \(maximumShift)", subject) { $0 <= maximumShift }
      }
      if let width = window.accessWidth {
        check(width, "io-width", "1, 2, 4 or 8", subject) { accessWidths.contains($0) }
      }
      if let mmio = window.mmio, !(0..<256).contains(mmio.value) {
        report(
          subject, "no node has `mmio` \(mmio.value); the limit is 255", at: mmio.place,
          fix: "correct the index")
      }
      guard window.mmio == nil, window.port == nil, window.bar == nil, window.configurationSpace == nil,
        !subject.unread.names.contains(resource.name.value)
      else { continue }
      report(
        subject, "nothing says how the registers of \(resource.name.value.quoted) are reached",
        at: resource.name.place, fix: "add `mmio: 0`, `port: 0` or `bar: 0`")
    }
  }

  private static func check(
    _ setting: Located<RegisterWindow.Setting>, _ key: String, _ allowed: String, _ subject: RuleSubject,
    _ isAllowed: (UInt64) -> Bool
  ) {
    switch setting.value {
    case .number(let number):
      guard !isAllowed(number) else { return }
      report(
        subject, "`\(key)` \(number) is refused; it takes \(allowed)", at: setting.place,
        fix: "correct the number")
    case .parameter(let name):
      let parameters = subject.spec.parameters
      guard let parameter = parameters.first(where: { $0.name.value == name }) else {
        if subject.unread.names.contains(name) || subject.unread.sections.contains("parameters") { return }
        report(
          subject, "`\(key)` names \(name.quoted), which is no parameter", at: setting.place,
          fix: Suggestion.fix(for: name, among: parameters.map(\.name.value)))
        return
      }
      let values = [
        parameter.defaultValue.value, parameter.range?.value.lowerBound, parameter.range?.value.upperBound,
      ]
      if let wrong = values.compactMap({ $0 }).first(where: { !isAllowed($0) }) {
        report(
          subject, "parameter \(name.quoted) may be \(wrong), and `\(key)` takes \(allowed)",
          at: setting.place,
          notes: [.init("\(name.quoted) is here", at: parameter.name.place)],
          fix: "correct the default and the `range` of the parameter")
      } else if parameter.range == nil {
        report(
          subject, "parameter \(name.quoted) may be any number, and `\(key)` takes \(allowed)",
          at: setting.place,
          notes: [.init("\(name.quoted) is here", at: parameter.name.place)],
          fix: "add a `range` to the parameter")
      }
    }
  }
}
