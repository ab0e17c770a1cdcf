import Diagnostics
import DriverSpec

/// A register by the mapping that says it.
struct RegisterKey: Hashable {
  private let scope: ObjectIdentifier
  private let name: String

  init(_ scope: DeclaredRegisters.Scope, _ name: String) {
    self.scope = ObjectIdentifier(scope)
    self.name = name
  }
}

extension DriverSpecDecoder {
  /// What a register takes everything from that it does not say itself.
  enum RegisterBase {
    case none
    case register(Register, named: Located<String>)
    /// There is one, and it cannot be read.
    case unread

    var register: Register? { if case .register(let register, _) = self { register } else { nil } }
    var isNone: Bool { if case .none = self { true } else { false } }
  }

  /// The register of a name, after those that it is derived from.
  mutating func register(_ name: String, in scope: DeclaredRegisters.Scope, isTop: Bool) -> Register? {
    if let read = readRegisters[RegisterKey(scope, name)] { return read }
    // The chain from this register to the first that is derived from none, or was read before.
    var chain: [(scope: DeclaredRegisters.Scope, entry: YAMLEntry, like: Located<String>?)] = []
    var base = RegisterBase.none
    var places: [RegisterKey: Int] = [:]
    var next = (scope: scope, name: name)
    while true {
      guard case .register(let entry) = next.scope.items[next.name] else { break }
      let like = derivation(entry)
      places[RegisterKey(next.scope, next.name)] = chain.count
      chain.append((next.scope, entry, like.text))
      guard let text = like.text else {
        if like.isSaid { base = .unread }
        break
      }
      guard let found = baseRegister(text.value, from: next.scope) else {
        let candidates = next.scope.names + (next.scope === declared.top ? [] : declared.top.names)
        decoder.refuse(
          .unknownBase, "\(text.value.quoted) is no register that \(next.name.quoted) could be like",
          at: text.place,
          fix: Suggestion.nearest(to: text.value, among: candidates.filter { $0 != next.name })
            .map { "did you mean \($0.quoted)?" }
            ?? "name a register of the same mapping, or write its blocks before it: `CHANNEL.CTRL`")
        base = .unread
        break
      }
      let key = RegisterKey(found.scope, found.name)
      if let read = readRegisters[key] {
        base = read.map { .register($0, named: text) } ?? .unread
        break
      }
      if let start = places[key] {
        refuseCycle(chain[start...].compactMap(\.like))
        base = .unread
        break
      }
      next = found
    }
    // From the base up.
    var result: Register?
    for (index, link) in chain.enumerated().reversed() {
      result = register(link.entry, base, isTop: link.scope === declared.top)
      readRegisters.updateValue(result, forKey: RegisterKey(link.scope, link.entry.key.value))
      guard index > 0 else { break }
      let name = chain[index - 1].like ?? link.entry.key
      base = result.map { .register($0, named: name) } ?? .unread
    }
    return result
  }

  /// The register that an entry is like.
  private func derivation(_ entry: YAMLEntry) -> (text: Located<String>?, isSaid: Bool) {
    guard let node = entry.value["like"] else { return (nil, false) }
    guard case .scalar(let scalar) = node.content, !scalar.isEmpty else { return (nil, true) }
    return (Located(scalar.text, at: node.place), true)
  }

  /// A register of the same mapping, or by a dotted name from the top.
  private func baseRegister(
    _ text: String, from scope: DeclaredRegisters.Scope
  ) -> (scope: DeclaredRegisters.Scope, name: String)? {
    if case .register = scope.items[text] { return (scope, text) }
    return declared.register(text.split(separator: ".", omittingEmptySubsequences: false).map(String.init))
  }

  private func refuseCycle(_ links: [Located<String>]) {
    guard let first = links.min(by: { $0.place < $1.place }) else { return }
    let notes = links.filter { $0.place != first.place }.sorted { $0.place < $1.place }.prefix(4)
    decoder.refuse(
      .likeCycle,
      links.count == 1
        ? "a register cannot be like itself"
        : "these \(links.count) registers are like each other in a circle",
      at: first.place, notes: notes.map { .init("and this goes on the circle", at: $0.place) },
      fix: "write one of them out")
  }

  // MARK: One register

