import Diagnostics
import DriverSpec

/// What the names of a spec mean in the generated driver.
struct SpecNames {
  let spec: DriverSpec
  let map: RegisterMap
  private let regionNames: [String]
  private let memberNames: Set<String>
  /// The name spaces of the blocks that stand in several places.
  let spaces: [String: String]

  init(_ spec: DriverSpec, _ map: RegisterMap) {
    self.spec = spec
    self.map = map
    let device = SwiftName.type(spec.name.value)
    let taken = Set(spec.registers.map { SwiftName.member($0.name.value) })
    spaces = Dictionary(
      spec.blocks.map { block in
        let name = SwiftName.type(block.name.value)
        return (
          block.name.value,
          "\(device).\(taken.contains(name) ? name + "Block" : Self.type(name, of: "Block", in: device))"
        )
      }, uniquingKeysWith: { first, _ in first })
    regionNames = spec.resources.compactMap { $0.window == nil ? nil : $0.name.value }
    memberNames = Set(
      ["registers", "resources", "expected", "receive", "transmit", "serve", "round", "pending"]
        + (regionNames + spec.hooks.map(\.name.value) + spec.sequences.map(\.name.value)).map(
          SwiftName.member))
  }

  /// The property of the driver that holds a region's registers: `registers`, where there is only one.
  func regionProperty(_ name: String?) -> String {
    guard regionNames.count > 1, let name else { return "registers" }
    return SwiftName.member(name)
  }

  /// A register by its dotted name.
  func register(_ name: String) -> Register {
    checked(map.register(named: name), "register \(name)").register
  }

  /// How the driver reaches a register: `registers.DR`, `registers.CHANNEL[2].COUNT`.
  ///
  /// - Parameters:
  ///   - reference: The register.
  ///   - index: How an index reads that is not known now, and the size of its array.
  /// - Returns: An expression.
  func path(
    _ reference: RegisterReference, index: (Located<Expression>, Int) -> String = { _, _ in "0" }
  ) -> String {
    let placed = checked(map.register(reference), "register \(reference.name)")
    var text = regionProperty(placed.region)
    for (element, place) in zip(reference.path, placed.path) {
      text += ".\(RegisterPlan.swiftName(element.name.value))"
      guard let expression = element.index else { continue }
      if let number = expression.value.constantValue {
        text += "[\(NumberText.decimal(number))]"
      } else {
        text += "[\(index(expression, place.repetition?.count.value ?? 1))]"
      }
    }
    return text
  }

  /// The type of a register's contents: `PL011.CR`, `DMA.CHANNEL.COUNT`.
  func contents(_ reference: RegisterReference) -> String {
    var space = SwiftName.type(spec.name.value)
    var items = spec.registers
    for element in reference.path {
      let item = items.first { $0.name.value == element.name.value }
      switch item {
      case .block(let block):
        switch block.content {
        case .inline(let inner):
          space += ".\(Self.type(RegisterPlan.swiftName(block.name.value), of: "Block", in: space))"
          items = inner
        case .shared(let name):
          space = checked(spaces[name.value], "block \(name.value)")
          items = spec.blocks.first { $0.name.value == name.value }?.items ?? []
        }
      case .register, .none:
        let name = RegisterPlan.swiftName(element.name.value)
        return "\(space).\(Self.type(name, of: "Register", in: space))"
      }
    }
    return space
  }

  /// The type of what stands in a driver's name space: its own name, but where that would hide the driver's type.
  static func type(_ name: String, of kind: String, in space: String) -> String {
    space == name || space.hasPrefix("\(name).") ? name + kind : name
  }

  /// How the driver reaches the register that is read to let time pass.
  var polledForDelay: String {
    let placed = checked(map.polledForDelay, "register that a delay may read")
    return placed.path.reduce(regionProperty(placed.region)) {
      "\($0).\(RegisterPlan.swiftName($1.name))\($1.repetition == nil ? "" : "[0]")"
    }
  }

  /// The register that a reference means.
  func register(_ reference: RegisterReference) -> Register {
    checked(map.register(reference), "register \(reference.name)").register
  }

  /// A register's contents by its plan.
  func plan(_ reference: RegisterReference) -> RegisterPlan {
    RegisterPlan(register(reference), in: "", byteOrder: spec.byteOrder?.value)
  }

  /// The field that a reference means.
  func field(_ reference: FieldReference) -> FieldPlan {
    let (placed, field) = checked(map.field(reference), reference.name)
    return FieldPlan(field, of: placed.register)
  }

  /// A field of a register, by its name.
  func field(_ name: String, in register: RegisterReference) -> FieldPlan {
    let register = self.register(register)
    return FieldPlan(checked(register.field(named: name), "\(register.name.value).\(name)"), of: register)
  }

  /// Whether a sequence serves an interrupt's cause.
  func servesCause(_ sequence: String) -> Bool {
    spec.interrupts.contains { $0.causes.contains { $0.sequence?.value == sequence } }
  }

  /// A number's name as a local constant; with an underscore where it would hide a member of the driver.
  func local(_ name: String) -> String {
    let member = SwiftName.member(name)
    return memberNames.contains(member) ? member + "_" : member
  }
}
