import DriverSpec

/// One field of a register.
struct FieldPlan {
  /// Its name in Swift.
  var name: String
  /// The manual's name.
  var specName: String
  var summary: String?
  var section: String?
  var line: Int
  /// The first is the most significant part of the value.
  var ranges: [BitRange]
  var isReadable: Bool
  var isWritable: Bool
  /// What a write does, where it is more than to store.
  var effect: String?
  /// What the property holds.
  var kind: Kind
  var quantity: QuantityPlan?

  /// What a field holds.
  enum Kind {
    case flag
    /// An integer, `UInt12` or `Int12`.
    case number(String)
    case named(EnumerationPlan)
    /// Names that are read, and others that are written; either may be missing.
    case twoWays(read: EnumerationPlan?, written: EnumerationPlan?)
    case ranged(ClosedRange<UInt64>)
    case fixedPoint(number: String, fractionBits: Int)
  }

  /// How many bits.
  var width: Int { ranges.reduce(0) { $0 + $1.width } }
  var low: Int { ranges.lazy.map(\.low).min() ?? 0 }
  /// The bits in the register.
  var mask: UInt64 { ranges.reduce(0) { $0 | $1.mask } }
  /// The integer of its width, without a sign.
  var unsigned: String { "UInt\(width)" }

  /// The type of the property.
  var type: String {
    switch kind {
    case .flag: "Bool"
    case .number(let type): type
    case .named(let names): names.type
    case .twoWays(let read, _): read?.type ?? (width == 1 ? "Bool" : unsigned)
    case .ranged: "\(name)Value"
    case .fixedPoint(let number, let bits): "FixedPoint<\(number), \(bits)>"
    }
  }

  /// The type of what is written, where a function of its own writes it.
  var writtenType: String? {
    if case .twoWays(_, let written) = kind { written?.type ?? (width == 1 ? "Bool" : unsigned) } else { nil }
  }

  /// The names that a value has when it is written.
  var writtenNames: EnumerationPlan? {
    switch kind {
    case .named(let names): names
    case .twoWays(_, let written): written
    case .flag, .number, .ranged, .fixedPoint: nil
    }
  }

  /// The names that a value has when it is read.
  var readNames: EnumerationPlan? {
    switch kind {
    case .named(let names): names
    case .twoWays(let read, _): read
    case .flag, .number, .ranged, .fixedPoint: nil
    }
  }

  init(_ field: Field, of register: Register) {
    name = Self.swiftName(field.name.value)
    specName = field.name.value
    summary = field.summary?.value
    section = field.section?.value
    line = field.name.place.line
    ranges = field.bits.value.ranges
    let access = register.access(of: field)
    isReadable = access.isReadable
    isWritable = access.isWritable
    effect = access.isWritable ? Self.words(for: access) : nil
    let width = field.bits.value.width
    let number = "\(field.isSigned?.value == true && width > 1 ? "Int" : "UInt")\(width)"
    if !field.readValues.isEmpty || !field.writeValues.isEmpty {
      kind = .twoWays(
        read: EnumerationPlan(field.readValues, "\(name)Value", width, isClosed: false),
        written: EnumerationPlan(
          field.writeValues, "\(name)WrittenValue", width, isClosed: field.onlyNamedValues?.value == true))
    } else if let names = EnumerationPlan(
      field.values, "\(name)Value", width, isClosed: field.onlyNamedValues?.value == true)
    {
      kind = .named(names)
    } else if let range = field.range?.value, width > 1 {
      kind = .ranged(range)
    } else if let bits = field.fractionBits?.value {
      kind = .fixedPoint(number: number, fractionBits: bits)
    } else {
      kind = width == 1 ? .flag : .number(number)
    }
    quantity = field.quantity.map(QuantityPlan.init)
  }

  /// The manual's name; with an underscore where a register's contents have a member of that name.
  static func swiftName(_ name: String) -> String {
    let member = SwiftName.member(name)
    return switch member {
    case "word", "hasLineError", "lineErrors": member + "_"
    default: member
    }
  }

