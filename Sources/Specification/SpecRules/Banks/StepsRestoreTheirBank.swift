import Diagnostics
import DriverSpec

/// No sequence ends with another bank selected than after reset.
///
/// Registers of the resting bank are accessed directly, so they would be others then.
enum StepsRestoreTheirBank: Rule {
  static let code = DiagnosticCode.bankLeftSwitched

  private struct Selector {
    var bank: Bank
    var field: Field
    var resting: UInt64
  }

  static func check(_ subject: RuleSubject) {
    var selectors: [String: [Selector]] = [:]
    var told: Set<String> = []
    for item in subject.mappings.joined() {
      guard let bank = item.bank, told.insert(bank.field.name).inserted,
        let (register, field) = subject.field(bank.field), let reset = register.reset?.value
      else { continue }
      selectors[bank.field.register.name, default: []].append(
        Selector(bank: bank, field: field, resting: field.bits.value.number(in: reset)))
    }
    guard !selectors.isEmpty else { return }
    for sequence in subject.spec.sequences {
      // The last write to the register decides; what loops and branches do counts where it stands.
      var last: [String: (selector: Selector, value: UInt64, place: SourcePlace)] = [:]
      for step in sequence.allSteps {
        guard let name = step.value.register?.name, let found = selectors[name] else { continue }
        for selector in found {
          guard let value = written(step.value, selector, subject) else { continue }
          last[selector.bank.field.name] = (selector, value, step.place)
        }
      }
      for (selector, value, place) in last.values where value != selector.resting {
        report(
          subject,
          """
          sequence \(sequence.name.value.quoted) leaves \(selector.bank.field.written.quoted) at \(value), which \
          selects another bank; after reset it is \(selector.resting)
          """,
          at: place, notes: [.init("the bank is here", at: selector.bank.field.field.place)],
          fix: "leave the field alone: a step that names a register of another bank selects it and restores",
          waivers: sequence.waivers)
      }
    }
  }

  /// What a step writes to the field; `nil` where it does not write it, or not a constant.
  private static func written(
    _ step: Sequence.Step, _ selector: Selector, _ subject: RuleSubject
  ) -> UInt64? {
    switch step {
    case .write(_, let value): return value.value.constantValue.map(selector.field.bits.value.number(in:))
    case .writeFields(let register, let start, let fields):
      if let named = fields.first(where: { $0.field.value == selector.field.name.value }) {
        return constant(named.value, selector.field)
      }
      guard start == .reset else { return 0 }
      let reset = subject.register(register.name).value?.reset?.value
      return reset.map(selector.field.bits.value.number(in:))
    case .modify(_, let fields):
      return fields.first { $0.field.value == selector.field.name.value }
        .flatMap { constant($0.value, selector.field) }
    default: return nil
    }
  }

  private static func constant(_ value: Located<Expression>, _ field: Field) -> UInt64? {
    if case .name(let name) = value.value {
      return field.namesWhenWritten.first { $0.name.value == name.value }?.value
    }
    return value.value.constantValue
  }
}

extension FieldBits {
  /// The field's value in a register's, the first range the most significant part.
  func number(in word: UInt64) -> UInt64 {
    var value: UInt64 = 0
    for range in ranges where range.mask != 0 {
      let part = (word & range.mask) >> UInt64(range.low)
      value = range.width >= 64 ? part : value << UInt64(range.width) | part
    }
    return value
  }
}
