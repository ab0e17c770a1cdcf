import DriverSpec

/// How one interrupt line is served.
struct InterruptPlan {
  /// The resource's name in the spec.
  var resource: String
  var line: Int
  /// Which of the driver's interrupts it is.
  var index: Int
  /// How the driver reaches the register of pending causes.
  var status: String
  /// How the driver reaches the register that clears them.
  var acknowledge: String?
  /// Whether status and acknowledge registers have words of different width.
  var acknowledgeWord: String?
  var causes: [CausePlan]
  /// The registers' names, for the fake device.
  var statusName: String
  var maskName: String?
  var acknowledgeName: String?

  init(_ interrupt: Interrupt, of spec: DriverSpec, _ names: SpecNames) {
    resource = interrupt.resource.value
    line = interrupt.resource.place.line
    let lines = spec.resources.filter(\.isInterrupt)
    let status = checked(interrupt.status, "status of \(interrupt.resource.value)")
    var acknowledged: RegisterReference?
    if case .pendingBits(let register) = interrupt.acknowledge { acknowledged = register }
    index = checked(
      lines.firstIndex { $0.name.value == interrupt.resource.value }, "interrupt \(interrupt.resource.value)")
    self.status = names.path(status.name)
    acknowledge = acknowledged.map { names.path($0.name) }
    let statusRegister = names.register(status.name)
    if let name = acknowledged?.name,
      names.register(name).width.value != statusRegister.width.value
    {
      acknowledgeWord = "UInt\(names.register(name).width.value)"
    }
    statusName = status.name
    maskName = interrupt.mask?.name
    acknowledgeName = acknowledged?.name
    causes = interrupt.causes.map { cause in
      let service: CausePlan.Service =
        if cause.name.value == spec.serial?.receive.cause.value {
          .receive
        } else if cause.name.value == spec.serial?.transmit.cause.value {
          .transmit
        } else {
          .hook("serve\(SwiftName.type(cause.name.value))")
        }
      return CausePlan(
        name: cause.name.value, line: cause.name.place.line,
        fields: cause.conditions.map { FieldPlan.swiftName($0.field.value) }, service: service,
        mask: cause.conditions.reduce(0) {
          $0 | checked(statusRegister.field(named: $1.field.value), "field \($1.field.value)").bits.value.mask
        })
    }
  }
}

/// One reason for an interrupt.
struct CausePlan {
  /// Who serves it.
  enum Service: Equatable {
    /// The class's line: characters were received.
    case receive
    /// The class's line: there is room to transmit.
    case transmit
    /// A function of the author's.
    case hook(String)
  }

  /// The spec's name.
  var name: String
  var line: Int
  /// Fields of the status register, in Swift.
  var fields: [String]
  var service: Service
  /// The fields' bits.
  var mask: UInt64
}
