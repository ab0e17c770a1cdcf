import DriverSpec

/// Plans regions and blocks: which types hold the registers, and through which bus each is reached.
struct BlockPlanner {
  private let spec: DriverSpec
  private let names: SpecNames
  private let device: String
  /// What stands under `blocks`, each once.
  private(set) var shared: [BlockPlan] = []

  init(_ names: SpecNames) {
    spec = names.spec
    self.names = names
    device = SwiftName.type(spec.name.value)
    for block in spec.blocks {
      let space = checked(names.spaces[block.name.value], "block \(block.name.value)")
      shared.append(
        plan(
          block.items, type: space + "Registers", space: space, title: "Block \(block.name.value)",
          line: block.name.place.line))
    }
  }

  /// The registers of a region.
  mutating func root(_ items: [RegisterItem], type: String) -> BlockPlan {
    plan(items, type: type, space: device, title: "", line: nil, isRegion: true)
  }

  /// The words of the descriptors, laid out as registers are.
  func descriptors() -> [DescriptorPlan] {
    spec.descriptors.map { descriptor in
      let space = "\(device).\(SwiftName.type(descriptor.name.value))"
      return DescriptorPlan(
        name: descriptor.name.value,
        words: plan(
          descriptor.words.map { .register($0) }, type: space + "Words", space: space,
          title: descriptor.summary?.value ?? "Descriptor \(descriptor.name.value)",
          line: descriptor.name.place.line))
    }
  }

  private func plan(
    _ items: [RegisterItem], type: String, space: String, title: String, line: Int?, isRegion: Bool = false
  ) -> BlockPlan {
    var block = BlockPlan(
      type: type, space: space, isRegion: isRegion, title: title, line: line, items: [])
    block.items = items.map { item in
      switch item {
      case .register(let register):
        var plan = RegisterPlan(register, in: space, byteOrder: spec.byteOrder?.value)
        if let bank = register.bank { addBank(bank, items, &block, &plan.bus) }
        addAdapters(register, items, block, &plan)
        return .register(plan)
      case .block(let nested):
        var bus = BusPlan()
        if let bank = nested.bank { addBank(bank, items, &block, &bus) }
        let name = RegisterPlan.swiftName(nested.name.value)
        let typeName = SpecNames.type(name, of: "Block", in: space)
        var plan = NestedBlockPlan(
          name: nested.name.value, swiftName: name, summary: nested.summary?.value,
          line: nested.name.place.line, offset: nested.offset.value,
          repetition: RepetitionPlan(nested.repetition), bus: bus, type: "\(space).\(typeName)Registers",
          own: nil
        )
        switch nested.content {
        case .inline(let items):
          plan.own = self.plan(
            items, type: plan.type, space: "\(space).\(typeName)", title: nested.name.value,
            line: nested.name.place.line)
        case .shared(let shared):
          plan.type = checked(names.spaces[shared.value], "block \(shared.value)") + "Registers"
        }
        return .block(plan)
      }
    }.sorted { ($0.offset, $0.name) < ($1.offset, $1.name) }
    return block
  }

  /// A register that another speaks of: beside it, or from the top.
  private func find(
    _ reference: RegisterReference, beside items: [RegisterItem], in block: BlockPlan
  ) -> (register: Register, type: String, place: String) {
    if reference.path.count == 1,
      let register = items.lazy.compactMap(\.register).first(where: { $0.name.value == reference.name })
    {
      return (
        register, "\(block.space).\(RegisterPlan.swiftName(register.name.value))",
        block.place(register.offset.value)
      )
    }
    let placed = checked(names.map.register(reference), "register \(reference.name)")
    let indices = reference.indices.map { Int($0.value.constantValue ?? 0) }
    return (
      placed.register, names.contents(reference),
      NumberText.hexadecimal(placed.offset(at: indices), digits: 2)
    )
  }

  /// The bank at rest is reached directly; any other is selected for each access.
  private func addBank(
    _ bank: Bank, _ items: [RegisterItem], _ block: inout BlockPlan, _ bus: inout BusPlan
  ) {
    let selector = find(bank.field.register, beside: items, in: block)
    let field = checked(selector.register.field(named: bank.field.field.value), bank.field.name)
    let value: UInt64
    let word: String
    switch bank.value.value {
    case .number(let number):
      value = number
      word = String(number)
    case .name(let name):
      value = checked(
        (field.values + field.readValues).first { $0.name.value == name }?.value, "value \(name)")
      word = SwiftName.member(name)
    }
    let mask = field.bits.value.mask
    let bits = field.bits.value.placed(value)
    if (selector.register.reset?.value ?? 0) & mask == bits { return }
    let plan = RegisterPlan(selector.register, in: block.space, byteOrder: spec.byteOrder?.value)
    let name = [bank.field.register.path.last?.name.value ?? "", bank.field.field.value, word]
      .map(SwiftName.member).joined(separator: "_")
    if !block.banks.contains(where: { $0.name == name }) {
      block.banks.append(
        BankPlan(
          name: name, words: "\(bank.field.name) is \(word)", line: bank.value.place.line,
          selector: selector.type, word: plan.word, mask: mask, selected: bits,
          preserved: plan.isNeutralised ? plan.preserved : nil, ones: plan.ones))
    }
    bus.layers.append(.banked(type: "\(block.space).\(name)", selector: selector.place))
  }

  private func addAdapters(
    _ register: Register, _ items: [RegisterItem], _ block: BlockPlan, _ plan: inout RegisterPlan
  ) {
    if plan.isBigEndian { plan.bus.layers.insert(.bigEndian, at: 0) }
    if let lock = register.lockedBy,
      let declared = spec.locks.first(where: { $0.name.value == lock.value })
    {
      let key = find(declared.register, beside: [], in: block)
      plan.bus.layers.append(
        .locked(type: "\(device).\(LockPlan.name(of: declared))", key: key.place))
    }
    switch register.readBack?.value {
    case .none: break
    case .itself: plan.bus.layers.append(.readBack)
    case .other(let reference):
      let other = find(reference, beside: items, in: block)
      plan.bus.layers.append(.readBackFrom(type: other.type, place: other.place))
    }
    switch register.barrier?.value {
    case .none: break
    case .before: plan.bus.layers.append(.ordered("BarrierBefore"))
    case .after: plan.bus.layers.append(.ordered("BarrierAfter"))
    case .both: plan.bus.layers.append(.ordered("BarrierAround"))
    }
  }

  /// The locks, each a type.
  var locks: [LockPlan] {
    spec.locks.map { lock in
      LockPlan(
        name: LockPlan.name(of: lock), summary: lock.summary?.value, line: lock.name.place.line,
        key: names.contents(lock.register), unlock: lock.unlock.map(\.value), lock: lock.lock?.value)
    }
  }
}

extension LockPlan {
  static func name(of lock: Lock) -> String { SwiftName.type(lock.name.value) + "Lock" }
}

extension FieldBits {
  /// The bits of a value where they lie in the register.
  func placed(_ value: UInt64) -> UInt64 {
    var left = value
    return ranges.reversed().reduce(0) { word, range in
      let part = left & range.largestValue
      left = range.width < 64 ? left >> UInt64(range.width) : 0
      return word | part << UInt64(range.low)
    }
  }
}
