import DriverSpec

/// What the manual says of the registers, as types.
struct RegistersFile {
  private let plan: DriverPlan

  init(_ plan: DriverPlan) { self.plan = plan }

  var text: String {
    var out = SwiftText(header: plan.header)
    out.line("import DriverRuntime")
    out.blank()
    out.documentation(
      "\(sentence(plan.summary.map { "\(plan.device): \($0)" } ?? "The device \(plan.device)"))",
      ["\(plan.manual.map(sentence) ?? "")", plan.cite(plan.line)])
    out.line("enum \(plan.type): GeneratedInterface3 {}")
    for region in plan.regions { block(region.root, &out, region) }
    for shared in plan.sharedBlocks { block(shared, &out) }
    locks(&out)
    for descriptor in plan.descriptors { block(descriptor.words, &out) }
    pools(&out)
    for ring in plan.rings { self.ring(ring, &out) }
    return out.text
  }

  /// Registers that stand together, on a bus, then the contents of each.
  private func block(_ block: BlockPlan, _ out: inout SwiftText, _ region: RegionPlan? = nil) {
    out.blank()
    let name = String(block.type.dropFirst(region == nil ? plan.type.count + 1 : 0))
    if let region {
      out.documentation(
        """
        The registers of a \(plan.device) on a bus\(plan.regions.count > 1 ? ": \(region.resource)" : ""). \
        \(plan.cite(region.line))
        """)
      view(block, name, &out)
    } else {
      // A block is a part of the device, and its contents a part of it.
      if block.space != plan.type {
        out.line("extension \(Self.outer(block.space)) { enum \(Self.last(block.space)) {} }")
        out.blank()
      }
      out.block("extension \(Self.outer(block.space))") { out in
        out.documentation("\(sentence(block.title)) \(block.line.map(plan.cite) ?? "")")
        view(block, Self.last(name), &out)
      }
    }
    let registers = block.items.compactMap { item -> RegisterPlan? in
      if case .register(let register) = item { register } else { nil }
    }
    if !registers.isEmpty || !block.banks.isEmpty {
      out.blank()
      out.block("extension \(block.space)") { out in
        for register in registers { contents(register, &out) }
        for bank in block.banks { self.bank(bank, &out) }
      }
    }
    for case .block(let nested) in block.items {
      if let own = nested.own { self.block(own, &out) }
    }
  }

  /// `DMA.CHANNEL` of `DMA.CHANNEL.FIFO`.
  private static func outer(_ path: String) -> String {
    path.split(separator: ".").dropLast().joined(separator: ".")
  }

  /// `FIFO` of `DMA.CHANNEL.FIFO`.
  private static func last(_ path: String) -> String {
    path.split(separator: ".").last.map(String.init) ?? path
  }

  /// The type that holds registers on a bus.
  private func view(_ block: BlockPlan, _ name: String, _ out: inout SwiftText) {
    out.block("struct \(name)<Bus: RegisterBus>\(block.isRegion ? "" : ": RegisterElement")") { out in
      out.line("private let bus: Bus")
      if !block.isRegion { out.line("private let offset: Int") }
      out.blank()
      if block.isRegion {
        out.line("init(on bus: Bus) { self.bus = bus }")
      } else {
        out.block("init(on bus: Bus, at offset: Int)") { out in
          out.line("self.bus = bus")
          out.line("self.offset = offset")
        }
        out.blank()
        out.documentation("The same block, `bytes` further on.")
        out.line("func moved(by bytes: Int) -> Self { Self(on: bus, at: offset &+ bytes) }")
      }
      out.blank()
      for item in block.items {
        switch item {
        case .register(let register): property(register, in: block, &out)
        case .block(let nested): property(nested, in: block, &out)
        }
      }
      if block.isRegion {
        out.blank()
        out.documentation("Orders all accesses before it, to the device and to memory, before all after it.")
        out.line("func barrier() { bus.barrier() }")
      }
    }
  }

  /// One register on a bus.
  private func property(_ register: RegisterPlan, in block: BlockPlan, _ out: inout SwiftText) {
    out.documentation(
      "\(place(register.offset, register.repetition)): \(lowercased(register.summary ?? register.name)).")
    var arguments = ["on: \(register.bus.text)", "at: \(block.place(register.offset))"]
    if let reset = register.reset, register.isWritable, reset != 0 || register.isNeutralised {
      arguments.append("reset: \(NumberText.word(reset))")
    }
    if register.isNeutralised {
      arguments.append("preserving: \(NumberText.word(register.preserved))")
      if register.ones != 0 { arguments.append("ones: \(NumberText.word(register.ones))") }
    }
    let type = "Register<\(register.contents), \(register.bus.type)>"
    let value = "Register(\(arguments.joined(separator: ", ")))"
    element(register.swiftName, type, value, register.repetition, &out)
  }

