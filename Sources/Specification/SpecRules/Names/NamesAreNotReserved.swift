import Diagnostics
import DriverSpec

/// No name is a word of Swift, and no register's a word that begins a step.
enum NamesAreNotReserved: Rule {
  static let code = DiagnosticCode.reservedWord
  private static let stepWords: Set<String> = ["let", "require", "await", "read", "hook"]

  static func check(_ subject: RuleSubject) {
    for named in subject.names {
      if named.kind == "register", stepWords.contains(named.name.value) {
        report(
          subject, "\(named.name.value.quoted) begins a step, and cannot name a register",
          at: named.name.place,
          fix: "call it \("\(named.name.value)_".quoted)")
      } else if SwiftName.isReserved(named.name.value) {
        report(
          subject, "\(named.name.value.quoted) is a word of Swift, and cannot name a \(named.kind)",
          at: named.name.place, fix: "call it \("\(named.name.value)_".quoted)")
      }
    }
  }
}
