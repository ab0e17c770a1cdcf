import Diagnostics
import DriverSpec

/// The field that selects a bank can be read and written without more, its reset is stated, and one register holds it.
///
/// Generated code reads the register, writes the other bank, does its access, and writes back what it read.
enum BanksCanBeSwitched: Rule {
  static let code = DiagnosticCode.bankNotSwitchable

  static func check(_ subject: RuleSubject) {
    var told: Set<String> = []
    for item in subject.mappings.joined() {
      guard let bank = item.bank, let (register, field) = subject.field(bank.field),
        told.insert(bank.field.name).inserted
      else { continue }
      var faults: [String] = []
      let access = register.access(of: field)
      if !access.isReadable { faults.append("it cannot be read") }
      if !access.isWritable { faults.append("it cannot be written") }
      if access.isWritable, access.writeEffect != .stores || access.isWriteOnce {
        faults.append("it is \(access.text)")
      }
      if register.hasReadEffect { faults.append("a read of \(register.name.value.quoted) has an effect") }
      if register.reset == nil { faults.append("\(register.name.value.quoted) has no `reset`") }
      if let mask = register.resetMask?.value, mask & field.bits.mask != field.bits.mask {
        faults.append("its reset is not stated")
      }
      if !(subject.placed(bank.field.register.name)?.dimensions.isEmpty ?? true) {
        faults.append("it stands in an array")
      }
      guard !faults.isEmpty else { continue }
      report(
        subject, "\(bank.field.written.quoted) cannot select a bank: \(faults.joined(separator: ", "))",
        at: bank.field.field.place,
        notes: [.init("\(field.name.value.quoted) is here", at: field.name.place)],
        fix: "name a field that stores what is written, with the `reset` of its register")
    }
  }
}
