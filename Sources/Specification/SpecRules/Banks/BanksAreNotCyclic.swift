import Diagnostics
import DriverSpec

/// The register that selects a bank is there in every bank that it selects.
enum BanksAreNotCyclic: Rule {
  static let code = DiagnosticCode.bankCycle

  static func check(_ subject: RuleSubject) {
    /// The banks that an access to a register needs, found once.
    var done: Set<String> = []
    for placed in subject.map.registers where !placed.banks.isEmpty {
      follow(placed, [], &done, subject)
    }
  }

  private static func follow(
    _ placed: PlacedRegister, _ around: [String], _ done: inout Set<String>, _ subject: RuleSubject
  ) {
    guard done.insert(placed.name).inserted, around.count < 16 else { return }
    for bank in placed.banks {
      let name = bank.field.register.name
      if name == placed.name || around.contains(name) {
        report(
          subject,
          "to reach \(name.quoted), its own field \(bank.field.field.value.quoted) would have to be written first",
          at: bank.field.register.place, fix: "delete `when` from \(name.quoted), or name another field")
      } else if let next = subject.placed(name), !next.banks.isEmpty {
        follow(next, around + [placed.name], &done, subject)
      }
    }
  }
}
