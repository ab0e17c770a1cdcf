import Diagnostics
import DriverSpec

/// Specs of every construct of the language, decided by a seed; whether a rule would let them pass is of no matter.
struct RandomSpec {
  private var state: UInt64
  private var registers: [[RegisterReference.Element]] = []
  private var fields: [FieldReference] = []
  private let place = SourcePlace(line: 1, column: 1)

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

  // MARK: Choices

  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % max(1, limit)
  }

  private mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

  private mutating func chance(_ parts: Int = 2) -> Bool { below(parts) == 0 }

  private func at<Value>(_ value: Value) -> Located<Value> { Located(value, at: place) }

  private mutating func maybe<Value>(_ parts: Int = 2, _ value: (inout Self) -> Value) -> Located<Value>? {
    chance(parts) ? at(value(&self)) : nil
  }

  private mutating func number() -> UInt64 {
    switch below(4) {
    case 0: UInt64(below(4))
    case 1: UInt64(below(1_000))
    case 2: UInt64(below(Int.max))
    default: .max - UInt64(below(2))
    }
  }

  /// Text that YAML could take for something else.
  private mutating func text() -> String {
    one(of: [
      "a text", "a: b", "# no comment", "- no item", "null", "~", "0x10", "true", "12", "é and 125 m°C",
      "{brace",
      "[list]", "back\\slash", "\"quoted\"", "it's", " blanks ", "x:", "&anchor", "*alias", "!tag",
      "% percent", "@at",
      "`tick", "two\nlines", "tab\there", "?question", "a #b", "1.5", "|", ">", "yes",
    ])
  }

  private mutating func range() -> ClosedRange<UInt64> {
    let (first, second) = (number(), number())
    return min(first, second)...max(first, second)
  }

  // MARK: The spec

  /// The next spec.
  mutating func spec() -> DriverSpec {
    var spec = DriverSpec(version: at(1), name: at("Probe"), identity: Identity())
    spec.summary = maybe { $0.text() }
    spec.manual = maybe { $0.text() }
    spec.deviceClass = maybe { _ in .serial }
    spec.byteOrder = maybe { $0.one(of: ByteOrder.allCases) }
    spec.identity.compatible = (0..<below(3)).map { _ in at(text()) }
    spec.identity.acpi = (0..<below(2)).map { _ in at("PNP0501") }
    spec.identity.virtio = (0..<below(3)).map { at($0 + 1) }
    spec.identity.pci = (0..<below(3)).map { _ in
      .init(
        vendor: at(UInt64(below(0x1_0000))), device: at(UInt64(below(0x1_0000))),
        classCode: maybe { UInt64($0.below(0x100_0000)) })
    }
    spec.resources = (0..<below(7)).map { Resource(name: at("resource\($0)"), kind: resourceKind()) }
    spec.parameters = (0..<below(3)).map { index in
      Parameter(
        name: at("parameter-\(index)"), summary: maybe { $0.text() }, defaultValue: at(number()),
        property: maybe { $0.text() }, unit: maybe { $0.text() }, range: maybe { $0.range() })
    }
    // Shapes first, so that references have something to name.
    spec.blocks = (0..<below(3)).map { index in
      BlockDefinition(
        name: at("shared\(index)"), summary: maybe { $0.text() }, section: maybe { $0.text() },
        items: items(depth: 3, "S\(index)_", shared: []))
    }
    spec.registers = items(depth: 0, "", shared: spec.blocks)
    collect(spec.registers, [])
    mend(&spec.registers)
    spec.locks = (0..<below(2)).map { index in
      Lock(
        name: at("lock\(index)"), summary: maybe { $0.text() }, register: register(),
        unlock: (0...below(3)).map { _ in at(number()) }, lock: maybe { $0.number() })
    }
    spec.descriptors = (0..<below(3)).map { descriptor("descriptor\($0)") }
    spec.rings = (0..<below(3)).map { ring("ring\($0)") }
    spec.interrupts = (0..<below(4)).map { interrupt("resource\($0)") }
    spec.sequences = (0..<below(4)).map { sequence("sequence-\($0)") }
    spec.hooks = (0..<below(3)).map { Hook(name: at("hook\($0)"), summary: maybe { $0.text() }) }
    if chance() { spec.serial = serial() }
    spec.waivers = waivers()
    return spec
  }

  private mutating func resourceKind() -> Resource.Kind {
    switch below(5) {
    case 0:
      .irq(
        index: at(below(4)), trigger: maybe { $0.one(of: [.level, .edge]) }, isShared: maybe { $0.chance() })
    case 1: .msi(index: at(below(4)))
    case 2: .clock(index: at(below(4)))
    case 3:
      .dma(
        DMAPool(
          size: at(max(1, number())), alignment: maybe { max(1, $0.number()) },
          addressBits: maybe { 1 + $0.below(64) }))
    default: .registers(window())
    }
  }

  private mutating func window() -> RegisterWindow {
    var window = RegisterWindow(size: at(number()))
    window.mmio = maybe { $0.below(3) }
    window.port = maybe(4) { $0.below(3) }
    window.bar = maybe(4) { $0.below(6) }
    if window.mmio == nil, window.port == nil, window.bar == nil { window.configurationSpace = place }
    window.shift = maybe(3) { $0.chance() ? .number(2) : .parameter("reg-shift") }
    window.accessWidth = maybe(3) { $0.chance() ? .number(4) : .parameter("reg-io-width") }
    return window
  }

  private mutating func waivers() -> [Waiver] {
    chance(5) ? [Waiver(code: at("let-unused"), reason: at(text()))] : []
  }

  // MARK: Registers

  private mutating func items(depth: Int, _ prefix: String, shared: [BlockDefinition]) -> [RegisterItem] {
    var items: [RegisterItem] = []
    for index in 0...below(4) {
      let name = "\(prefix)R\(index)"
      if depth < 3, chance(4) {
        var block = Block(
          name: at(name), offset: at(number()), content: .inline([]))
        block.summary = maybe { $0.text() }
        block.section = maybe { $0.text() }
        block.region = depth == 0 ? maybe(4) { _ in "resource0" } : nil
        block.repetition = repetition()
        block.waivers = waivers()
        if let definition = shared.first, chance() {
          block.content = .shared(definition.name)
        } else {
          block.content = .inline(self.items(depth: depth + 1, "\(name)_", shared: shared))
        }
        items.append(.block(block))
        continue
      }
      var register = register(name, isTop: depth == 0)
      if let base = items.compactMap(\.register).last, chance(4) {
        register = derived(register, from: base)
      }
      items.append(.register(register))
    }
    return items
  }

  private mutating func repetition() -> Repetition? {
    chance(3) ? Repetition(count: at(1 + below(8)), stride: at(1 + UInt64(below(100)))) : nil
  }

  private mutating func access() -> Access {
    Access(one(of: Access.Permission.allCases), writeEffect: one(of: Access.WriteEffect.allCases))
  }

  private mutating func readEffect() -> ReadEffect { one(of: [.clears, .sets, .changes("pops a word")]) }

  private mutating func register(_ name: String, isTop: Bool) -> Register {
    var register = Register(
      name: at(name), offset: at(number()), width: at(one(of: [8, 16, 32, 64])), access: at(access()))
    register.summary = maybe { $0.text() }
    register.section = maybe { $0.text() }
    register.region = isTop ? maybe(4) { _ in "resource0" } : nil
    register.repetition = repetition()
    register.byteOrder = maybe(4) { $0.one(of: ByteOrder.allCases) }
    register.reset = maybe { $0.number() }
    register.resetMask = maybe(4) { $0.number() }
    register.readEffect = maybe(4) { $0.readEffect() }
    if chance(3) {
      register.reserved =
        chance()
        ? [ReservedBits(rule: at(one(of: ReservedBits.Rule.allCases)))]
        : (0...below(2)).map {
          ReservedBits(
            bits: at(BitRange(high: 8 * $0 + 3, low: 8 * $0)), rule: at(one(of: ReservedBits.Rule.allCases)))
        }
    }
    register.lockedBy = maybe(5) { _ in "lock0" }
    register.barrier = maybe(5) { $0.one(of: Register.Barrier.allCases) }
    register.fields = (0..<below(5)).map { field("F\($0)") }
    register.waivers = waivers()
    return register
  }

  /// A register that is like another and says its own name, place and some fields.
  private mutating func derived(_ register: Register, from base: Register) -> Register {
    var derived = base
    derived.name = register.name
    derived.offset = register.offset
    derived.derivedFrom = base.name
    if chance() { derived.summary = at("derived") }
    if chance() { derived.access = register.access }
    if chance(), let first = derived.fields.indices.first { derived.fields.remove(at: first) }
    if chance() { derived.fields.append(field("G\(register.name.value)")) }
    return derived
  }

  private mutating func field(_ name: String) -> Field {
    let ranges = (0...(chance(4) ? 2 : 0)).map { part in
      let low = 8 * part + below(4)
      return BitRange(high: low + below(4), low: low)
    }
    var field = Field(name: at(name), bits: at(FieldBits(ranges)))
    field.summary = maybe { $0.text() }
    field.section = maybe(4) { $0.text() }
    field.access = maybe { $0.access() }
    field.readEffect = maybe(4) { $0.readEffect() }
    switch below(4) {
    case 0: field.values = values()
    case 1:
      field.readValues = values()
      if chance() { field.writeValues = values() }
    default: break
    }
    field.onlyNamedValues = maybe(4) { $0.chance() }
    field.range = maybe(4) { $0.range() }
    field.isSigned = maybe(4) { $0.chance() }
    field.fractionBits = maybe(4) { $0.below(64) }
    if chance(3) { field.quantity = quantity() }
    field.waivers = waivers()
    return field
  }

  private mutating func values() -> [EnumeratedValue] {
    (0...below(3)).map { index in
      let pattern: EnumeratedValue.Pattern
      switch below(4) {
      case 0: pattern = .otherwise
      case 1:
        let dontCare = number() & 0xff | 1
        pattern = .bits(value: number() & ~dontCare & 0xff, dontCare: dontCare)
      default: pattern = .value(number())
      }
      return EnumeratedValue(name: at("value\(index)"), pattern: at(pattern), summary: maybe(3) { $0.text() })
    }
  }

  private mutating func quantity() -> FieldQuantity {
    let unit = at(one(of: ["Hz", "m°C", "baud"]))
    if chance() { return FieldQuantity(unit: unit, conversion: .divides(at(expression(3)))) }
    let scale = Ratio(Int64(below(100)) - 50, over: Int64(1 + below(9)))
    return FieldQuantity(
      unit: unit, conversion: .linear(scale: at(scale), offset: at(Int64(below(1_000)) - 500)))
  }

  // MARK: References

  private mutating func collect(_ items: [RegisterItem], _ path: [RegisterReference.Element]) {
    for item in items {
      switch item {
      case .register(let register):
        let index: Expression? = register.repetition == nil ? nil : .literal(0)
        let here = path + [.init(name: register.name, index: index.map { at($0) })]
        registers.append(here)
        for field in register.fields {
          fields.append(FieldReference(register: RegisterReference(path: here), field: field.name))
        }
      case .block(let block):
        guard case .inline(let inner) = block.content else { continue }
        let index: Expression? = block.repetition == nil ? nil : .literal(1)
        collect(inner, path + [.init(name: block.name, index: index.map { at($0) })])
      }
    }
  }

  /// What can only be said once there are registers to name.
  private mutating func mend(_ items: inout [RegisterItem]) {
    for index in items.indices {
      switch items[index] {
      case .register(var register):
        guard register.derivedFrom == nil,
          !items.contains(where: { $0.register?.derivedFrom == register.name })
        else { continue }
        if chance(5) { register.readBack = at(chance() ? .itself : .other(self.register())) }
        if chance(5), !fields.isEmpty { register.bank = bank() }
        if chance(5) { register.alternateOf = at("R0") }
        items[index] = .register(register)
      case .block(var block):
        if case .inline(var inner) = block.content {
          mend(&inner)
          block.content = .inline(inner)
        }
        if chance(5), !fields.isEmpty { block.bank = bank() }
        if chance(5) { block.alternateOf = at("R0") }
        items[index] = .block(block)
      }
    }
  }

  private mutating func register() -> RegisterReference {
    registers.isEmpty ? RegisterReference(at("NONE")) : indexed(RegisterReference(path: one(of: registers)))
  }

  private mutating func field() -> FieldReference {
    guard !fields.isEmpty else {
      return FieldReference(register: RegisterReference(at("NONE")), field: at("F"))
    }
    var field = one(of: fields)
    field.register = indexed(field.register)
    return field
  }

  private mutating func indexed(_ reference: RegisterReference) -> RegisterReference {
    var reference = reference
    for index in reference.path.indices where reference.path[index].index != nil {
      reference.path[index].index = at(expression(2))
    }
    return reference
  }

  private mutating func bank() -> Bank {
    let value: Bank.Value = chance() ? .number(number()) : .name("value0")
    return Bank(field: one(of: fields), value: at(value))
  }

  private mutating func expression(_ depth: Int) -> Expression {
    switch depth == 0 ? below(2) : below(5) {
    case 0: .literal(number())
    case 1: .name(at(one(of: ["rate", "baud-rate", "i", "n_1"])))
    default:
      .binary(
        one(of: Expression.Operator.allCases), at(expression(depth - 1)), at(expression(depth - 1)))
    }
  }

  // MARK: Shared memory

  private mutating func descriptor(_ name: String) -> Descriptor {
    Descriptor(
      name: at(name), summary: maybe { $0.text() }, section: maybe { $0.text() }, size: at(number()),
      alignment: maybe { $0.number() },
      words: (0...below(2)).map { index in
        var word = Register(
          name: at("W\(index)"), offset: at(number()), width: at(one(of: [8, 16, 32, 64])),
          access: at(.readWrite))
        word.byteOrder = maybe(3) { $0.one(of: ByteOrder.allCases) }
        word.summary = maybe { $0.text() }
        word.fields = (0..<below(3)).map { field("F\($0)") }
        return word
      })
  }

  private mutating func ring(_ name: String) -> DescriptorRing {
    let flag = FieldReference(register: RegisterReference(at("FLAGS")), field: at("WRAP"))
    var ring = DescriptorRing(
      name: at(name), summary: maybe { $0.text() }, descriptor: at("descriptor0"), pool: at("resource1"),
      entries: at(1 + below(64)),
      owner: .init(
        field: FieldReference(register: RegisterReference(at("FLAGS")), field: at("OWN")),
        deviceValue: at(UInt64(below(2)))),
      wrap: chance() ? .index(place) : .flag(flag))
    if chance() { ring.base = register() }
    return ring
  }

  // MARK: Interrupts

  private mutating func acknowledgement() -> Interrupt.Acknowledgement {
    switch below(4) {
    case 0: .pendingBits(register())
    case 1: .write(register(), value: at(number()))
    case 2: .read(register())
    default: .set(field())
    }
  }

  private mutating func condition() -> Interrupt.FieldCondition {
    guard chance() else { return .init(field: at("F\(below(3))")) }
    let value: Bank.Value = chance() ? .number(number()) : .name("value0")
    return .init(
      field: at("F\(below(3))"), comparison: chance() ? .equal : .notEqual, value: at(value))
  }

  private mutating func interrupt(_ name: String) -> Interrupt {
    var interrupt = Interrupt(resource: at(name))
    interrupt.repeatLimit = maybe(3) { 1 + $0.below(16) }
    if chance() { interrupt.mask = register() }
    if chance() { interrupt.acknowledge = acknowledgement() }
    let hasStatus = chance(3) ? false : true
    if hasStatus {
      interrupt.status = register()
      if chance(3) { interrupt.pendingWhen = at(condition()) }
    }
    interrupt.causes = (0...(hasStatus ? below(3) : 0)).map { index in
      var cause = Interrupt.Cause(name: at("cause\(index)"))
      if hasStatus { cause.conditions = (0...below(2)).map { _ in condition() } }
      if chance(3) { cause.enable = field() }
      if chance(3) { cause.acknowledge = acknowledgement() }
      cause.sequence = maybe(4) { _ in "sequence-0" }
      return cause
    }
    return interrupt
  }

  private mutating func serial() -> SerialBinding {
    SerialBinding(
      transmit: .init(
        data: field(), blockedWhen: .init(field: field(), isSet: chance()), cause: at("cause0"),
        enable: [field()]),
      receive: .init(
        data: field(), emptyWhen: .init(field: field(), isSet: chance()), cause: at("cause1"),
        enable: [field(), field()]),
      errors: (0..<below(3)).map { .init(kind: at(SerialBinding.LineError.allCases[$0]), field: field()) })
  }

  // MARK: Sequences

  private mutating func sequence(_ name: String) -> Sequence {
    var sequence = Sequence(name: at(name))
    sequence.summary = maybe(3) { $0.text() }
    sequence.section = maybe(4) { $0.text() }
    sequence.parameters = (0..<below(3)).map { index in
      SequenceParameter(name: at("p\(index)"), range: maybe { $0.range() })
    }
    sequence.steps = steps(2)
    sequence.waivers = waivers()
    return sequence
  }

  private mutating func steps(_ depth: Int) -> [Located<Sequence.Step>] {
    (0...below(4)).map { _ in at(step(depth)) }
  }

  private mutating func condition(_ depth: Int) -> Sequence.Condition {
    .init(
      subject: chance() ? .field(field()) : .value(at(expression(depth))),
      comparison: at(one(of: Sequence.Comparison.allCases)), value: at(expression(depth)))
  }

  private mutating func fieldValues() -> [Sequence.FieldValue] {
    (0...below(2)).map { .init(field: at("F\($0)"), value: at(expression(2))) }
  }

  private mutating func step(_ depth: Int) -> Sequence.Step {
    switch below(depth == 0 ? 13 : 16) {
    case 0: return .write(register: register(), value: at(expression(2)))
    case 1:
      return .writeFields(
        register: register(), from: one(of: [.zero, .reset, .unsaid]), fields: fieldValues())
    case 2: return .modify(register: register(), fields: fieldValues())
    case 3: return .read(register: register())
    case 4:
      let bound: Sequence.Bound =
        chance() ? .polls(number()) : .time(nanoseconds: UInt64(1 + below(60_000)) * 1_000)
      return .await(
        field: field(), comparison: at(one(of: Sequence.Comparison.allCases)), value: at(expression(2)),
        bound: chance(4) ? nil : at(bound))
    case 5: return .bind(name: at("n\(below(9))"), value: at(expression(3)))
    case 6: return .bindRead(name: at("n\(below(9))"), source: .register(register()))
    case 7: return .bindRead(name: at("n\(below(9))"), source: .field(field()))
    case 8: return .require(value: at(expression(2)), range: at(range()))
    case 9: return .hook(name: at("hook0"))
    case 10:
      return .call(
        sequence: at("sequence-0"),
        arguments: (0..<below(3)).map { .init(name: at("p\($0)"), value: at(expression(2))) })
    case 11: return .delay(nanoseconds: at(UInt64(1 + below(5_000)) * 1_000))
    case 12: return .barrier
    case 13:
      return .branch(condition(2), then: steps(depth - 1), otherwise: chance() ? steps(depth - 1) : [])
    case 14:
      return .loop(count: at(UInt64(1 + below(100))), name: maybe { _ in "i" }, steps: steps(depth - 1))
    default:
      return .whileLoop(
        condition(2), limit: maybe { UInt64(1 + $0.below(100)) }, steps: steps(depth - 1))
    }
  }
}
