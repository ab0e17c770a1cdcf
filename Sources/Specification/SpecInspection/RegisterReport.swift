import DriverSpec

/// One register for a person: a drawing of its bits, what each field is, and what a value says.
public struct RegisterReport: Sendable {
  private let flat: FlatRegister
  private let value: UInt64?

  /// - Parameters:
  ///   - flat: the register.
  ///   - value: what is to be explained, or `nil`.
  public init(_ flat: FlatRegister, value: UInt64? = nil) {
    self.flat = flat
    self.value = value
  }

  private var register: Register { flat.placed.register }

  /// The report, line by line.
  ///
  /// - Parameter strokes: what the drawing is made of.
  /// - Returns: the lines; those of the drawing have no more than 80 columns.
  public func lines(_ strokes: RegisterDiagram.Strokes) -> [String] {
    var lines = [heading]
    if let summary = register.summary?.value { lines.append(summary) }
    lines += notes
    lines.append("")
    let drawings = drawings
    for (title, cells) in drawings {
      if drawings.count > 1 { lines.append(title) }
      lines += RegisterDiagram(width: register.width.value, cells: cells, value: value).lines(strokes)
    }
    lines.append("")
    if let value {
      let reset = register.reset.map { $0.value == value ? ", the reset value" : "" } ?? ""
      let digits = max(1, register.width.value / 4)
      lines.append("value \(hexadecimal(value, digits: digits))\(reset)")
    }
    return lines + table
  }

  private var heading: String {
    var parts = ["\(flat.name) at \(hexadecimal(flat.offset))"]
    if let region = flat.placed.region { parts[0] += " of \(region)" }
    parts.append("\(register.width.value) bits")
    parts.append(register.access.value.text)
    parts.append(register.reset.map { "reset \(hexadecimal($0.value))" } ?? "reset not stated")
    return parts.joined(separator: ", ")
  }

  /// What else the spec says of the whole register.
  private var notes: [String] {
    var notes = flat.placed.banks.map { "there while \(RegisterTable.text(of: $0))" }
    if let effect = register.readEffect { notes.append("a read \(effect.value.text)") }
    if flat.placed.byteOrder == .big, register.width.value > 8 { notes.append("big endian") }
    if let lock = register.lockedBy { notes.append("locked by \(lock.value)") }
    if let other = register.alternateOf { notes.append("shares its place with \(other.value)") }
    if let other = register.derivedFrom { notes.append("derived from \(other.value)") }
    return notes
  }

  /// The fields as they are read and as they are written, where they differ in place; else all of them once.
  private var drawings: [(title: String, cells: [RegisterDiagram.Cell])] {
    func cells(_ fields: [Field]) -> [RegisterDiagram.Cell] {
      fields.flatMap { field in
        field.bits.ranges.map { .init(name: field.name.value, high: $0.high, low: $0.low) }
      }
    }
    var taken: UInt64 = 0
    for field in register.fields {
      if taken & field.bits.mask != 0 {
        return [
          ("when read:", cells(register.fields.filter { register.access(of: $0).isReadable })),
          ("when written:", cells(register.fields.filter { register.access(of: $0).isWritable })),
        ]
      }
      taken |= field.bits.mask
    }
    return [("", cells(register.fields))]
  }

  /// One line for each field and for what is between them, the highest bit first.
  private var table: [String] {
    var rows: [(high: Int, columns: [String])] = register.fields.map { ($0.bits.high, row($0)) }
    let taken = register.fields.reduce(UInt64(0)) { $0 | $1.bits.mask }
    for gap in gaps(in: taken) { rows.append((gap.high, row(reserved: gap))) }
    rows.sort { $0.high > $1.high }
    let columns = rows.map(\.columns)
    let widths = (0..<4).map { column in columns.map { $0[column].count }.max() ?? 0 }
    return columns.map { row in
      var line = ""
      for (column, text) in row.enumerated() {
        line += text
        if column < 4 { line += String(repeating: " ", count: widths[column] - text.count + 2) }
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// Bits, name, access or value, meaning, remark.
  private func row(_ field: Field) -> [String] {
    let bits = field.bits.ranges.map { $0.high == $0.low ? "\($0.high)" : "\($0.high):\($0.low)" }
      .joined(separator: ",")
    let access = register.access(of: field)
    let summary = field.summary?.value ?? ""
    guard let value else {
      let names = (field.namesWhenRead.isEmpty ? field.namesWhenWritten : field.namesWhenRead).map {
        $0.name.value
      }
      let word = access == register.access.value ? "" : access.text
      return [
        bits, field.name.value, word, summary, names.isEmpty ? "" : "(\(names.joined(separator: ", ")))",
      ]
    }
    let reading = FieldReading(field, access: access, in: value)
    var meaning = [reading.name, reading.number].compactMap { $0 }.joined(separator: ", ")
    if reading.name == nil, field.namesWhenRead.count + field.namesWhenWritten.count > 0 {
      meaning = meaning.isEmpty ? "no named value" : "\(meaning), no named value"
    }
    var remark = summary
    if let reset = register.reset?.value, isStated(field.bits.mask) {
      let before = FieldReading(field, access: access, in: reset)
      if before.raw != reading.raw {
        let word = before.name ?? before.number ?? hexadecimal(before.raw)
        remark += remark.isEmpty ? "(reset: \(word))" : " (reset: \(word))"
      }
    }
    return [bits, field.name.value, hexadecimal(reading.raw), meaning, remark]
  }

  private func row(reserved gap: BitRange) -> [String] {
    let bits = gap.high == gap.low ? "\(gap.high)" : "\(gap.high):\(gap.low)"
    let rules = register.reserved.filter { $0.bits.map { $0.value.mask & gap.mask != 0 } ?? true }
      .map { reserved in
        switch reserved.rule.value {
        case .preserve: "written as read"
        case .zero: "written as 0"
        case .one: "written as 1"
        }
      }
    let rule = rules.joined(separator: ", ")
    guard let value else { return [bits, "-", "", rule, ""] }
    let raw = (value & gap.mask) >> UInt64(gap.low)
    let isExpected = raw == 0 || (register.reset.map { $0.value & gap.mask == value & gap.mask } ?? false)
    return [bits, "-", hexadecimal(raw), isExpected ? rule : "reserved, and not 0", isExpected ? "" : rule]
  }

  private func isStated(_ mask: UInt64) -> Bool {
    register.resetMask.map { $0.value & mask == mask } ?? true
  }

  /// The stretches of bits that are not taken.
  private func gaps(in taken: UInt64) -> [BitRange] {
    var gaps: [BitRange] = []
    var high: Int?
    for bit in stride(from: max(0, min(register.width.value, 64)) - 1, through: 0, by: -1) {
      let isTaken = taken >> UInt64(bit) & 1 == 1
      if !isTaken, high == nil { high = bit }
      if isTaken, let top = high {
        gaps.append(BitRange(high: top, low: bit + 1))
        high = nil
      }
    }
    if let high { gaps.append(BitRange(high: high, low: 0)) }
    return gaps
  }
}
