import DriverSpec

/// What the names of a spec mean in the generated driver.
struct SpecNames {
  let spec: DriverSpec
  private let map: RegisterMap
  private let regionNames: [String]
  private let memberNames: Set<String>

  init(_ spec: DriverSpec) {
    self.spec = spec
    map = spec.registerMap
    regionNames = spec.resources.compactMap {
      $0.window == nil ? nil : $0.name.value
    }
    memberNames = Set(
      ["registers", "resources", "expected", "receive", "transmit", "serve"]
        + (regionNames + spec.hooks.map(\.name.value) + spec.sequences.map(\.name.value)).map(
          SwiftName.member))
  }

  /// The property of the driver that holds a region's registers: `registers`, where there is only one.
  func regionProperty(_ name: String?) -> String {
    guard regionNames.count > 1, let name else { return "registers" }
    return SwiftName.member(name)
  }

  /// A register by its name.
  func register(_ name: String) -> Register {
    checked(map.register(named: name), "register \(name)").register
  }

  /// How the driver reaches a register: `registers.DR`.
  func path(_ register: Register) -> String {
    "\(regionProperty(register.region?.value)).\(RegisterPlan.swiftName(register.name.value))"
  }

  /// How the driver reaches a register by its name.
  func path(_ register: String) -> String { path(self.register(register)) }

  /// The field that a reference means.
  func field(_ reference: FieldReference) -> Field {
    checked(map.field(reference), reference.name).field
  }

  /// A field of a register, by its name.
  func field(_ name: String, in register: String) -> Field {
    checked(self.register(register).field(named: name), "\(register).\(name)")
  }

  /// What a field is called in Swift.
  func fieldProperty(_ reference: FieldReference) -> String {
    FieldPlan.swiftName(reference.field.value)
  }

  /// A number's name as a local constant; with an underscore where it would hide a member of the driver.
  func local(_ name: String) -> String {
    let member = SwiftName.member(name)
    return memberNames.contains(member) ? member + "_" : member
  }
}