  /// A block in a block.
  private func property(_ nested: NestedBlockPlan, in block: BlockPlan, _ out: inout SwiftText) {
    out.documentation(
      "\(place(nested.offset, nested.repetition)): \(lowercased(nested.summary ?? nested.name)).")
    let type = "\(nested.type)<\(nested.bus.type)>"
    // A member that is called as the driver hides the driver's type in what is calculated beside it.
    let isHidden = block.items.contains { $0.swiftName == plan.type }
    let value =
      "\(isHidden ? ".init" : nested.type)(on: \(nested.bus.text), at: \(block.place(nested.offset)))"
    element(nested.swiftName, type, value, nested.repetition, &out)
  }

  private func element(
    _ name: String, _ type: String, _ value: String, _ repetition: RepetitionPlan?, _ out: inout SwiftText
  ) {
    let whole = repetition.map { "RegisterArray<\(type), \($0.count)>" } ?? type
    let head: SwiftLine = "var \(name): \(whole)"
    func body(_ out: inout SwiftText) {
      guard let repetition else { return out.line("\(value)") }
      out.call(
        "RegisterArray",
        ["from: \(value)", "stride: \(NumberText.hexadecimal(repetition.stride, digits: 2))"])
    }
    if out.fits("\(head) {") {
      if repetition == nil { return out.shortBlock(head, "\(value)") }
      return out.block(head, body)
    }
    // A type that is too long for its line stands on its own.
    out.line("var \(name):")
    out.indented { out in
      guard let repetition, !out.fits("\(whole)") else { return out.line("\(whole)") }
      out.line("RegisterArray<")
      out.indented { $0.line("\(type), \(repetition.count)") }
      out.line(">")
    }
    out.line("{")
    out.indented(body)
    out.line("}")
  }

  private func place(_ offset: UInt64, _ repetition: RepetitionPlan?) -> String {
    let first = NumberText.hexadecimal(offset, digits: 2)
    return repetition.map { "\(first), \($0.count) of them" } ?? first
  }

  /// One register's contents.
  private func contents(_ register: RegisterPlan, _ out: inout SwiftText) {
    out.blank()
    out.documentation(
      "\(sentence(register.summary ?? "Register \(register.name)"))",
      [
        register.readEffect.map { "A read \($0)." } ?? "",
        plan.citation(section: register.section, line: register.line),
      ])
    out.block("struct \(register.typeName): \(conformances(register))") { out in
      out.line("var word: \(register.word)")
      for field in register.fields { property(field, &out) }
      for field in register.fields { if let quantity = field.quantity { units(quantity, of: field, &out) } }
      for field in register.fields {
        switch field.kind {
        case .named(let names): values(names, of: field, "may hold", &out)
        case .twoWays(let read, let written):
          if let read { values(read, of: field, "holds when it is read", &out) }
          if let written { values(written, of: field, "takes", &out) }
        case .ranged(let range): self.range(range, of: field, &out)
        case .flag, .number, .fixedPoint: break
        }
      }
    }
  }

  /// One field as a property.
  private func property(_ field: FieldPlan, _ out: inout SwiftText) {
    let effect: SwiftLine = field.effect.map { "; \($0)" } ?? ""
    let words: SwiftLine = field.summary.map { ": \(lowercased($0))" } ?? ""
    out.blank()
    out.documentation("\(bits(field))\(words)\(effect). \(plan.cite(field.line))")
    let head: SwiftLine = "var \(field.name): \(field.type)"
    if let writtenType = field.writtenType {
      if field.isReadable { out.shortBlock(head, get(field)) }
      if field.isWritable {
        if field.isReadable {
          out.blank()
          out.documentation("Sets \(bits(field).lowercased()). \(plan.cite(field.line))")
        }
        out.shortBlock(
          "mutating func set\(SwiftName.type(field.name))(_ value: \(writtenType))", set(field, "value"))
      }
      return
    }
    switch (field.isReadable, field.isWritable) {
    case (true, false): out.shortBlock(head, get(field))
    case (_, true):
      out.block(head) { out in
        if !field.isReadable {
          out.line("@available(*, unavailable, message: \"\(field.name) is write-only\")")
        }
        out.shortBlock("get", get(field))
        if field.ranges.count == 1 {
          out.shortBlock("set", set(field, "newValue"))
        } else {
          out.block("set") { out in for part in parts(field, "newValue") { out.line("\(part)") } }
        }
      }
    case (false, false): break
    }
  }

