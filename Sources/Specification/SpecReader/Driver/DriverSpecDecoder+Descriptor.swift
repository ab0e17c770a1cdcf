import Diagnostics
import DriverSpec

extension DriverSpecDecoder {
  /// `{size: 16, alignment: 16, words: {ADDRESS: {offset: 0, width: 64}}}`.
  mutating func descriptor(_ entry: YAMLEntry) -> Descriptor? {
    let subject = "descriptor \(entry.key.value.quoted)"
    guard
      let mapping = MappingDecoder(entry.value, subject, at: entry.key.place, SpecShapes.descriptor, decoder)
    else { return nil }
    var isWhole = true
    let size = mapping.required("size", example: "16").flatMap { decoder.number($0, "size") }
    let alignment = mapping.said("alignment", &isWhole) { decoder.number($0, "alignment") }
    var words: [Register] = []
    if let node = mapping.required("words", example: "{ADDRESS: {offset: 0, width: 64}}") {
      for entry in decoder.entries(node, "words") ?? [] {
        if let word = word(entry) { words.append(word) } else { unread.names.insert(entry.key.value) }
      }
    }
    let (summary, section) = (mapping.text("summary"), mapping.text("section"))
    guard let size, isWhole else { return nil }
    return Descriptor(
      name: entry.key, summary: summary, section: section, size: size, alignment: alignment, words: words)
  }

  /// `LENGTH: {offset: 8, width: 32, fields: {BYTES: 15:0}}`.
  private mutating func word(_ entry: YAMLEntry) -> Register? {
    let subject = "word \(entry.key.value.quoted)"
    guard let mapping = MappingDecoder(entry.value, subject, at: entry.key.place, SpecShapes.word, decoder)
    else { return nil }
    var isWhole = true
    let offset = mapping.required("offset", example: "0").flatMap { decoder.number($0, "offset") }
    var width: Located<Int>?
    if let node = mapping["width"] {
      width = decoder.smallNumber(node, "width")
    } else if case .bits(let bits) = defaultWidth {
      width = bits
    } else if case .unsaid = defaultWidth {
      decoder.refuse(
        .missingKey, "\(subject) has no `width`, and the spec no `register-width`", at: entry.key.place,
        fix: "add `width: 32`")
    }
    let access = self.access(mapping, inherited: Located(.readWrite, at: entry.key.place), &isWhole)
    let order = mapping.said("byte-order", &isWhole) { decoder.choice($0, "byte-order", as: ByteOrder.self) }
    let reserved = mapping.said("reserved", &isWhole) { self.reserved($0) }
    var fields: [Field] = []
    merge(mapping, into: &fields, access.value, .none, &isWhole)
    if !isWhole { unread.names.insert(entry.key.value) }
    let (summary, section) = (mapping.text("summary"), mapping.text("section"))
    guard let offset, let width else { return nil }
    return Register(
      name: entry.key, summary: summary, section: section, offset: offset, width: width, byteOrder: order,
      access: access, reserved: reserved ?? [], fields: fields)
  }

  /// `{descriptor: transmit-descriptor, pool: buffers, entries: 64, owned-by-device: FLAGS.OWN == 1, wrap: index}`.
  func ring(_ entry: YAMLEntry) -> DescriptorRing? {
    let subject = "ring \(entry.key.value.quoted)"
    guard let mapping = MappingDecoder(entry.value, subject, at: entry.key.place, SpecShapes.ring, decoder)
    else { return nil }
    var isWhole = true
    let descriptor = mapping.required("descriptor", example: "transmit-descriptor").flatMap {
      decoder.text($0, "descriptor")
    }
    let pool = mapping.required("pool", example: "buffers").flatMap { decoder.text($0, "pool") }
    let entries = mapping.required("entries", example: "64").flatMap {
      decoder.number($0, "entries", from: 1, to: SpecShapes.maximumCount)
    }
    let owner = mapping.required("owned-by-device", example: "FLAGS.OWN == 1").flatMap(ownership)
    let wrap = mapping.required("wrap", example: "index").flatMap(wrap)
    let base = mapping.said("base", &isWhole) { registerReference($0, "base", example: "TXBASE") }
    let summary = mapping.text("summary")
    guard let descriptor, let pool, let entries, let owner, let wrap, isWhole else { return nil }
    return DescriptorRing(
      name: entry.key, summary: summary, descriptor: descriptor, pool: pool, entries: entries.map { Int($0) },
      owner: owner, wrap: wrap, base: base)
  }

  private func ownership(_ node: YAMLNode) -> DescriptorRing.Ownership? {
    let condition = phrase(node, "owned-by-device", "a condition", example: "FLAGS.OWN == 1", .badCondition) {
      scalar throws(StepParser.Failure) in try StepParser.bank(scalar, .none)
    }
    guard let condition else { return nil }
    guard case .number(let value) = condition.value.value else {
      decoder.refuse(
        .badCondition, "`owned-by-device` compares with a number", at: condition.value.place,
        fix: "write `\(condition.field.name) == 1`")
      return nil
    }
    return .init(field: condition.field, deviceValue: Located(value, at: condition.value.place))
  }

  /// `index`, or a field of the last entry.
  private func wrap(_ node: YAMLNode) -> DescriptorRing.Wrap? {
    if case .scalar(let scalar) = node.content, scalar.text == "index" { return .index(node.place) }
    return phrase(node, "wrap", "`index` or a field", example: "FLAGS.WRAP", .badReference) {
      scalar throws(StepParser.Failure) in
      try StepParser.fieldReference(scalar, .none)
    }.map { .flag($0) }
  }
}
