import DriverSpec

/// One register, or an array of registers that are all alike.
struct RegisterPlan {
  /// The manual's name.
  var name: String
  /// Its name in Swift.
  var swiftName: String
  /// The type of its contents: `PL011.CR`.
  var contents: String
  /// That type's own name.
  var typeName: String
  var summary: String?
  var section: String?
  var line: Int
  var readEffect: String?
  var offset: UInt64
  var repetition: RepetitionPlan?
  /// In bits.
  var width: Int
  var isBigEndian: Bool
  var isReadable: Bool
  var isWritable: Bool
  /// Whether some bits must be written as they were read: it cannot be written without being read.
  var isWrittenAsRead: Bool
  var isModifiable: Bool
  var reset: UInt64?
  /// Bits that a change of others writes as they were; those of which a written value does something are not.
  var preserved: UInt64
  /// Bits of the others that are written as 1.
  var ones: UInt64
  /// The way from the block's bus to it.
  var bus = BusPlan()
  /// By bit, from 0.
  var fields: [FieldPlan]

  /// The Swift integer of the register's width.
  var word: String { "UInt\(width)" }
  /// All bits.
  var all: UInt64 { width == 64 ? .max : (1 << UInt64(width)) - 1 }
  /// Whether a write that does not mean a bit must not write it as it is.
  var isNeutralised: Bool { isWritable && (preserved != all || ones != 0) }
  /// How it is read.
  var read: String { readEffect == nil ? "read()" : "readWithEffect()" }

  init(_ register: Register, in space: String, byteOrder: ByteOrder?) {
    name = register.name.value
    swiftName = Self.swiftName(name)
    typeName = SpecNames.type(swiftName, of: "Register", in: space)
    contents = "\(space).\(typeName)"
    summary = register.summary?.value
    section = register.section?.value
    line = register.name.place.line
    let effects = [register.readEffect?.value] + register.fields.map { $0.readEffect?.value }
    readEffect = register.hasReadEffect ? effects.lazy.compactMap { $0?.text }.first : nil
    offset = register.offset.value
    repetition = RepetitionPlan(register.repetition)
    width = register.width.value
    isBigEndian = width > 8 && (register.byteOrder?.value ?? byteOrder ?? .little) == .big
    reset = register.reset?.value
    let parts = register.parts
    isReadable = parts.contains { $0.access.isReadable } || register.isReadable
    isWritable = parts.contains { $0.access.isWritable } || register.isWritable
    func bits(_ untouched: Access.Untouched) -> UInt64 {
      parts.reduce(0) { $1.access.untouched == untouched ? $0 | $1.mask : $0 }
    }
    let whole = BitRange(high: register.width.value - 1, low: 0).mask
    let outside = whole & ~parts.reduce(UInt64(0)) { $0 | $1.mask }
    var asRead = outside
    var asOne: UInt64 = 0
    var mustBeAsRead = false
    for reserved in register.reserved.sorted(by: { $0.bits == nil && $1.bits != nil }) {
      let mask = outside & (reserved.bits?.value.mask ?? outside)
      asRead &= ~mask
      asOne &= ~mask
      switch reserved.rule.value {
      case .preserve:
        asRead |= mask
        mustBeAsRead = mustBeAsRead || mask != 0
      case .zero: break
      case .one: asOne |= mask
      }
    }
    isWrittenAsRead = mustBeAsRead
    preserved = bits(.asRead) | bits(.impossible) | asRead
    ones = bits(.one) | asOne
    isModifiable =
      isReadable && isWritable && !register.hasReadEffect
      && parts.allSatisfy { $0.access.untouched != .impossible }
    fields = register.fields.map { FieldPlan($0, of: register) }.sorted { $0.low < $1.low }
  }

  /// The manual's name, as a member of the registers.
  static func swiftName(_ name: String) -> String {
    let member = SwiftName.member(name)
    return switch member {
    case "bus", "offset", "barrier", "moved": member + "_"
    default: member
    }
  }
}