  private static func words(for access: Access) -> String? {
    switch access.writeEffect {
    case .stores: access.isWriteOnce ? "takes one write" : nil
    case .oneClears: "writing 1 clears it"
    case .oneSets: "writing 1 sets it"
    case .oneToggles: "writing 1 toggles it"
    case .zeroClears: "writing 0 clears it"
    case .zeroSets: "writing 0 sets it"
    case .zeroToggles: "writing 0 toggles it"
    case .clears: "any write clears it"
    case .sets: "any write sets it"
    case .changes: "any write does something"
    }
  }
}

/// What a field counts.
struct QuantityPlan {
  var unit: String
  /// The unit in a name: `mC` for `m°C`.
  var suffix: String
  var conversion: Conversion
  var line: Int

  /// How the value in the unit comes from the number.
  enum Conversion {
    /// number × `numerator` ÷ `denominator` + `offset`
    case linear(numerator: Int64, denominator: Int64, offset: Int64)
    /// The dividend as Swift text, and the numbers that it is made of.
    case divides(text: String, inputs: [String])
  }

  init(_ quantity: FieldQuantity) {
    unit = quantity.unit.value
    var suffix = ""
    for character in quantity.unit.value {
      switch character {
      case "a"..."z", "A"..."Z", "0"..."9", "_": suffix.append(character)
      case "%": suffix += "percent"
      case "µ", "μ": suffix.append("u")
      case "/": suffix += "_per_"
      case "Ω": suffix += "ohm"
      default: break
      }
    }
    self.suffix = suffix.isEmpty ? "unit" : suffix
    switch quantity.conversion {
    case .linear(let scale, let offset):
      conversion = .linear(
        numerator: scale.value.numerator, denominator: scale.value.denominator, offset: offset.value)
    case .divides(let expression):
      var inputs: [String] = []
      let text = expression.value.text(of: { name in
        let input = SwiftName.member(name)
        if !inputs.contains(input) { inputs.append(input) }
        return "Quantity(\(input))"
      })
      conversion = .divides(text: text, inputs: inputs)
    }
    line = quantity.unit.place.line
  }
}

/// The names of a field's values.
struct EnumerationPlan {
  var type: String
  /// The integer of the field's width.
  var number: String
  /// Whether nothing but a named value may be written.
  var isClosed: Bool
  /// By value; `default` last.
  var values: [ValuePlan]
  /// In the order of the spec: of several that fit a value, the first is its name.
  var inSourceOrder: [ValuePlan]

  /// One name.
  struct ValuePlan {
    /// The spec's name.
    var specName: String
    /// Its name in Swift.
    var name: String
    var summary: String?
    var line: Int
    /// What is written for it.
    var value: UInt64
    /// Bits that do not matter when it is read.
    var dontCare: UInt64
    var isDefault: Bool
  }

  /// Whether a name stands for several values.
  var hasPatterns: Bool { values.contains { $0.dontCare != 0 || $0.isDefault } }

  init?(_ values: [EnumeratedValue], _ type: String, _ width: Int, isClosed: Bool) {
    guard !values.isEmpty else { return nil }
    self.type = type
    number = "UInt\(width)"
    self.isClosed = isClosed
    // `default` stands for what has no name: the lowest such number.
    var unnamed: UInt64 = 0
    if values.contains(where: { $0.value == nil }) {
      let largest = BitRange(high: width - 1, low: 0).largestValue
      while unnamed < largest, values.name(of: unnamed)?.value != nil { unnamed += 1 }
    }
    inSourceOrder = values.map { value in
      var dontCare: UInt64 = 0
      if case .bits(_, let bits) = value.pattern.value { dontCare = bits }
      return ValuePlan(
        specName: value.name.value, name: SwiftName.member(value.name.value), summary: value.summary?.value,
        line: value.name.place.line, value: value.value ?? unnamed, dontCare: dontCare,
        isDefault: value.value == nil)
    }
    self.values = inSourceOrder.sorted {
      ($0.isDefault ? 1 : 0, $0.value) < ($1.isDefault ? 1 : 0, $1.value)
    }
  }
}
