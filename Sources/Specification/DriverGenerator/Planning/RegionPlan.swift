import DriverSpec

/// One region of registers.
struct RegionPlan {
  /// The resource's name in the spec.
  var resource: String
  var line: Int
  /// Which of the device's windows it is.
  var index: Int
  var size: UInt64
  /// The widest register, in bytes.
  var alignment: Int
  /// The property that holds the registers.
  var property: String
  /// How the board spreads the registers, where it may.
  var spread: SpreadPlan?
  /// The registers themselves.
  var root: BlockPlan

  /// The type that holds the registers.
  var type: String { root.type }

  /// How a board spreads the registers of a region: each setting a number, or a parameter's name in Swift.
  struct SpreadPlan {
    var shift: String
    var accessBytes: String
  }

  static func all(of spec: DriverSpec, _ names: SpecNames, _ planner: inout BlockPlanner) -> [RegionPlan] {
    var regions: [RegionPlan] = []
    for resource in spec.resources {
      guard let window = resource.window else { continue }
      let items = spec.registers.filter { ($0.region ?? resource.name.value) == resource.name.value }
      let property = names.regionProperty(resource.name.value)
      let suffix = property == "registers" ? "Registers" : SwiftName.type(resource.name.value) + "Registers"
      let widest = names.map.registers.filter { ($0.region ?? resource.name.value) == resource.name.value }
        .map(\.register.width.value).max()
      let isSpread = window.shift != nil || window.accessWidth != nil
      regions.append(
        RegionPlan(
          resource: resource.name.value, line: resource.name.place.line, index: regions.count,
          size: window.size.value, alignment: max(1, (widest ?? 8) / 8), property: property,
          spread: isSpread
            ? SpreadPlan(
              shift: Self.text(of: window.shift?.value), accessBytes: Self.text(of: window.accessWidth?.value)
            )
            : nil,
          root: planner.root(items, type: SwiftName.type(spec.name.value) + suffix)))
    }
    return regions
  }

  private static func text(of setting: RegisterWindow.Setting?) -> String {
    switch setting {
    case .none: "0"
    case .number(let number): NumberText.decimal(number)
    case .parameter(let name): SwiftName.member(name)
    }
  }
}

extension RegisterItem {
  /// The resource that it says it stands in.
  var region: String? {
    switch self {
    case .register(let register): register.region?.value
    case .block(let block): block.region?.value
    }
  }
}