  private func bits(_ field: FieldPlan) -> String {
    if field.ranges.count == 1 {
      let (high, low) = (field.ranges[0].high, field.ranges[0].low)
      return high == low ? "Bit \(low)" : "Bits \(high):\(low)"
    }
    let ranges = field.ranges.map { $0.width == 1 ? "\($0.low)" : "\($0.high):\($0.low)" }
    return "\(field.width == 1 ? "Bit" : "Bits") \(ranges.joined(separator: ", "))"
  }

  private func get(_ field: FieldPlan) -> SwiftLine {
    guard field.ranges.count > 1 else {
      if field.type == "Bool" { return "word.flag(\(field.low))" }
      return "word.field(\(field.low), \(NumberText.word(field.ranges[0].largestValue)))"
    }
    var position = field.width
    let parts = field.ranges.map { range in
      position -= range.width
      return "word.part(\(range.low), \(NumberText.word(range.largestValue)), to: \(position))"
    }
    return "\(field.type)(fieldBits: \(parts.joined(separator: " | ")))"
  }

  private func set(_ field: FieldPlan, _ value: String) -> SwiftLine {
    if field.ranges.count > 1 { return "\(parts(field, value).joined(separator: "; "))" }
    if (field.writtenType ?? field.type) == "Bool" { return "word.setFlag(\(field.low), \(value))" }
    return "word.setField(\(field.low), \(NumberText.word(field.ranges[0].largestValue)), \(value))"
  }

  private func parts(_ field: FieldPlan, _ value: String) -> [String] {
    var position = field.width
    return field.ranges.map { range in
      position -= range.width
      return "word.setPart(\(range.low), \(NumberText.word(range.largestValue)), from: \(position), \(value))"
    }
  }

  /// The names of a field's values.
  private func values(
    _ names: EnumerationPlan, of field: FieldPlan, _ verb: String, _ out: inout SwiftText
  ) {
    let label = names.isClosed ? "read " : "_ "
    let call = names.isClosed ? "read: " : ""
    out.blank()
    out.documentation("What \(field.name) \(verb). \(plan.cite(field.line))")
    out.block("struct \(names.type): \(names.isClosed ? "OnlyNamedFieldValue" : "NamedFieldValue")") { out in
      out.line("let number: \(names.number)")
      out.blank()
      out.line("init(\(label)number: \(names.number)) { self.number = number }")
      out.blank()
      for value in names.values {
        out.documentation(
          "\(number(value, names)): \(lowercased(value.summary ?? value.specName)). \(plan.cite(value.line))")
        out.line("static var \(value.name): Self { Self(\(call)\(NumberText.decimal(value.value))) }")
      }
      if names.hasPatterns { patterns(names, &out) }
      if names.isClosed {
        let named = names.values.map { "self == .\($0.name)" }.joined(separator: " || ")
        out.blank()
        out.documentation("Whether it may be written.")
        out.shortBlock("var isNamed: Bool", names.values.contains(where: \.isDefault) ? "true" : "\(named)")
      }
    }
  }

  private func number(_ value: EnumerationPlan.ValuePlan, _ names: EnumerationPlan) -> String {
    if value.isDefault { return "Any other" }
    guard value.dontCare != 0 else { return "\(value.value)" }
    let width = Int(names.number.dropFirst(4)) ?? 0
    let digits = (0..<width).reversed().map { bit in
      value.dontCare >> UInt64(bit) & 1 == 1 ? "x" : "\(value.value >> UInt64(bit) & 1)"
    }
    return "0b\(digits.joined())"
  }

