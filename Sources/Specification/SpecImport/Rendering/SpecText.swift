import Diagnostics
public import DriverSpec

/// A driver spec as YAML: the whole language, laid out for people.
///
/// What is written reads back to the same model. Small registers stand on one line, and registers in the order of the
/// model; a register that another was derived from is written as what differs from it (`like`).
public struct SpecText: Sendable {
  private let spec: DriverSpec
  /// The width that registers have which do not say their own.
  private let defaultWidth: Int?
  /// Registers by their dotted names from the top, for those that are like them.
  private let placed: [String: Register]

  /// For parts that say the same in any spec: fields, above all.
  static let ofParts = SpecText(
    DriverSpec(
      version: Located(1, at: SourcePlace(line: 1, column: 1)),
      name: Located("", at: SourcePlace(line: 1, column: 1)), identity: Identity()))

  /// Takes a spec, and writes nothing yet.
  public init(_ spec: DriverSpec) {
    self.spec = spec
    var widths: [Int: Int] = [:]
    var placed: [String: Register] = [:]
    let hasDerived = Self.hasDerived(spec.registers) || spec.blocks.contains { Self.hasDerived($0.items) }
    func walk(_ items: [RegisterItem], _ path: String) {
      for item in items {
        switch item {
        case .register(let register):
          widths[register.width.value, default: 0] += 1
          if hasDerived, placed[path + register.name.value] == nil {
            placed[path + register.name.value] = register
          }
        case .block(let block):
          if case .inline(let items) = block.content { walk(items, "\(path)\(block.name.value).") }
        }
      }
    }
    walk(spec.registers, "")
    for block in spec.blocks {
      // What stands in a shared block has no dotted name of its own.
      for item in block.items {
        if case .register(let register) = item { widths[register.width.value, default: 0] += 1 }
      }
    }
    for descriptor in spec.descriptors {
      for word in descriptor.words { widths[word.width.value, default: 0] += 1 }
    }
    defaultWidth = widths.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    self.placed = placed
  }

  private static func hasDerived(_ items: [RegisterItem]) -> Bool {
    items.contains { item in
      switch item {
      case .register(let register): return register.derivedFrom != nil
      case .block(let block):
        if case .inline(let items) = block.content { return hasDerived(items) }
        return false
      }
    }
  }

  /// The file's text.
  ///
  /// - Parameter head: lines of a comment that the file begins with, without `#`.
  /// - Returns: YAML that ends with a line break.
  public func yaml(head: [String] = []) -> String { String(decoding: bytes(head: head), as: UTF8.self) }

  /// The file's bytes, as `yaml(head:)` has them.
  ///
  /// - Parameter head: lines of a comment that the file begins with, without `#`.
  /// - Returns: UTF-8.
  public func bytes(head: [String] = []) -> [UInt8] { layout(head: head).bytes }

