import DriverSpec

/// One region of registers.
struct RegionPlan {
  /// The resource's name in the spec.
  var resource: String
  var line: Int
  /// Which of the device's memories it is.
  var index: Int
  var size: UInt64
  /// The widest register, in bytes.
  var alignment: Int
  /// The property that holds the registers.
  var property: String
  /// The type that holds the registers.
  var type: String
  /// By offset, then name.
  var registers: [RegisterPlan]

  static func all(of spec: DriverSpec) -> [RegionPlan] {
    let names = SpecNames(spec)
    var index = 0
    var regions: [RegionPlan] = []
    for resource in spec.resources {
      guard let size = resource.window?.size else { continue }
      let registers = spec.registers.compactMap(\.register).filter {
        ($0.region?.value ?? resource.name.value) == resource.name.value
      }
      let property = names.regionProperty(resource.name.value)
      let suffix = property == "registers" ? "Registers" : SwiftName.type(resource.name.value) + "Registers"
      regions.append(
        RegionPlan(
          resource: resource.name.value, line: resource.name.place.line, index: index, size: size.value,
          alignment: max(1, (registers.map(\.width.value).max() ?? 8) / 8), property: property,
          type: SwiftName.type(spec.name.value) + suffix,
          registers: registers.map(RegisterPlan.init).sorted { ($0.offset, $0.name) < ($1.offset, $1.name) }))
      index += 1
    }
    return regions
  }
}

/// One register.
struct RegisterPlan {
  /// The manual's name.
  var name: String
  /// Its name in Swift.
  var swiftName: String
  var summary: String?
  var section: String?
  var line: Int
  var readEffect: String?
  var offset: UInt64
  /// In bits.
  var width: Int
  var isReadable: Bool
  var isWritable: Bool
  var reset: UInt64?
  /// Bits that a written 1 clears.
  var clearedByOnes: UInt64
  /// Bits that keep what is written.
  var stored: UInt64
  /// By bit, from 0.
  var fields: [FieldPlan]

  /// The Swift integer of the register's width.
  var word: String { "UInt\(width)" }

  init(_ register: Register) {
    name = register.name.value
    swiftName = Self.swiftName(name)
    summary = register.summary?.value
    section = register.section?.value
    line = register.name.place.line
    readEffect = register.readEffect?.value.text
    offset = register.offset.value
    width = register.width.value
    reset = register.reset?.value
    let accesses = [register.access.value] + register.fields.map(register.access(of:))
    isReadable = accesses.contains(where: \.isReadable)
    isWritable = accesses.contains(where: \.isWritable)
    let whole = BitRange(high: register.width.value - 1, low: 0)
    func bits(where matches: (Access) -> Bool) -> UInt64 {
      if register.fields.isEmpty { return matches(register.access.value) ? whole.mask : 0 }
      let matching = register.fields.filter { matches(register.access(of: $0)) }
      return matching.reduce(UInt64(0)) { $0 | $1.bits.value.mask }
    }
    clearedByOnes = bits { $0.isWritable && $0.writeEffect == .oneClears }
    stored = bits { $0.isWritable && $0.writeEffect == .stores }
    fields = register.fields.map { FieldPlan($0, of: register) }.sorted { $0.low < $1.low }
  }

  /// The manual's name, as a member.
  static func swiftName(_ name: String) -> String { SwiftName.member(name) }
}

/// One field of a register.
struct FieldPlan {
  /// Its name in Swift.
  var name: String
  var summary: String?
  var line: Int
  var high: Int
  var low: Int
  var isReadable: Bool
  var isWritable: Bool
  /// What a written 1 does, where it clears.
  var isClearedByOne: Bool
  /// The names of its values, by value.
  var values: [EnumeratedValuePlan]

  /// How many bits.
  var width: Int { high - low + 1 }
  /// The Swift integer of its width.
  var number: String { width == 1 ? "Bool" : "UInt\(width)" }
  /// The type of the property.
  var type: String { values.isEmpty ? number : "\(name)Value" }

  init(_ field: Field, of register: Register) {
    name = Self.swiftName(field.name.value)
    summary = field.summary?.value
    line = field.name.place.line
    high = field.bits.value.high
    low = field.bits.value.low
    let access = register.access(of: field)
    isReadable = access.isReadable
    isWritable = access.isWritable
    isClearedByOne = access.isWritable && access.writeEffect == .oneClears
    values = field.values.map(EnumeratedValuePlan.init).sorted { $0.value < $1.value }
  }

  /// The manual's name; with an underscore where a register's contents have a member of that name.
  static func swiftName(_ name: String) -> String {
    let member = SwiftName.member(name)
    return ["word", "field", "setField", "hasLineError", "lineErrors"].contains(member)
      ? member + "_" : member
  }
}

/// One named value of a field.
struct EnumeratedValuePlan {
  /// Its name in Swift.
  var name: String
  var summary: String?
  var line: Int
  var value: UInt64

  init(_ value: EnumeratedValue) {
    name = SwiftName.member(value.name.value)
    summary = value.summary?.value
    line = value.name.place.line
    self.value = value.value ?? 0
  }
}