  /// `DR: {offset: 0x00, access: read-only, fields: {DATA: 7:0}}`.
  ///
  /// - Parameters:
  ///   - entry: the register's name and mapping.
  ///   - base: what it takes the keys from that it does not say.
  ///   - isTop: whether it stands in no block.
  /// - Returns: the register, or `nil` after a report, here or at the base.
  private mutating func register(_ entry: YAMLEntry, _ base: RegisterBase, isTop: Bool) -> Register? {
    let name = entry.key
    let subject = "register \(name.value.quoted)"
    guard let mapping = MappingDecoder(entry.value, subject, at: name.place, SpecShapes.register, decoder)
    else { return nil }
    var isWhole = true
    let from = base.register
    var offset = from?.offset
    if let node = mapping["offset"] {
      offset = decoder.number(node, "offset")
    } else if base.isNone {
      _ = mapping.required("offset", example: "0x18")
    }
    let width = self.width(mapping, base)
    var region = self.region(mapping, isTop: isTop, &isWhole)
    if mapping["region"] == nil, isTop { region = from?.region }
    let bytes = width.map { UInt64($0.value / 8) }
    var repetition = self.repetition(mapping, elementBytes: bytes.map { max(1, $0) } ?? 1, &isWhole)
    if mapping["count"] == nil, mapping["stride"] == nil { repetition = from?.repetition }
    if mapping["like"] != nil { _ = mapping.said("like", &isWhole) { decoder.text($0, "like") } }

    // The access comes before the fields, which may not say one.
    let access = self.access(
      mapping, inherited: from?.access ?? Located(.readWrite, at: name.place), &isWhole)
    var fields = from?.fields ?? []
    remove(mapping, from: &fields, base, &isWhole)
    merge(mapping, into: &fields, access.value, base, &isWhole)

    let alternate = mapping.said("alternate", &isWhole) { decoder.text($0, "alternate") }
    let bank = mapping.said("when", &isWhole) { self.bank($0) }
    let reset = mapping.said("reset", &isWhole) { decoder.number($0, "reset") }
    let resetMask = mapping.said("reset-mask", &isWhole) { decoder.number($0, "reset-mask") }
    let readEffect = mapping.said("on-read", &isWhole) { self.readEffect($0) }
    let reserved = mapping.said("reserved", &isWhole) { self.reserved($0) }
    let lock = mapping.said("locked-by", &isWhole) { decoder.text($0, "locked-by") }
    let readBack = mapping.said("read-back", &isWhole) { self.readBack($0) }
    let barrier = mapping.said("barrier", &isWhole) {
      decoder.choice($0, "barrier", as: Register.Barrier.self)
    }
    let order = mapping.said("byte-order", &isWhole) { decoder.choice($0, "byte-order", as: ByteOrder.self) }
    let summary = mapping.text("summary") ?? from?.summary
    let section = mapping.text("section") ?? from?.section
    let waivers = (from?.waivers ?? []) + self.waivers(mapping)
    if !isWhole { unread.names.insert(name.value) }
    if case .unread = base { return nil }
    guard let offset, let width else { return nil }
    var derivedFrom: Located<String>?
    if case .register(_, let base) = base { derivedFrom = base }
    return Register(
      name: name, summary: summary, section: section, region: region, offset: offset, repetition: repetition,
      width: width, byteOrder: order ?? from?.byteOrder, access: access, reset: reset ?? from?.reset,
      resetMask: resetMask ?? (reset == nil ? from?.resetMask : nil),
      readEffect: readEffect ?? from?.readEffect, reserved: reserved ?? from?.reserved ?? [], fields: fields,
      alternateOf: alternate ?? from?.alternateOf, bank: bank ?? from?.bank,
      lockedBy: lock ?? from?.lockedBy, readBack: readBack ?? from?.readBack,
      barrier: barrier ?? from?.barrier, derivedFrom: derivedFrom, waivers: waivers)
  }

  private func width(_ mapping: MappingDecoder, _ base: RegisterBase) -> Located<Int>? {
    if let node = mapping["width"] { return decoder.smallNumber(node, "width") }
    if let width = base.register?.width { return width }
    switch defaultWidth {
    case .bits(let width): return width
    case .unread: return nil
    case .unsaid:
      if base.isNone {
        decoder.refuse(
          .missingKey, "\(mapping.subject) has no `width`, and the spec no `register-width`",
          at: mapping.place, fix: "add `register-width: 32` at the left margin")
      }
      return nil
    }
  }