  /// The file's bytes, and where the names in them stand.
  func layout(head: [String]) -> YAMLLayout {
    var layout = YAMLLayout()
    for line in head { layout.comment(line) }
    var top: [(key: String, value: YAMLText)] = [
      ("dddk", .number(spec.version.value)), ("driver", .name(spec.name.value)),
    ]
    top.add("summary", spec.summary?.value)
    top.add("manual", spec.manual?.value)
    top.add("class", spec.deviceClass?.value.rawValue)
    layout.write(top, indent: 0)
    if let device { section(&layout, [("device", device)]) }
    section(&layout, "resources", spec.resources.map { ($0.name.value, resource($0)) })
    section(&layout, "parameters", spec.parameters.map { ($0.name.value, parameter($0)) })
    var defaults: [(key: String, value: YAMLText)] = []
    defaults.add("byte-order", spec.byteOrder?.value.rawValue)
    if let defaultWidth { defaults.append(("register-width", .number(defaultWidth))) }
    section(&layout, defaults)
    section(&layout, "registers", items(spec.registers, scope: spec.registers))
    section(
      &layout, "blocks",
      spec.blocks.map { block in
        var keys: [(key: String, value: YAMLText)] = []
        keys.add("summary", block.summary?.value)
        keys.add("section", block.section?.value)
        keys.append(("registers", .open(.names(items(block.items, scope: block.items)))))
        return (block.name.value, .open(.mapping(keys)))
      })
    section(&layout, "locks", spec.locks.map { ($0.name.value, lock($0)) })
    section(&layout, "descriptors", spec.descriptors.map { ($0.name.value, descriptor($0)) })
    section(&layout, "rings", spec.rings.map { ($0.name.value, ring($0)) })
    section(&layout, "interrupts", spec.interrupts.map { ($0.resource.value, interrupt($0)) })
    section(&layout, "sequences", spec.sequences.map { ($0.name.value, StepText.sequence($0)) })
    section(
      &layout, "hooks",
      spec.hooks.map { ($0.name.value, $0.summary.map { .scalar($0.value) } ?? .nothing) })
    if let serial = spec.serial { section(&layout, [("serial", self.serial(serial))]) }
    if !spec.waivers.isEmpty { section(&layout, [("waive", waivers(spec.waivers))]) }
    return layout
  }

  private func section(_ layout: inout YAMLLayout, _ name: String, _ entries: [(String, YAMLText)]) {
    guard !entries.isEmpty else { return }
    section(&layout, [(name, .open(.names(entries.map { ($0.0, $0.1) })))])
  }

  private func section(_ layout: inout YAMLLayout, _ entries: [(key: String, value: YAMLText)]) {
    guard !entries.isEmpty else { return }
    layout.line("")
    layout.write(entries, indent: 0)
  }

  // MARK: Device, resources, parameters

  private var device: YAMLText? {
    var keys: [(key: String, value: YAMLText)] = []
    let identity = spec.identity
    keys.add("compatible", identity.compatible.map { .scalar($0.value) })
    let functions = identity.pci.map { pci -> YAMLText in
      var keys: [(key: String, value: YAMLText)] = [
        ("vendor", .hexadecimal(pci.vendor.value)), ("device", .hexadecimal(pci.device.value)),
      ]
      if let classCode = pci.classCode { keys.append(("class", .hexadecimal(classCode.value))) }
      return .mapping(keys)
    }
    if functions.count == 1 { keys.append(("pci", functions[0])) }
    if functions.count > 1 { keys.append(("pci", .list(functions))) }
    keys.add("acpi", identity.acpi.map { .scalar($0.value) })
    keys.add("virtio", identity.virtio.map { .number($0.value) })
    return keys.isEmpty ? nil : .open(.mapping(keys))
  }

  private func resource(_ resource: Resource) -> YAMLText {
    var keys: [(key: String, value: YAMLText)] = []
    switch resource.kind {
    case .registers(let window):
      keys.add("mmio", window.mmio.map { .number($0.value) })
      keys.add("port", window.port.map { .number($0.value) })
      keys.add("bar", window.bar.map { .number($0.value) })
      if window.configurationSpace != nil { keys.append(("pci-configuration", .scalar("true"))) }
      keys.append(("size", .hexadecimal(window.size.value)))
      keys.add("shift", window.shift.map { setting($0.value) })
      keys.add("io-width", window.accessWidth.map { setting($0.value) })
    case .irq(let index, let trigger, let isShared):
      keys.append(("irq", .number(index.value)))
      keys.add("trigger", trigger?.value.rawValue)
      keys.add("shared", isShared.map { .flag($0.value) })
    case .msi(let index): keys.append(("msi", .number(index.value)))
    case .clock(let index): keys.append(("clock", .number(index.value)))
    case .dma(let pool):
      keys.append(("dma", .hexadecimal(pool.size.value)))
      keys.add("alignment", pool.alignment.map { .hexadecimal($0.value) })
      keys.add("address-bits", pool.addressBits.map { .number($0.value) })
    }
    return .mapping(keys)
  }

