import Diagnostics
import DriverSpec

extension DriverSpecDecoder {
  /// `TXFE: 7`, `DATA: 7:0`, `DIV: [15:12, 3:0]`, or a mapping with `bits`.
  ///
  /// - Parameters:
  ///   - entry: the field's name and value.
  ///   - base: the field of the same name in the register that this one is derived from.
  ///   - registerAccess: what software may do with the register.
  ///   - registerBase: the register that this field's register is derived from.
  /// - Returns: the field, or `nil` after a report.
  mutating func field(
    _ entry: YAMLEntry, _ base: Field? = nil, of registerAccess: Access, in registerBase: RegisterBase = .none
  ) -> Field? {
    switch entry.value.content {
    case .scalar, .sequence:
      return fieldBits(entry.value, entry.key.value).map { Field(name: entry.key, bits: $0) }
    case .mapping, .unreadable: break
    }
    let subject = "field \(entry.key.value.quoted)"
    guard
      let mapping = MappingDecoder(entry.value, subject, at: entry.key.place, SpecShapes.field, decoder)
    else { return nil }
    var isWhole = true
    // With `bits` it is a field of its own; without, it changes what the base says.
    var field: Field
    if let node = mapping["bits"] {
      let bits = fieldBits(node, "bits")
      if bits == nil { isWhole = false }
      field = Field(name: entry.key, bits: bits ?? Located(FieldBits(high: 0, low: 0), at: node.place))
    } else if let base {
      field = base
      field.name = entry.key
    } else {
      switch registerBase {
      case .none: _ = mapping.required("bits", example: "7:0")
      case .register(let register, _):
        decoder.refuse(
          .unknownBaseField,
          "\(subject) has no `bits`, and \(register.name.value.quoted) has no such field to take them from",
          at: entry.key.place,
          fix: Suggestion.nearest(to: entry.key.value, among: register.fields.map(\.name.value))
            .map { "did you mean \($0.quoted)?" } ?? "add `bits: 7:0`")
      case .unread: break
      }
      isWhole = false
      field = Field(name: entry.key, bits: Located(FieldBits(high: 0, low: 0), at: entry.key.place))
    }
    if mapping["access"] != nil || mapping["on-write"] != nil {
      let inherited = field.access ?? Located(registerAccess, at: entry.key.place)
      field.access = access(mapping, inherited: inherited, &isWhole)
    }
    field.summary = mapping.text("summary") ?? field.summary
    // Most fields say no more than this.
    let usual = ["bits", "access", "summary"].count { mapping[$0] != nil }
    guard mapping.count > usual else { return isWhole ? field : nil }
    field.readEffect = mapping.said("on-read", &isWhole) { readEffect($0) } ?? field.readEffect
    readNames(mapping, into: &field, &isWhole)
    readQuantity(mapping, into: &field, &isWhole)
    field.section = mapping.text("section") ?? field.section
    field.waivers += waivers(mapping)
    return isWhole ? field : nil
  }

  // MARK: Values

  private func readNames(_ mapping: MappingDecoder, into field: inout Field, _ isWhole: inout Bool) {
    for key in ["read-values", "write-values"] {
      if mapping.refuseBoth("values", key, because: "`values` are those of both directions") {
        isWhole = false
      }
    }
    // Names of one kind take the place of the base's of the other.
    if let values = mapping.said("values", &isWhole, { values($0, "values") }) {
      field.values = values
      field.readValues = []
      field.writeValues = []
    }
    if let values = mapping.said("read-values", &isWhole, { values($0, "read-values") }) {
      field.readValues = values
      field.values = []
    }
    if let values = mapping.said("write-values", &isWhole, { values($0, "write-values") }) {
      field.writeValues = values
      field.values = []
    }
    field.onlyNamedValues =
      mapping.said("only-values", &isWhole) { decoder.flag($0, "only-values") } ?? field.onlyNamedValues
    field.range = mapping.said("range", &isWhole) { decoder.range($0, "range") } ?? field.range
  }

  private func values(_ node: YAMLNode, _ what: String) -> [EnumeratedValue]? {
    guard let entries = decoder.entries(node, what) else { return nil }
    var isWhole = true
    let values = entries.compactMap { entry -> EnumeratedValue? in
      let value = enumeratedValue(entry)
      if value == nil { isWhole = false }
      return value
    }
    return isWhole ? values : nil
  }

  /// `six: 1`, `fast: 0b1xx`, `other: default`, or a mapping with `value`.
  private func enumeratedValue(_ entry: YAMLEntry) -> EnumeratedValue? {
    if case .scalar = entry.value.content {
      return pattern(entry.value, entry.key.value).map { EnumeratedValue(name: entry.key, pattern: $0) }
    }
    guard
      let mapping = MappingDecoder(
        entry.value, "value \(entry.key.value.quoted)", at: entry.key.place, SpecShapes.enumeratedValue,
        decoder),
      let value = mapping.required("value", example: "1").flatMap({ pattern($0, "value") })
    else { return nil }
    return EnumeratedValue(name: entry.key, pattern: value, summary: mapping.text("summary"))
  }

