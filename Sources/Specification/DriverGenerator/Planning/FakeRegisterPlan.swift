import DriverSpec

/// A register as the fake device knows it.
struct FakeRegisterPlan {
  /// `CHANNEL[].COUNT`.
  var name: String
  var region: Int
  var offset: UInt64
  var width: Int
  var repetitions: [RepetitionPlan]
  var isReadable: Bool
  var isWritable: Bool
  /// Bits that keep what is written.
  var stored: UInt64
  var storedOnce: UInt64
  /// By the effect's name.
  var onWrite: [(effect: String, mask: UInt64)]
  var onRead: [(effect: String, mask: UInt64)]
  var reset: UInt64
  var bank: (selector: String, mask: UInt64, value: UInt64)?
  var lock: String?

  static func all(of spec: DriverSpec, _ map: RegisterMap, _ regions: [RegionPlan]) -> [FakeRegisterPlan] {
    let indices = Dictionary(regions.map { ($0.resource, $0.index) }) { first, _ in first }
    return map.registers.map { FakeRegisterPlan($0, in: $0.region.flatMap { indices[$0] } ?? 0, map) }
      .sorted { ($0.region, $0.offset, $0.name) < ($1.region, $1.offset, $1.name) }
  }

  init(_ placed: PlacedRegister, in region: Int, _ map: RegisterMap) {
    let register = placed.register
    name = Self.name(of: placed)
    self.region = region
    offset = placed.offset
    width = register.width.value
    repetitions = placed.dimensions.compactMap(RepetitionPlan.init)
    isReadable = register.isReadable
    isWritable = register.isWritable
    let parts = register.parts
    func bits(_ matches: (Access) -> Bool) -> UInt64 {
      parts.reduce(0) { matches($1.access) ? $0 | $1.mask : $0 }
    }
    stored = bits { $0.isWritable && $0.writeEffect == .stores && !$0.isWriteOnce }
    storedOnce = bits { $0.isWritable && $0.writeEffect == .stores && $0.isWriteOnce }
    let effects: [(Access.WriteEffect, String)] = [
      (.oneClears, "onesClear"), (.oneSets, "onesSet"), (.oneToggles, "onesToggle"),
      (.zeroClears, "zerosClear"), (.zeroSets, "zerosSet"), (.zeroToggles, "zerosToggle"),
      (.clears, "anyClears"), (.sets, "anySets"), (.changes, "changes"),
    ]
    onWrite = effects.compactMap { effect, name in
      let mask = bits { $0.isWritable && $0.writeEffect == effect }
      return mask == 0 ? nil : (name, mask)
    }
    onRead = [(ReadEffect.clears, "clears"), (.sets, "sets")].compactMap { effect, name in
      let mask = parts.reduce(UInt64(0)) { $1.readEffect == effect ? $0 | $1.mask : $0 }
      return mask == 0 ? nil : (name, mask)
    }
    reset = register.reset?.value ?? 0
    lock = register.lockedBy?.value
    if let declared = placed.banks.last {
      // The selector may stand beside the register, in the same block.
      let beside = (placed.path.dropLast().map(\.name) + [declared.field.register.name]).joined(
        separator: ".")
      let selector = map.register(declared.field.register) ?? map.register(named: beside)
      if let selector, let field = selector.register.field(named: declared.field.field.value) {
        let value: UInt64 =
          switch declared.value.value {
          case .number(let number): number
          case .name(let name):
            (field.values + field.readValues).first { $0.name.value == name }?.value ?? 0
          }
        bank = (Self.name(of: selector), field.bits.value.mask, field.bits.value.placed(value))
      }
    }
  }

  /// The path, with `[]` where an index stands.
  static func name(of placed: PlacedRegister) -> String {
    placed.path.map { $0.repetition == nil ? $0.name : "\($0.name)[]" }.joined(separator: ".")
  }
}