  private func setting(_ setting: RegisterWindow.Setting) -> YAMLText {
    switch setting {
    case .number(let number): .number(number)
    case .parameter(let name): .scalar(name)
    }
  }

  private func parameter(_ parameter: Parameter) -> YAMLText {
    var keys: [(key: String, value: YAMLText)] = [("default", .number(parameter.defaultValue.value))]
    keys.add("property", parameter.property?.value)
    keys.add("unit", parameter.unit?.value)
    keys.add("range", parameter.range.map { .range($0.value) })
    keys.add("summary", parameter.summary?.value)
    return .mapping(keys)
  }

  // MARK: Registers and blocks

  private func items(_ items: [RegisterItem], scope: [RegisterItem]) -> [(String, YAMLText)] {
    // Registers of one mapping by name, where any of them is like another.
    var siblings: [String: Register] = [:]
    if items.contains(where: { $0.register?.derivedFrom != nil }) {
      for item in scope { if let register = item.register { siblings[register.name.value] = register } }
    }
    return items.map { item in
      switch item {
      case .register(let register): return (register.name.value, text(of: register, siblings: siblings))
      case .block(let block): return (block.name.value, text(of: block))
      }
    }
  }

  private func text(of block: Block) -> YAMLText {
    var keys: [(key: String, value: YAMLText)] = []
    keys.add("summary", block.summary?.value)
    keys.add("section", block.section?.value)
    keys.append(("offset", .hexadecimal(block.offset.value)))
    keys.add(block.repetition, elementBytes: nil)
    keys.add("region", block.region?.value)
    keys.add("alternate", block.alternateOf?.value)
    keys.add("when", block.bank.map { .scalar(StepText.bank($0)) })
    if !block.waivers.isEmpty { keys.append(("waive", waivers(block.waivers))) }
    switch block.content {
    case .shared(let name):
      keys.append(("block", .scalar(name.value)))
      return .mapping(keys)
    case .inline(let items):
      keys.append(
        ("registers", items.isEmpty ? .mapping([]) : .open(.names(self.items(items, scope: items)))))
      return .open(.mapping(keys))
    }
  }

  private func text(of register: Register, siblings: [String: Register]) -> YAMLText {
    if let name = register.derivedFrom?.value, let base = siblings[name] ?? placed[name],
      let keys = RegisterDifference(register, from: base, named: name, self).keys
    {
      return .mapping(keys)
    }
    return .mapping(keys(of: register))
  }

  /// Every key of a register or a word.
  func keys(of register: Register) -> [(key: String, value: YAMLText)] {
    var keys: [(key: String, value: YAMLText)] = []
    keys.add("summary", register.summary?.value)
    keys.add("section", register.section?.value)
    keys.append(("offset", .hexadecimal(register.offset.value)))
    keys.add(register.repetition, elementBytes: UInt64(max(8, register.width.value) / 8))
    if register.width.value != defaultWidth { keys.append(("width", .number(register.width.value))) }
    keys.add("region", register.region?.value)
    keys.add("byte-order", register.byteOrder?.value.rawValue)
    keys.add(register.access.value, isSaid: register.access.value.permission != .readWrite)
    keys.add("reset", register.reset.map { .hexadecimal($0.value) })
    keys.add("reset-mask", register.resetMask.map { .hexadecimal($0.value) })
    keys.add(register.readEffect?.value)
    keys.add("alternate", register.alternateOf?.value)
    keys.add("when", register.bank.map { .scalar(StepText.bank($0)) })
    keys.add("locked-by", register.lockedBy?.value)
    keys.add("read-back", register.readBack.map { readBack($0.value) })
    keys.add("barrier", register.barrier?.value.rawValue)
    keys.add("reserved", reserved(register.reserved))
    if !register.waivers.isEmpty { keys.append(("waive", waivers(register.waivers))) }
    if !register.fields.isEmpty {
      keys.append(("fields", .names(register.fields.map { ($0.name.value, text(of: $0)) })))
    }
    return keys
  }