  /// Values are the same where they have the same name.
  private func patterns(_ names: EnumerationPlan, _ out: inout SwiftText) {
    out.blank()
    out.documentation("The number that stands for all of the same name.")
    out.block("private var canonical: \(names.number)") { out in
      for value in names.inSourceOrder where !value.isDefault {
        let mask = NumberText.decimal(
          ~value.dontCare & BitRange(high: (Int(names.number.dropFirst(4)) ?? 1) - 1, low: 0).largestValue)
        let number = NumberText.decimal(value.value)
        let condition =
          value.dontCare == 0 ? "number.word == \(number)" : "number.word & \(mask) == \(number)"
        out.shortBlock("if \(condition)", "return \(number)")
      }
      out.line(
        "return \(names.values.first { $0.isDefault }.map { NumberText.decimal($0.value) } ?? "number")")
    }
    out.blank()
    out.documentation("Whether two values have the same name, or are the same.")
    out.line("static func == (left: Self, right: Self) -> Bool { left.canonical == right.canonical }")
  }

  /// A field in the unit that it counts.
  private func units(_ quantity: QuantityPlan, of field: FieldPlan, _ out: inout SwiftText) {
    let property = "\(field.name)_\(quantity.suffix)"
    switch quantity.conversion {
    case .linear(let numerator, let denominator, let offset):
      let conversion = "LinearConversion(\(numerator), over: \(denominator), offset: \(offset))"
      if field.isReadable {
        out.blank()
        out.documentation(
          "\(field.name) in \(quantity.unit), rounded to nearest. \(plan.cite(quantity.line))")
        out.shortBlock("var \(property): Int64", "\(conversion).value(of: \(field.name).signedNumber)")
      }
      guard field.isWritable else { return }
      out.blank()
      out.documentation(
        "The \(field.name) that is nearest to a value in \(quantity.unit). \(plan.cite(quantity.line))")
      out.block(
        "static func \(field.name)(\(quantity.suffix) value: Int64) throws(FieldOutOfRange) -> \(field.type)"
      ) { $0.line("try \(conversion).field(for: value)") }
    case .divides(let text, let inputs):
      let parameters = inputs.map { "\($0): UInt64" }
      let dividend = text.hasPrefix("Quantity(") && !text.contains(" ") ? text : "(\(text))"
      if field.isReadable {
        out.blank()
        out.documentation(
          "\(field.name) in \(quantity.unit), rounded to nearest; `nil` while it is 0. \(plan.cite(quantity.line))"
        )
        out.block("func \(property)(\(parameters.joined(separator: ", "))) -> UInt64?") {
          $0.line("\(dividend.asQuantity).nearestQuotient(by: \(field.name).bits)")
        }
      }
      guard field.isWritable else { return }
      let arguments = (["\(quantity.suffix) value: UInt64"] + parameters).joined(separator: ", ")
      out.blank()
      out.documentation(
        "The \(field.name) that is nearest to a value in \(quantity.unit). \(plan.cite(quantity.line))")
      out.block("static func \(field.name)(\(arguments)) throws(FieldOutOfRange) -> \(field.type)") {
        $0.line("try \(dividend.asQuantity).nearestDivisor(for: value)")
      }
    }
  }

  /// The numbers that a field takes.
  private func range(_ range: ClosedRange<UInt64>, of field: FieldPlan, _ out: inout SwiftText) {
    let word = field.width <= 8 ? 8 : field.width <= 16 ? 16 : field.width <= 32 ? 32 : 64
    let largest = word == 64 ? UInt64.max : (1 << UInt64(word)) - 1
    let above = NumberText.decimal(largest - range.upperBound)
    let below = NumberText.decimal(range.lowerBound)
    out.blank()
    out.documentation(
      "What \(field.name) takes: \(range.lowerBound) to \(range.upperBound). \(plan.cite(field.line))")
    out.block("struct \(field.type): RangedFieldValue") { out in
      out.line(
        "static var range: ClosedRange<UInt\(word)> { \(NumberText.decimal(range.lowerBound))...\(NumberText.decimal(range.upperBound)) }"
      )
      out.line("let number: \(field.unsigned)")
      out.blank()
      out.line("init(read number: \(field.unsigned)) { self.number = number }")
      out.blank()
      out.documentation("A literal; one that is out of range does not compile.")
      out.block("@_transparent init(integerLiteral value: UInt\(word))") { out in
        out.line(
          "number = \(field.unsigned)(truncating: (((value + \(above)) &- \(above)) - \(below)) &+ \(below))")
      }
    }
  }

