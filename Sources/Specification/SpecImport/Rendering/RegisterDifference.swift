import DriverSpec

/// A register as what differs from another one: `{like: CTRL, offset: 0x4, without: [MODE]}`.
struct RegisterDifference {
  /// The keys; `nil` where no list of them makes the one of the other.
  let keys: [(key: String, value: YAMLText)]?
  /// The fields that stand under `fields`, the others being the base's; `nil` where there are no keys.
  let changedFields: [String]?

  init(_ register: Register, from base: Register, named name: String, _ text: SpecText) {
    // What the base says, and this one does not, cannot be taken back.
    guard !Self.isLost(register, base), let (fields, changes) = Self.fields(register, base, text) else {
      keys = nil
      changedFields = nil
      return
    }
    changedFields = changes
    var keys: [(key: String, value: YAMLText)] = [("like", .scalar(name))]
    func changed<Value: Equatable>(_ path: KeyPath<Register, Value?>) -> Value? {
      register[keyPath: path] == base[keyPath: path] ? nil : register[keyPath: path]
    }
    if register.summary?.value != base.summary?.value { keys.add("summary", register.summary?.value) }
    if register.section?.value != base.section?.value { keys.add("section", register.section?.value) }
    if register.offset.value != base.offset.value {
      keys.append(("offset", .hexadecimal(register.offset.value)))
    }
    if register.repetition?.count.value != base.repetition?.count.value
      || register.repetition?.stride.value != base.repetition?.stride.value
    {
      keys.add(register.repetition, elementBytes: UInt64(max(8, register.width.value) / 8))
    }
    if register.width.value != base.width.value { keys.append(("width", .number(register.width.value))) }
    if register.region?.value != base.region?.value { keys.add("region", register.region?.value) }
    if register.byteOrder?.value != base.byteOrder?.value {
      keys.add("byte-order", register.byteOrder?.value.rawValue)
    }
    if register.access.value != base.access.value { keys.add(register.access.value, isSaid: true) }
    let isResetSame =
      register.reset?.value == base.reset?.value && register.resetMask?.value == base.resetMask?.value
    if !isResetSame {
      keys.add("reset", register.reset.map { .hexadecimal($0.value) })
      keys.add("reset-mask", register.resetMask.map { .hexadecimal($0.value) })
    }
    if register.readEffect?.value != base.readEffect?.value { keys.add(register.readEffect?.value) }
    if register.alternateOf?.value != base.alternateOf?.value {
      keys.add("alternate", register.alternateOf?.value)
    }
    if register.bank.map(StepText.bank) != base.bank.map(StepText.bank) {
      keys.add("when", register.bank.map { .scalar(StepText.bank($0)) })
    }
    if register.lockedBy?.value != base.lockedBy?.value { keys.add("locked-by", register.lockedBy?.value) }
    if register.barrier?.value != base.barrier?.value {
      keys.add("barrier", register.barrier?.value.rawValue)
    }
    if Self.readBack(register) != Self.readBack(base) {
      keys.add("read-back", register.readBack.map { text.readBack($0.value) })
    }
    if Self.reserved(register) != Self.reserved(base) {
      keys.add("reserved", text.reserved(register.reserved))
    }
    let own = Array(register.waivers.dropFirst(base.waivers.count))
    if !own.isEmpty { keys.append(("waive", text.waivers(own))) }
    keys.append(contentsOf: fields)
    self.keys = keys
  }

  private static func isLost(_ register: Register, _ base: Register) -> Bool {
    (base.summary != nil && register.summary == nil) || (base.section != nil && register.section == nil)
      || (base.region != nil && register.region == nil)
      || (base.repetition != nil && register.repetition == nil)
      || (base.byteOrder != nil && register.byteOrder == nil) || (base.reset != nil && register.reset == nil)
      || (base.resetMask != nil && register.resetMask == nil
        && base.reset?.value == register.reset?.value)
      || (register.reset == nil && register.resetMask?.value != base.resetMask?.value)
      || (base.readEffect != nil && register.readEffect == nil)
      || (base.alternateOf != nil && register.alternateOf == nil)
      || (base.bank != nil && register.bank == nil)
      || (base.lockedBy != nil && register.lockedBy == nil)
      || (base.readBack != nil && register.readBack == nil)
      || (base.barrier != nil && register.barrier == nil)
      || (!base.reserved.isEmpty && register.reserved.isEmpty)
      || !register.waivers.map(\.code.value).starts(with: base.waivers.map(\.code.value))
      || !register.waivers.map(\.reason.value).starts(with: base.waivers.map(\.reason.value))
  }

  private static func readBack(_ register: Register) -> String? {
    switch register.readBack?.value {
    case nil: nil
    case .itself: "self"
    case .other(let other): StepText.reference(other)
    }
  }

  private static func reserved(_ register: Register) -> [String] {
    register.reserved.map { "\($0.bits.map { SpecText.bits($0.value) } ?? "") \($0.rule.value)" }
  }

  /// `fields` and `without`; `nil` where the fields stand in an order that a change of the base does not make.
  private static func fields(
    _ register: Register, _ base: Register, _ text: SpecText
  ) -> (keys: [(key: String, value: YAMLText)], changes: [String])? {
    let own = Dictionary(register.fields.map { ($0.name.value, $0) }) { first, _ in first }
    let inherited = Set(base.fields.map(\.name.value))
    let removed = base.fields.map(\.name.value).filter { own[$0] == nil }
    let kept = base.fields.filter { own[$0.name.value] != nil }
    let added = register.fields.filter { !inherited.contains($0.name.value) }
    guard register.fields.map(\.name.value) == kept.map(\.name.value) + added.map(\.name.value),
      own.count == register.fields.count, inherited.count == base.fields.count
    else { return nil }
    var changes: [(key: String, value: YAMLText)] = []
    for field in kept {
      guard let mine = own[field.name.value] else { continue }
      if !mine.isSame(as: field) { changes.append((mine.name.value, text.text(of: mine))) }
    }
    changes += added.map { ($0.name.value, text.text(of: $0)) }
    var keys: [(key: String, value: YAMLText)] = []
    keys.add("without", removed.map { .scalar($0) })
    if !changes.isEmpty { keys.append(("fields", .names(changes))) }
    return (keys, changes.map { $0.key })
  }
}

extension Field {
  /// Whether two fields say the same, wherever they say it.
  fileprivate func isSame(as other: Field) -> Bool {
    func names(_ values: [EnumeratedValue]) -> [String] {
      values.map { "\($0.name.value) \($0.pattern.value) \($0.summary?.value ?? "")" }
    }
    func counted(_ quantity: FieldQuantity?) -> String {
      switch quantity?.conversion {
      case nil: ""
      case .linear(let scale, let offset): "\(quantity?.unit.value ?? "") \(scale.value) \(offset.value)"
      case .divides(let expression):
        "\(quantity?.unit.value ?? "") \(StepText.expression(expression.value))"
      }
    }
    return bits.value == other.bits.value && summary?.value == other.summary?.value
      && section?.value == other.section?.value && access?.value == other.access?.value
      && readEffect?.value == other.readEffect?.value && names(values) == names(other.values)
      && names(readValues) == names(other.readValues) && names(writeValues) == names(other.writeValues)
      && onlyNamedValues?.value == other.onlyNamedValues?.value && range?.value == other.range?.value
      && isSigned?.value == other.isSigned?.value && fractionBits?.value == other.fractionBits?.value
      && counted(self.quantity) == counted(other.quantity)
      && waivers.map { $0.code.value + $0.reason.value }
        == other.waivers.map { $0.code.value + $0.reason.value }
  }
}
