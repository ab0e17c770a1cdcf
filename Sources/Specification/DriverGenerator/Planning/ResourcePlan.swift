import DriverSpec

/// A clock whose rate the driver is told.
struct ClockPlan {
  /// Its name in Swift.
  var name: String
  var line: Int
  /// Which of the granted clocks it is.
  var index: Int

  static func all(of spec: DriverSpec) -> [ClockPlan] {
    spec.resources.filter { if case .clock = $0.kind { true } else { false } }.enumerated().map {
      ClockPlan(
        name: SwiftName.member($0.element.name.value), line: $0.element.name.place.line, index: $0.offset)
    }
  }
}

/// Memory that driver and device share.
struct PoolPlan {
  /// Its name in the spec, and in Swift.
  var specName: String
  var name: String
  var line: Int
  var size: UInt64
  var alignment: UInt64
  var addressBits: Int

  static func all(of spec: DriverSpec) -> [PoolPlan] {
    spec.resources.compactMap(PoolPlan.init)
  }

  /// The plan of a resource that is such memory.
  private init?(_ resource: Resource) {
    guard case .dma(let pool) = resource.kind else { return nil }
    specName = resource.name.value
    name = SwiftName.member(resource.name.value) + "Pool"
    line = resource.name.place.line
    size = pool.size.value
    alignment = pool.alignment?.value ?? 4096
    addressBits = pool.addressBits?.value ?? 64
  }
}

/// A number that a system may set.
struct ParameterPlan {
  /// Its name in the spec.
  var specName: String
  /// Its name in Swift.
  var name: String
  var summary: String?
  var unit: String?
  var line: Int
  var defaultValue: UInt64
  var range: ClosedRange<UInt64>?

  init(_ parameter: Parameter) {
    specName = parameter.name.value
    name = SwiftName.member(specName)
    summary = parameter.summary?.value
    unit = parameter.unit?.value
    line = parameter.name.place.line
    defaultValue = parameter.defaultValue.value
    range = parameter.range?.value
  }
}
