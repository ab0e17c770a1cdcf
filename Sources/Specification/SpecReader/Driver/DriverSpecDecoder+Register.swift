import Diagnostics
import DriverSpec

extension DriverSpecDecoder {
  private static let registerKeys = [
    "summary", "section", "region", "offset", "width", "access", "reset", "on-read", "fields",
  ]

  /// `DR: {offset: 0x00, access: read-only, fields: {DATA: 7:0}}`.
  ///
  /// - Parameters:
  ///   - entry: the register's name and mapping.
  ///   - width: the file's `register-width`, where it could be read.
  ///   - hasWidth: whether the file says one.
  /// - Returns: the register, or `nil` after a report.
  mutating func register(_ entry: YAMLEntry, width: Located<Int>?, hasWidth: Bool) -> Register? {
    let name = entry.key
    let subject = "register \(name.value.quoted)"
    guard
      let mapping = MappingDecoder(entry.value, subject, at: name.place, keys: Self.registerKeys, decoder)
    else { return nil }
    let offset = mapping.required("offset", example: "0x18").flatMap { decoder.number($0, "offset") }
    var ownWidth = width
    if let node = mapping["width"] {
      ownWidth = decoder.smallNumber(node, "width")
    } else if !hasWidth {
      decoder.refuse(
        .missingKey, "\(subject) has no `width`, and the spec no `register-width`", at: name.place,
        fix: "add `register-width: 32` at the left margin")
    }
    let access = mapping["access"].flatMap { self.access($0) }
    let reset = mapping.number("reset")
    let summary = mapping.text("summary")
    let section = mapping.text("section")
    let region = mapping.text("region")
    let readEffect = mapping.text("on-read").map { $0.map { self.readEffect($0) } }
    var fields: [Field] = []
    var isWhole = true
    if let node = mapping["fields"] {
      if let entries = decoder.entries(node, "fields") {
        for entry in entries {
          if let field = field(entry) { fields.append(field) } else { isWhole = false }
        }
      } else {
        isWhole = false
      }
    }
    for (key, isRead) in [
      ("access", access != nil), ("reset", reset != nil), ("region", region != nil),
      ("on-read", readEffect != nil),
    ] where mapping[key] != nil && !isRead { isWhole = false }
    if !isWhole { unread.names.insert(name.value) }
    guard let offset, let ownWidth else { return nil }
    return Register(
      name: name, summary: summary, section: section, region: region, offset: offset, width: ownWidth,
      access: access ?? Located(.readWrite, at: name.place), reset: reset, readEffect: readEffect,
      fields: fields)
  }

  /// `TXFE: 7`, `DATA: 7:0`, or a mapping with `bits`.
  private func field(_ entry: YAMLEntry) -> Field? {
    switch entry.value.content {
    case .scalar:
      return bitRange(entry.value, entry.key.value).map {
        Field(name: entry.key, bits: $0.map { FieldBits([$0]) })
      }
    case .sequence, .mapping, .unreadable:
      guard
        let mapping = MappingDecoder(
          entry.value, "field \(entry.key.value.quoted)", at: entry.key.place,
          keys: ["bits", "access", "values", "summary"], decoder)
      else { return nil }
      let bits = mapping.required("bits", example: "7:0").flatMap { bitRange($0, "bits") }
      let access = mapping["access"].flatMap { self.access($0) }
      let summary = mapping.text("summary")
      var values: [EnumeratedValue] = []
      var isWhole = (access == nil) == (mapping["access"] == nil)
      if let node = mapping["values"] {
        if let entries = decoder.entries(node, "values") {
          for entry in entries {
            if let value = enumeratedValue(entry) { values.append(value) } else { isWhole = false }
          }
        } else {
          isWhole = false
        }
      }
      guard let bits, isWhole else { return nil }
      return Field(
        name: entry.key, summary: summary, bits: bits.map { FieldBits([$0]) }, access: access, values: values)
    }
  }

  /// `six: 1`, or a mapping with `value`.
  private func enumeratedValue(_ entry: YAMLEntry) -> EnumeratedValue? {
    if case .scalar = entry.value.content {
      return decoder.number(entry.value, entry.key.value).map {
        EnumeratedValue(name: entry.key, pattern: $0.map { .value($0) })
      }
    }
    guard
      let mapping = MappingDecoder(
        entry.value, "value \(entry.key.value.quoted)", at: entry.key.place, keys: ["value", "summary"],
        decoder),
      let value = mapping.required("value", example: "1").flatMap({ decoder.number($0, "value") })
    else { return nil }
    return EnumeratedValue(
      name: entry.key, pattern: value.map { .value($0) }, summary: mapping.text("summary"))
  }

  /// `read-only`, `write-1-to-clear`.
  private func access(_ node: YAMLNode) -> Located<Access>? {
    guard let scalar = decoder.scalar(node, "access", example: "access: read-only") else { return nil }
    guard let access = Access(word: scalar.text) else {
      decoder.refuse(
        .unknownChoice, "\(scalar.text.quoted) is no `access`", at: node.place,
        fix: Suggestion.fix(for: scalar.text, among: Access.words.map(\.word)))
      return nil
    }
    return Located(access, at: node.place)
  }

  /// `clears`, `sets`, or what else a read changes.
  private func readEffect(_ text: String) -> ReadEffect {
    switch text {
    case "clears": .clears
    case "sets": .sets
    default: .changes(text)
    }
  }

  /// The highest bit number that is read as one; what fits the register is a rule's business.
  private static let maximumBit: UInt64 = 1_000

  /// `7` or `6:5`.
  private func bitRange(_ node: YAMLNode, _ what: String) -> Located<BitRange>? {
    guard let scalar = decoder.scalar(node, what, example: "\(what): 7:0") else { return nil }
    let parts = scalar.text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    var numbers: [Int] = []
    for part in parts {
      guard let number = try? NumberText.number(part.trimmed), number <= Self.maximumBit else { break }
      numbers.append(Int(number))
    }
    guard numbers.count == parts.count, let high = numbers.first, let low = numbers.last, numbers.count <= 2
    else {
      decoder.refuse(
        .badBits, "\(scalar.text.quoted) are no bits", at: node.place,
        fix: "write one bit as `7`, several as `7:0`, the highest first")
      return nil
    }
    guard high >= low else {
      decoder.refuse(
        .badBits, "the highest bit comes first, and \(high) is below \(low)", at: node.place,
        fix: "write `\(low):\(high)`")
      return nil
    }
    return Located(BitRange(high: high, low: low), at: node.place)
  }
}