  /// A bank that is selected for one access at a time.
  private func bank(_ bank: BankPlan, _ out: inout SwiftText) {
    out.blank()
    out.documentation("The registers that are there while \(bank.words). \(plan.cite(bank.line))")
    out.block("enum \(bank.name): RegisterBank") { out in
      out.line("typealias Selector = \(bank.selector)")
      out.line("static var mask: \(bank.word) { \(NumberText.word(bank.mask)) }")
      out.line("static var selected: \(bank.word) { \(NumberText.word(bank.selected)) }")
      if let preserved = bank.preserved {
        out.line("static var preserved: \(bank.word) { \(NumberText.word(preserved)) }")
      }
      if bank.ones != 0 { out.line("static var ones: \(bank.word) { \(NumberText.word(bank.ones)) }") }
    }
  }

  private func pools(_ out: inout SwiftText) {
    guard !plan.pools.isEmpty else { return }
    out.blank()
    out.block("extension \(plan.type)") { out in
      for pool in plan.pools {
        out.blank()
        out.documentation("What `\(pool.specName)` must be that the device shares. \(plan.cite(pool.line))")
        out.block("static var \(pool.name): DMAPool") { out in
          out.call(
            "DMAPool",
            [
              "size: \(NumberText.hexadecimal(pool.size))",
              "alignment: \(NumberText.hexadecimal(pool.alignment))", "addressBits: \(pool.addressBits)",
            ])
        }
      }
    }
  }

  /// The layout of a ring.
  private func ring(_ ring: RingPlan, _ out: inout SwiftText) {
    out.blank()
    out.block("extension \(plan.type)") { out in
      out.documentation("\(sentence(ring.summary ?? "Ring \(ring.name)")) \(plan.cite(ring.line))")
      out.block("enum \(ring.type)<Memory: DMAMemory>: RingLayout") { out in
        out.line("typealias Descriptor = \(ring.words)<DMABus<Memory>>")
        out.line("static var count: Int { \(ring.count) }")
        out.line("static var stride: Int { \(ring.stride) }")
        out.line("static var alignment: Int { \(ring.alignment) }")
        out.blank()
        out.block("static func descriptor(in memory: Memory, at offset: Int) -> Descriptor") {
          $0.line("\(ring.words)(on: DMABus(memory), at: offset)")
        }
        out.blank()
        out.shortBlock("static func isDevices(_ descriptor: Descriptor) -> Bool", "\(ring.ownership)")
        out.blank()
        out.block("static func give(_ descriptor: Descriptor)") {
          $0.line("descriptor.\(ring.owner.word).modify { $0.\(ring.owner.field) = \(ring.deviceValue) }")
        }
        out.blank()
        out.block("static func reset(_ descriptor: Descriptor, isLast: Bool)") { out in
          for word in ring.allWords { out.line("descriptor.\(word).write(0)") }
          if let value = ring.driverValue {
            out.line("descriptor.\(ring.owner.word).modify { $0.\(ring.owner.field) = \(value) }")
          }
          if let wrap = ring.wrap {
            out.line("if isLast { descriptor.\(wrap.word).modify { $0.\(wrap.field) = true } }")
          }
        }
      }
    }
  }

  private func locks(_ out: inout SwiftText) {
    guard !plan.locks.isEmpty else { return }
    out.blank()
    out.block("extension \(plan.type)") { out in
      for lock in plan.locks {
        out.blank()
        out.documentation("\(sentence(lock.summary ?? "Lock \(lock.name)")) \(plan.cite(lock.line))")
        out.block("enum \(lock.name): RegisterLock") { out in
          out.block("static func unlock(on bus: borrowing some RegisterBus, at offset: Int)") { out in
            for word in lock.unlock {
              out.line("bus.store(\(NumberText.word(word)), to: \(lock.key).self, at: offset)")
            }
          }
          out.blank()
          let head: SwiftLine = "static func lock(on bus: borrowing some RegisterBus, at offset: Int)"
          if let word = lock.lock {
            out.shortBlock(head, "bus.store(\(NumberText.word(word)), to: \(lock.key).self, at: offset)")
          } else {
            out.line("\(head) {}")
          }
        }
      }
    }
  }

  private func conformances(_ register: RegisterPlan) -> String {
    var kinds: [String] = []
    if register.isModifiable {
      kinds.append("ModifiableRegister")
    } else if register.isReadable {
      kinds.append(register.readEffect == nil ? "ReadableRegister" : "EffectfulRegister")
    }
    if register.isWritable, !register.isWrittenAsRead { kinds.append("WritableRegister") }
    if register.reset != nil, register.isWritable { kinds.append("ResettableRegister") }
    return kinds.isEmpty ? "RegisterValue" : kinds.joined(separator: ", ")
  }
}