  /// `without: [MODE]`.
  private func remove(
    _ mapping: MappingDecoder, from fields: inout [Field], _ base: RegisterBase, _ isWhole: inout Bool
  ) {
    guard let entry = mapping.entry("without") else { return }
    guard !base.isNone else {
      decoder.refuse(
        .missingKey, "\(mapping.subject) has `without` and no `like`", at: entry.key.place,
        fix: "add `like:` and the register that has the fields")
      isWhole = false
      return
    }
    for node in decoder.oneOrMore(entry.value, "without") ?? [] {
      guard let name = decoder.text(node, "without") else {
        isWhole = false
        continue
      }
      guard case .register(let register, _) = base else { continue }
      if let index = fields.firstIndex(where: { $0.name.value == name.value }) {
        fields.remove(at: index)
      } else {
        let names = register.fields.map(\.name.value)
        decoder.refuse(
          .unknownBaseField, "\(register.name.value.quoted) has no field \(name.value.quoted) to leave out",
          at: name.place, fix: Suggestion.fix(for: name.value, among: names) ?? "delete it")
      }
    }
  }

  /// `fields: {TXFE: 7, EN: {access: read-only}}`: replaces those of the same name, and adds the others.
  mutating func merge(
    _ mapping: MappingDecoder, into fields: inout [Field], _ access: Access, _ base: RegisterBase,
    _ isWhole: inout Bool
  ) {
    guard let node = mapping["fields"] else { return }
    if case .scalar(let scalar) = node.content, scalar.isEmpty { return }
    guard let entries = decoder.entries(node, "fields") else {
      isWhole = false
      return
    }
    fields.reserveCapacity(fields.count + entries.count)
    // Only the base's fields can be meant; no key stands twice in a mapping.
    let baseCount = fields.count
    for entry in entries {
      let index = fields[..<baseCount].firstIndex { $0.name.value == entry.key.value }
      let read = field(entry, index.map { fields[$0] }, of: access, in: base)
      guard let read else {
        isWhole = false
        continue
      }
      if let index { fields[index] = read } else { fields.append(read) }
    }
  }

  // MARK: Keys

  /// `access`, and `on-write` beside it.
  func access(
    _ mapping: MappingDecoder, inherited: Located<Access>, _ isWhole: inout Bool
  ) -> Located<Access> {
    let said = mapping.said("access", &isWhole) { node -> Located<Access>? in
      guard let scalar = decoder.scalar(node, "access", example: "access: read-only") else { return nil }
      guard let access = Access(word: scalar.text) else {
        decoder.refuse(
          .unknownChoice, "\(scalar.text.quoted) is no `access`", at: node.place,
          fix: Suggestion.fix(for: scalar.text, among: Access.words.map(\.word)))
        return nil
      }
      return Located(access, at: node.place)
    }
    let effect = mapping.said("on-write", &isWhole) { node -> Located<Access.WriteEffect>? in
      guard let effect = decoder.choice(node, "on-write", as: Access.WriteEffect.self) else { return nil }
      guard effect.value != .stores else {
        decoder.refuse(
          .unknownChoice, "`stores` is no `on-write`", at: node.place,
          fix: "delete it: a write stores where nothing is said")
        return nil
      }
      return effect
    }
    guard let effect else { return said ?? inherited }
    if let said, said.value.writeEffect != .stores {
      mapping.refuseBoth("access", "on-write", because: "both say what a write does")
      isWhole = false
      return said
    }
    return Located(
      Access((said ?? inherited).value.permission, writeEffect: effect.value), at: said?.place ?? effect.place
    )
  }

  /// `clears`, `sets`, or what else a read changes.
  func readEffect(_ node: YAMLNode) -> Located<ReadEffect>? {
    decoder.text(node, "on-read")?.map { text in
      switch text {
      case "clears": .clears
      case "sets": .sets
      default: .changes(text)
      }
    }
  }

  /// `preserve`, or `{31:16: preserve, 15:12: 0}`.
  func reserved(_ node: YAMLNode) -> [ReservedBits]? {
    if case .scalar = node.content {
      return decoder.choice(node, "reserved", as: ReservedBits.Rule.self).map { [ReservedBits(rule: $0)] }
    }
    guard let entries = decoder.entries(node, "reserved") else { return nil }
    var parts: [ReservedBits] = []
    for entry in entries {
      let bits = bitRange(entry.key.value, at: entry.key.place)
      let rule = decoder.choice(entry.value, entry.key.value, as: ReservedBits.Rule.self)
      guard let bits, let rule else { return nil }
      parts.append(ReservedBits(bits: bits, rule: rule))
    }
    return parts
  }

  /// `self`, or another register.
  private func readBack(_ node: YAMLNode) -> Located<Register.ReadBack>? {
    if case .scalar(let scalar) = node.content, scalar.text == "self" {
      return Located(.itself, at: node.place)
    }
    return registerReference(node, "read-back", example: "self").map { Located(.other($0), at: node.place) }
  }
}