  func readBack(_ readBack: Register.ReadBack) -> YAMLText {
    switch readBack {
    case .itself: .scalar("self")
    case .other(let register): .scalar(StepText.reference(register))
    }
  }

  func reserved(_ parts: [ReservedBits]) -> YAMLText? {
    guard let first = parts.first else { return nil }
    if parts.count == 1, first.bits == nil { return .scalar(first.rule.value.rawValue) }
    return .mapping(
      parts.map { ($0.bits.map { Self.bits($0.value) } ?? "", .scalar($0.rule.value.rawValue)) })
  }

  func waivers(_ waivers: [Waiver]) -> YAMLText {
    .names(waivers.map { ($0.code.value, .scalar($0.reason.value)) })
  }

  // MARK: Fields

  func text(of field: Field) -> YAMLText {
    var keys: [(key: String, value: YAMLText)] = [("bits", Self.bits(field.bits.value))]
    if let access = field.access?.value { keys.add(access, isSaid: true) }
    keys.add(field.readEffect?.value)
    keys.add("signed", field.isSigned.map { .flag($0.value) })
    keys.add("fraction", field.fractionBits.map { .number($0.value) })
    if let quantity = field.quantity {
      keys.append(("unit", .scalar(quantity.unit.value)))
      switch quantity.conversion {
      case .linear(let scale, let offset):
        if scale.value != Ratio(1) { keys.append(("scale", .scalar(Self.ratio(scale.value)))) }
        if offset.value != 0 { keys.append(("offset", .scalar("\(offset.value)"))) }
      case .divides(let expression): keys.append(("divides", .scalar(StepText.expression(expression.value))))
      }
    }
    keys.add("range", field.range.map { .range($0.value) })
    keys.add("summary", field.summary?.value)
    keys.add("section", field.section?.value)
    keys.add("values", Self.values(field.values))
    keys.add("read-values", Self.values(field.readValues))
    keys.add("write-values", Self.values(field.writeValues))
    keys.add("only-values", field.onlyNamedValues.map { .flag($0.value) })
    if !field.waivers.isEmpty { keys.append(("waive", waivers(field.waivers))) }
    if keys.count == 1 { return keys[0].value }
    return .mapping(keys)
  }

  private static func ratio(_ ratio: Ratio) -> String {
    ratio.denominator == 1 ? "\(ratio.numerator)" : "\(ratio.numerator)/\(ratio.denominator)"
  }

  private static func bits(_ bits: FieldBits) -> YAMLText {
    bits.ranges.count == 1
      ? .scalar(Self.bits(bits.ranges[0])) : .list(bits.ranges.map { .scalar(Self.bits($0)) })
  }

  static func bits(_ range: BitRange) -> String {
    range.high == range.low ? "\(range.high)" : "\(range.high):\(range.low)"
  }

  private static func values(_ values: [EnumeratedValue]) -> YAMLText? {
    guard !values.isEmpty else { return nil }
    return .names(
      values.map { value in
        let pattern = YAMLText.scalar(pattern(value.pattern.value))
        guard let summary = value.summary else { return (value.name.value, pattern) }
        return (value.name.value, .mapping([("value", pattern), ("summary", .scalar(summary.value))]))
      })
  }

  private static func pattern(_ pattern: EnumeratedValue.Pattern) -> String {
    switch pattern {
    case .otherwise: return "default"
    case .bits(let value, 0): return value < 10 ? "\(value)" : "0x\(String(value, radix: 16))"
    case .bits(let value, let dontCare):
      let width = max(1, 64 - (value | dontCare).leadingZeroBitCount)
      return "0b"
        + (0..<width).reversed().map { bit in
          dontCare >> UInt64(bit) & 1 == 1 ? "x" : value >> UInt64(bit) & 1 == 1 ? "1" : "0"
        }.joined()
    }
  }

