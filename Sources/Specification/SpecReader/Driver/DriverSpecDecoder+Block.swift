import Diagnostics
import DriverSpec

extension DriverSpecDecoder {
  /// Registers and blocks of a mapping, in source order; `nil` after a report that it is none.
  mutating func items(
    _ node: YAMLNode, in scope: DeclaredRegisters.Scope, isTop: Bool, depth: Int
  ) -> [RegisterItem]? {
    if case .scalar(let scalar) = node.content, scalar.isEmpty { return [] }
    guard let entries = decoder.entries(node, "registers") else { return nil }
    var items: [RegisterItem] = []
    items.reserveCapacity(entries.count)
    for entry in entries {
      let name = entry.key.value
      let item: RegisterItem? =
        switch scope.items[name] {
        case .register, nil: register(name, in: scope, isTop: isTop).map { .register($0) }
        case .block(let inner): block(entry, .inline(inner), isTop: isTop, depth: depth).map { .block($0) }
        case .shared: block(entry, .shared, isTop: isTop, depth: depth).map { .block($0) }
        }
      if let item { items.append(item) } else { unread.names.insert(name) }
    }
    return items
  }

  private enum BlockForm {
    case inline(DeclaredRegisters.Scope)
    case shared
  }

  /// `{offset: 0x100, count: 8, stride: 0x20, registers: {…}}`, or with `block: fifo`.
  private mutating func block(
    _ entry: YAMLEntry, _ form: BlockForm, isTop: Bool, depth: Int
  ) -> Block? {
    let name = entry.key
    let subject = "block \(name.value.quoted)"
    let shape =
      switch form {
      case .inline: SpecShapes.block
      case .shared: SpecShapes.sharedBlock
      }
    // `registers` and `block` together are said to be too much, and not that one of them is unknown.
    let keys = shape.keyNames + ["registers", "block"].filter { !shape.keyNames.contains($0) }
    guard let mapping = MappingDecoder(entry.value, subject, at: name.place, keys: keys, decoder) else {
      return nil
    }
    mapping.refuseBoth(
      "registers", "block", because: "it holds registers of its own, or those of a shared block")
    var isWhole = true
    let offset = mapping.required("offset", example: "0x100").flatMap { decoder.number($0, "offset") }
    let repetition = self.repetition(mapping, elementBytes: nil, &isWhole)
    let region = self.region(mapping, isTop: isTop, &isWhole)
    let alternate = mapping.said("alternate", &isWhole) { decoder.text($0, "alternate") }
    let bank = mapping.said("when", &isWhole) { self.bank($0) }
    let summary = mapping.text("summary")
    let section = mapping.text("section")
    var content: Block.Content?
    switch form {
    case .inline(let scope):
      if depth + 1 > RegisterMap.depthLimit {
        decoder.refuse(
          .blocksTooDeep, "blocks stand in blocks more than \(RegisterMap.depthLimit) deep", at: name.place,
          fix: "write the inner registers into the block around them, with their offset there")
      } else if let node = mapping["registers"] {
        content = items(node, in: scope, isTop: false, depth: depth + 1).map { .inline($0) }
      }
    case .shared:
      content = mapping["block"].flatMap { decoder.text($0, "block") }.map { .shared($0) }
    }
    if !isWhole { unread.names.insert(name.value) }
    guard let offset, let content else { return nil }
    return Block(
      name: name, summary: summary, section: section, region: region, offset: offset, repetition: repetition,
      content: content, alternateOf: alternate, bank: bank, waivers: waivers(mapping))
  }

  /// A block under `blocks`.
  mutating func blockDefinition(_ entry: YAMLEntry) -> BlockDefinition? {
    let subject = "block \(entry.key.value.quoted)"
    guard
      let mapping = MappingDecoder(
        entry.value, subject, at: entry.key.place, SpecShapes.blockDefinition, decoder),
      let node = mapping.required("registers", example: "{DATA: {offset: 0}}"),
      let scope = declared.blocks[entry.key.value],
      let items = items(node, in: scope, isTop: false, depth: 1)
    else { return nil }
    return BlockDefinition(
      name: entry.key, summary: mapping.text("summary"), section: mapping.text("section"), items: items)
  }

  // MARK: What registers and blocks have in common

  /// `count: 4, stride: 4`; the stride is `elementBytes` where none is said, and must be said where that is `nil`.
  func repetition(_ mapping: MappingDecoder, elementBytes: UInt64?, _ isWhole: inout Bool) -> Repetition? {
    let count = mapping.said("count", &isWhole) {
      decoder.number($0, "count", from: 1, to: SpecShapes.maximumCount)?.map { Int($0) }
    }
    let stride = mapping.said("stride", &isWhole) { decoder.number($0, "stride", from: 1, to: .max) }
    if let entry = mapping.entry("stride"), mapping["count"] == nil {
      decoder.refuse(
        .missingKey, "\(mapping.subject) has a `stride` and no `count`", at: entry.key.place,
        fix: "add `count: 4`, or delete the `stride`")
      isWhole = false
    }
    guard let count else { return nil }
    if let stride { return Repetition(count: count, stride: stride) }
    if mapping["stride"] != nil { return nil }
    guard let elementBytes else {
      decoder.refuse(
        .missingKey, "\(mapping.subject) has a `count` and no `stride`", at: count.place,
        fix: "add the bytes from one element to the next: `stride: 0x20`")
      isWhole = false
      return nil
    }
    return Repetition(count: count, stride: Located(elementBytes, at: count.place))
  }

  /// `region: control`, which only the outermost of blocks and registers can say.
  func region(_ mapping: MappingDecoder, isTop: Bool, _ isWhole: inout Bool) -> Located<String>? {
    guard let entry = mapping.entry("region") else { return nil }
    guard isTop else {
      decoder.refuse(
        .keyConflict, "\(mapping.subject) stands in a block and cannot say a `region` of its own",
        at: entry.key.place, fix: "say it of the outermost block")
      return nil
    }
    return mapping.said("region", &isWhole) { decoder.text($0, "region") }
  }

  /// `LCR.DLAB == 1`.
  func bank(_ node: YAMLNode) -> Bank? {
    phrase(node, "when", "a condition", example: "LCR.DLAB == 1", .badCondition) {
      scalar throws(StepParser.Failure) in
      try StepParser.bank(scalar, declared)
    }
  }
}