  private func pattern(_ node: YAMLNode, _ what: String) -> Located<EnumeratedValue.Pattern>? {
    guard let scalar = decoder.scalar(node, what, example: "\(what): 1") else { return nil }
    if scalar.text == "default" { return Located(.otherwise, at: node.place) }
    guard scalar.text.hasPrefix("0b"), scalar.text.utf8.contains(UInt8(ascii: "x")) else {
      return decoder.number(node, what)?.map { .value($0) }
    }
    var (value, dontCare, digits) = (UInt64(0), UInt64(0), 0)
    for byte in scalar.text.utf8.dropFirst(2) where byte != UInt8(ascii: "_") {
      value <<= 1
      dontCare <<= 1
      digits += 1
      switch byte {
      case UInt8(ascii: "0"): break
      case UInt8(ascii: "1"): value |= 1
      case UInt8(ascii: "x"): dontCare |= 1
      default:
        decoder.refuse(
          .badNumber, "\(scalar.text.quoted) is no value", at: node.place,
          fix: "write `0`, `1`, and `x` for a bit that does not matter, after `0b`")
        return nil
      }
    }
    guard digits <= 64 else {
      decoder.refuse(.badNumber, "\(scalar.text.quoted) does not fit into 64 bits", at: node.place)
      return nil
    }
    return Located(.bits(value: value, dontCare: dontCare), at: node.place)
  }

  // MARK: Quantities

  private func readQuantity(_ mapping: MappingDecoder, into field: inout Field, _ isWhole: inout Bool) {
    field.isSigned = mapping.said("signed", &isWhole) { decoder.flag($0, "signed") } ?? field.isSigned
    field.fractionBits =
      mapping.said("fraction", &isWhole) { decoder.number($0, "fraction", from: 0, to: 63)?.map { Int($0) } }
      ?? field.fractionBits
    let unit = mapping.said("unit", &isWhole) { decoder.text($0, "unit") }
    let scale = mapping.said("scale", &isWhole) { decoder.ratio($0, "scale") }
    let offset = mapping.said("offset", &isWhole) { decoder.signedNumber($0, "offset") }
    let divides = mapping.said("divides", &isWhole) { node in
      phrase(node, "divides", "an expression", example: "uartclk / 16", .badExpression) {
        scalar throws(StepParser.Failure) in
        try StepParser.expression(scalar)
      }
    }
    for key in ["scale", "offset"] {
      if mapping.refuseBoth(key, "divides", because: "a value has one way to its unit") { isWhole = false }
    }
    let conversions = ["scale", "offset", "divides"].filter { mapping[$0] != nil }
    guard mapping["unit"] != nil || !conversions.isEmpty else { return }
    guard let unit = unit ?? field.quantity?.unit else {
      if let key = conversions.first, mapping["unit"] == nil, let entry = mapping.entry(key) {
        decoder.refuse(
          .missingKey, "\(mapping.subject) has \(key.quoted) and no `unit`", at: entry.key.place,
          fix: "add `unit: Hz`")
        isWhole = false
      }
      return
    }
    if let divides {
      field.quantity = FieldQuantity(unit: unit, conversion: .divides(divides))
    } else if scale == nil, offset == nil, let quantity = field.quantity {
      field.quantity = FieldQuantity(unit: unit, conversion: quantity.conversion)
    } else {
      var inherited: (scale: Located<Ratio>, offset: Located<Int64>)?
      if case .linear(let scale, let offset) = field.quantity?.conversion { inherited = (scale, offset) }
      field.quantity = FieldQuantity(
        unit: unit,
        conversion: .linear(
          scale: scale?.map { Ratio($0.numerator, over: $0.denominator) } ?? inherited?.scale
            ?? Located(Ratio(1), at: unit.place),
          offset: offset ?? inherited?.offset ?? Located(0, at: unit.place)))
    }
  }

  // MARK: Bits

  /// The highest bit number that is read as one; what fits the register is a rule's business.
  private static let maximumBit: UInt64 = 1_000

  /// `7`, `6:5`, or a list of them.
  private func fieldBits(_ node: YAMLNode, _ what: String) -> Located<FieldBits>? {
    guard case .sequence(let items) = node.content else {
      guard let scalar = decoder.scalar(node, what, example: "\(what): 7:0") else { return nil }
      return bitRange(scalar.text, at: node.place)?.map { FieldBits([$0]) }
    }
    guard !items.isEmpty else {
      decoder.refuse(
        .badBits, "\(what.quoted) names no bits", at: node.place,
        fix: "write the highest part first: `[15:12, 3:0]`")
      return nil
    }
    let ranges = items.compactMap { item in
      decoder.scalar(item, what, example: "\(what): [15:12, 3:0]").flatMap {
        bitRange($0.text, at: item.place)?.value
      }
    }
    return ranges.count == items.count ? Located(FieldBits(ranges), at: node.place) : nil
  }

  /// `7` or `6:5`.
  func bitRange(_ text: String, at place: SourcePlace) -> Located<BitRange>? {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    var numbers: [Int] = []
    for part in parts {
      guard let number = try? NumberText.number(part.trimmed), number <= Self.maximumBit else { break }
      numbers.append(Int(number))
    }
    guard numbers.count == parts.count, let high = numbers.first, let low = numbers.last, numbers.count <= 2
    else {
      decoder.refuse(
        .badBits, "\(text.quoted) are no bits", at: place,
        fix: "write one bit as `7`, several as `7:0`, the highest first")
      return nil
    }
    guard high >= low else {
      decoder.refuse(
        .badBits, "the highest bit comes first, and \(high) is below \(low)", at: place,
        fix: "write `\(low):\(high)`")
      return nil
    }
    return Located(BitRange(high: high, low: low), at: place)
  }
}
