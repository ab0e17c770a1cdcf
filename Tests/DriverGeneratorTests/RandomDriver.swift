import Diagnostics
import DriverSpec

/// Specs that keep the rules, decided by a seed: registers, blocks, fields, interrupts and sequences that fit each other.
struct RandomDriver {
  private var state: UInt64
  private var taken = 0
  private var settable: [(register: RegisterReference, fields: [(name: String, width: Int)])] = []
  private var writable: [(register: RegisterReference, width: Int)] = []
  private var effectful: [RegisterReference] = []
  private var readFields: [(field: FieldReference, width: Int)] = []
  private let place: SourcePlace
  private let driver: String

  /// - Parameters:
  ///   - name: the driver's.
  ///   - seed: decides all else.
  ///   - line: the line from which every part is said to come.
  init(name: String = "Probe", seed: UInt64, line: Int) {
    driver = name
    state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
    place = SourcePlace(line: line, column: 1)
  }

  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % max(1, limit)
  }

  private mutating func chance(_ parts: Int = 2) -> Bool { below(parts) == 0 }

  private mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

  private func at<Value>(_ value: Value) -> Located<Value> { Located(value, at: place) }

  private mutating func name(_ letter: String) -> Located<String> {
    taken += 1
    return at("\(letter)\(taken)")
  }

  private mutating func number(of bits: Int) -> UInt64 {
    UInt64(below(bits >= 31 ? Int.max : 1 << bits)) & (bits >= 64 ? .max : (1 << UInt64(bits)) - 1)
  }

  // MARK: The spec

  /// The spec.
  mutating func spec() -> DriverSpec {
    var spec = DriverSpec(
      version: at(1), name: at(driver), identity: Identity(compatible: [at("test,probe")]))
    if chance() { spec.summary = at("A device that there is not") }
    if chance(4) { spec.byteOrder = at(one(of: [.big, .little])) }
    spec.resources = [
      Resource(
        name: at("registers"), kind: .registers(RegisterWindow(mmio: at(0), size: at(0x1_0000)))),
      Resource(name: at("refclk"), kind: .clock(index: at(0))),
      Resource(
        name: at("line"),
        kind: .irq(index: at(0), trigger: at(one(of: [.level, .edge])), isShared: nil)),
    ]
    spec.parameters = (0..<below(3)).map { index in
      let limit = UInt64(1 + below(100_000))
      return Parameter(
        name: at("setting-\(index)"), defaultValue: at(UInt64(below(Int(limit)))), range: at(0...limit))
    }
    var cursor: UInt64 = 0
    let (status, acknowledge) = (events("STATUS", .readOnly, &cursor), events("CLEAR", .writeOnly, &cursor))
    spec.registers = [.register(status), .register(acknowledge)]
    spec.registers += items(depth: 0, from: &cursor, [])
    spec.interrupts = [
      Interrupt(
        resource: at("line"), status: RegisterReference(at("STATUS")), repeatLimit: at(1 + below(8)),
        acknowledge: .pendingBits(RegisterReference(at("CLEAR"))),
        causes: (0..<3).map { .init(name: at("event-\($0)"), conditions: [.init(field: at("E\($0)"))]) })
    ]
    let names = ["start", "stop", "self-test", "tune", "event-0"].shuffled(below: { below($0) })
    spec.sequences = names.prefix(1 + below(4)).map { name in
      Sequence(name: at(name), steps: steps(2, names: spec.parameters.map(\.name.value) + ["refclk"]))
    }
    return spec
  }

  private mutating func events(
    _ name: String, _ access: Access, _ cursor: inout UInt64
  ) -> Register {
    defer { cursor += 4 }
    return Register(
      name: at(name), offset: at(cursor), width: at(32), access: at(access),
      fields: (0..<3).map { Field(name: at("E\($0)"), bits: at(FieldBits(high: 2 * $0, low: 2 * $0))) })
  }

  // MARK: Registers

  private mutating func items(
    depth: Int, from cursor: inout UInt64, _ path: [RegisterReference.Element]
  ) -> [RegisterItem] {
    var items: [RegisterItem] = []
    for _ in 0...(2 + below(4)) {
      cursor = (cursor + 7) & ~7
      if chance(4) { cursor += UInt64(8 * below(4)) }
      let name = name(depth == 0 ? "R" : "S")
      let count = chance(4) ? 2 + below(6) : nil
      let here = path + [.init(name: name, index: count.map { at(.literal(UInt64(below($0)))) })]
      guard depth < 2, chance(4) else {
        let width = one(of: [8, 16, 32, 32, 32, 64])
        let stride = UInt64(width / 8 * (1 + below(2)))
        var register = register(name, width, at: cursor, here)
        register.repetition = count.map { Repetition(count: at($0), stride: at(stride)) }
        cursor += stride * UInt64(count ?? 1)
        items.append(.register(register))
        continue
      }
      var size: UInt64 = 0
      let inner = self.items(depth: depth + 1, from: &size, here)
      size = (size + 7) & ~7
      items.append(
        .block(
          Block(
            name: name, offset: at(cursor),
            repetition: count.map { Repetition(count: at($0), stride: at(size)) }, content: .inline(inner))))
      cursor += size * UInt64(count ?? 1)
    }
    return items
  }

  private mutating func register(
    _ name: Located<String>, _ width: Int, at offset: UInt64, _ path: [RegisterReference.Element]
  ) -> Register {
    let access = one(
      of: [
        .readWrite, .readWrite, .readWrite, .readOnly, .writeOnly,
        Access(.readWrite, writeEffect: .oneClears),
      ] as [Access])
    var register = Register(name: name, offset: at(offset), width: at(width), access: at(access))
    if chance(3) { register.summary = at("what \(name.value) is for") }
    if chance(3) { register.section = at("\(1 + below(9)).\(1 + below(9))") }
    if access.isReadable, access != .readOnly, chance() { register.reset = at(number(of: width)) }
    if access == .readOnly, chance(3) {
      register.readEffect = at(one(of: [.clears, .sets, .changes("takes a word")]))
    }
    if chance(5) { register.barrier = at(one(of: [.before, .after, .both])) }
    var low = below(3)
    while low < width, chance(4) == false {
      let bits = min(1 + (chance() ? 0 : below(12)), width - low)
      var field = Field(name: self.name("F"), bits: at(FieldBits(high: low + bits - 1, low: low)))
      if bits > 1, bits < 8, chance(3) {
        field.values = (0..<min(3, 1 << bits)).map {
          EnumeratedValue(name: at("value-\($0)"), pattern: at(.value(UInt64($0))), summary: nil)
        }
      }
      if chance(5) { field.summary = at("what the field is for") }
      register.fields.append(field)
      low += bits + below(4)
    }
    let reference = RegisterReference(path: path)
    let fields = register.fields.map { (name: $0.name.value, width: $0.bits.value.width) }
    if access.isWritable { writable.append((reference, width)) }
    if access == .readWrite, !fields.isEmpty { settable.append((reference, fields)) }
    if register.readEffect != nil { effectful.append(reference) }
    if access.isReadable, register.readEffect == nil {
      for field in register.fields {
        readFields.append(
          (FieldReference(register: reference, field: field.name), field.bits.value.width))
      }
    }
    return register
  }

  // MARK: Sequences

  private mutating func steps(_ depth: Int, names: [String]) -> [Located<Sequence.Step>] {
    var names = names
    var steps: [Located<Sequence.Step>] = []
    for _ in 0...below(5) { if let step = step(depth, &names) { steps.append(at(step)) } }
    return steps.isEmpty ? [at(.barrier)] : steps
  }

  private mutating func value(_ bits: Int, _ names: [String]) -> Located<Expression> {
    if chance(3) {
      let name = at(Expression.name(at(one(of: names))))
      return chance() ? name : at(.binary(one(of: [.add, .divide, .remainder]), name, at(.literal(3))))
    }
    return at(.literal(number(of: bits)))
  }

  private mutating func step(_ depth: Int, _ names: inout [String]) -> Sequence.Step? {
    switch below(depth == 0 ? 7 : 10) {
    case 0:
      guard !writable.isEmpty else { return nil }
      let target = one(of: writable)
      return .write(register: target.register, value: value(target.width, names))
    case 1, 2:
      guard !settable.isEmpty else { return nil }
      let target = one(of: settable)
      let field = one(of: target.fields)
      let values = [Sequence.FieldValue(field: at(field.name), value: value(field.width, names))]
      return chance()
        ? .modify(register: target.register, fields: values)
        : .writeFields(register: target.register, from: .zero, fields: values)
    case 3:
      return effectful.isEmpty ? nil : .read(register: one(of: effectful))
    case 4:
      guard !readFields.isEmpty else { return nil }
      let (field, width) = one(of: readFields)
      return .await(
        field: field, comparison: at(.equal), value: at(.literal(number(of: width))),
        bound: at(
          chance() ? .polls(UInt64(1 + below(99))) : .time(nanoseconds: UInt64(1 + below(99)) * 1_000)))
    case 5: return .barrier
    case 6:
      guard !readFields.isEmpty else { return nil }
      let name = self.name("n").value
      let source = one(of: readFields).field
      names.append(name)
      return .bindRead(name: at(name), source: .field(source))
    case 7:
      return .branch(
        condition(names), then: steps(depth - 1, names: names),
        otherwise: chance() ? steps(depth - 1, names: names) : [])
    case 8:
      return .loop(count: at(UInt64(1 + below(9))), name: nil, steps: steps(depth - 1, names: names))
    default:
      return .whileLoop(
        condition(names), limit: at(UInt64(1 + below(50))), steps: steps(depth - 1, names: names))
    }
  }

  private mutating func condition(_ names: [String]) -> Sequence.Condition {
    var comparison = one(of: Sequence.Comparison.allCases)
    if !readFields.isEmpty, chance() {
      let (field, width) = one(of: readFields)
      // A single bit is set or not.
      if width == 1 { comparison = one(of: [.equal, .notEqual]) }
      return .init(
        subject: .field(field), comparison: at(comparison), value: at(.literal(max(1, number(of: width)))))
    }
    return .init(
      subject: .value(at(.name(at(one(of: names))))), comparison: at(comparison), value: value(16, names))
  }
}

extension Array {
  /// The elements in an order that `below` decides.
  fileprivate func shuffled(below: (Int) -> Int) -> Self {
    var rest = self
    return indices.map { _ in rest.remove(at: below(rest.count)) }
  }
}