  // MARK: Locks, descriptors, rings

  private func lock(_ lock: Lock) -> YAMLText {
    var keys: [(key: String, value: YAMLText)] = [("register", .scalar(StepText.reference(lock.register)))]
    keys.append(("unlock", .list(lock.unlock.map { .hexadecimal($0.value) })))
    keys.add("lock", lock.lock.map { .hexadecimal($0.value) })
    keys.add("summary", lock.summary?.value)
    return .mapping(keys)
  }

  private func descriptor(_ descriptor: Descriptor) -> YAMLText {
    var keys: [(key: String, value: YAMLText)] = []
    keys.add("summary", descriptor.summary?.value)
    keys.add("section", descriptor.section?.value)
    keys.append(("size", .number(descriptor.size.value)))
    keys.add("alignment", descriptor.alignment.map { .number($0.value) })
    keys.append(
      ("words", .open(.mapping(descriptor.words.map { ($0.name.value, .mapping(self.keys(of: $0))) }))))
    return .open(.mapping(keys))
  }

  private func ring(_ ring: DescriptorRing) -> YAMLText {
    var keys: [(key: String, value: YAMLText)] = [
      ("descriptor", .scalar(ring.descriptor.value)), ("pool", .scalar(ring.pool.value)),
      ("entries", .number(ring.entries.value)),
      (
        "owned-by-device",
        .scalar("\(StepText.reference(ring.owner.field)) == \(ring.owner.deviceValue.value)")
      ),
    ]
    switch ring.wrap {
    case .index: keys.append(("wrap", .scalar("index")))
    case .flag(let field): keys.append(("wrap", .scalar(StepText.reference(field))))
    }
    keys.add("base", ring.base.map { .scalar(StepText.reference($0)) })
    keys.add("summary", ring.summary?.value)
    return .mapping(keys)
  }

  // MARK: Interrupts and the serial class

  private func interrupt(_ interrupt: Interrupt) -> YAMLText {
    var keys: [(key: String, value: YAMLText)] = []
    keys.add("status", interrupt.status.map { .scalar(StepText.reference($0)) })
    keys.add("pending-when", interrupt.pendingWhen.map { .scalar(StepText.condition($0.value)) })
    keys.add("repeat", interrupt.repeatLimit.map { .number($0.value) })
    keys.add("mask", interrupt.mask.map { .scalar(StepText.reference($0)) })
    keys.add("acknowledge", interrupt.acknowledge.map(acknowledgement))
    keys.append(("causes", .names(interrupt.causes.map { ($0.name.value, cause($0)) })))
    return .mapping(keys)
  }

  private func acknowledgement(_ acknowledgement: Interrupt.Acknowledgement) -> YAMLText {
    switch acknowledgement {
    case .pendingBits(let register): .scalar(StepText.reference(register))
    case .set(let field): .scalar(StepText.reference(field))
    case .write(let register, let value):
      .mapping([("write", .scalar(StepText.reference(register))), ("value", .hexadecimal(value.value))])
    case .read(let register): .mapping([("read", .scalar(StepText.reference(register)))])
    }
  }

  private func cause(_ cause: Interrupt.Cause) -> YAMLText {
    let when: YAMLText =
      switch cause.conditions.count {
      case 0: .scalar("always")
      case 1: .scalar(StepText.condition(cause.conditions[0]))
      default: .list(cause.conditions.map { .scalar(StepText.condition($0)) })
      }
    var keys: [(key: String, value: YAMLText)] = [("when", when)]
    keys.add("enable", cause.enable.map { .scalar(StepText.reference($0)) })
    switch cause.acknowledge {
    case .read(let register)?: keys.append(("read", .scalar(StepText.reference(register))))
    case let other?: keys.append(("acknowledge", acknowledgement(other)))
    case nil: break
    }
    keys.add("do", cause.sequence?.value)
    return keys.count == 1 ? when : .mapping(keys)
  }

  private func serial(_ serial: SerialBinding) -> YAMLText {
    func flag(_ flag: SerialBinding.Flag) -> YAMLText {
      .scalar(StepText.reference(flag.field) + (flag.isSet ? "" : " == 0"))
    }
    func references(_ fields: [FieldReference]) -> YAMLText {
      fields.count == 1
        ? .scalar(StepText.reference(fields[0])) : .list(fields.map { .scalar(StepText.reference($0)) })
    }
    var keys: [(key: String, value: YAMLText)] = [
      (
        "transmit",
        .mapping([
          ("data", .scalar(StepText.reference(serial.transmit.data))),
          ("blocked-when", flag(serial.transmit.blockedWhen)),
          ("cause", .scalar(serial.transmit.cause.value)), ("enable", references(serial.transmit.enable)),
        ])
      ),
      (
        "receive",
        .mapping([
          ("data", .scalar(StepText.reference(serial.receive.data))),
          ("empty-when", flag(serial.receive.emptyWhen)),
          ("cause", .scalar(serial.receive.cause.value)), ("enable", references(serial.receive.enable)),
        ])
      ),
    ]
    if !serial.errors.isEmpty {
      keys.append(
        (
          "errors",
          .mapping(serial.errors.map { ($0.kind.value.rawValue, .scalar(StepText.reference($0.field))) })
        ))
    }
    return .open(.mapping(keys))
  }
}

extension YAMLText {
  static func number(_ number: some BinaryInteger) -> YAMLText { .scalar("\(number)") }

  /// A number in the base that manuals use; a digit is a digit in any.
  static func hexadecimal(_ number: UInt64) -> YAMLText {
    .scalar(number < 10 ? "\(number)" : "0x\(String(number, radix: 16))")
  }

  static func flag(_ isSo: Bool) -> YAMLText { .scalar(isSo ? "true" : "false") }

  static func range(_ range: ClosedRange<UInt64>) -> YAMLText {
    .scalar("\(range.lowerBound)...\(range.upperBound)")
  }
}

extension [(key: String, value: YAMLText)] {
  mutating func add(_ key: String, _ value: YAMLText?) { if let value { append((key, value)) } }

  mutating func add(_ key: String, _ text: String?) { if let text { append((key, .scalar(text))) } }

  /// One value plain, several as a list.
  mutating func add(_ key: String, _ values: [YAMLText]) {
    if values.count == 1 { append((key, values[0])) }
    if values.count > 1 { append((key, .list(values))) }
  }

  /// `access`, and `on-write` where no one word says both.
  ///
  /// - Parameters:
  ///   - access: what software may do.
  ///   - isSaid: whether a permission is written that the reader would take anyway.
  mutating func add(_ access: Access, isSaid: Bool) {
    if let word = Access.words.first(where: { $0.access == access })?.word {
      if isSaid || access != .readWrite { append(("access", .scalar(word))) }
      return
    }
    if isSaid { append(("access", .scalar(access.permission.rawValue))) }
    append(("on-write", .scalar(access.writeEffect.rawValue)))
  }

  mutating func add(_ effect: ReadEffect?) {
    switch effect {
    case nil: break
    case .clears: append(("on-read", .scalar("clears")))
    case .sets: append(("on-read", .scalar("sets")))
    case .changes(let text): append(("on-read", .scalar(text)))
    }
  }

  mutating func add(_ repetition: Repetition?, elementBytes: UInt64?) {
    guard let repetition else { return }
    append(("count", .number(repetition.count.value)))
    if repetition.stride.value != elementBytes { append(("stride", .hexadecimal(repetition.stride.value))) }
  }
}
