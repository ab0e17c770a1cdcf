import DriverSpec
public import SystemManifest

extension SystemManifest {
  /// What the root task is told of a checked system.
  public init(_ system: CheckedSystem) {
    self.init(
      components: system.components.map { component in
        Component(
          name: component.name, image: component.image, priority: component.priority,
          requests: RequestAllowance(component.requests), stackBytes: component.stackBytes,
          driver: component.driver.map { Driver($0) })
      },
      channels: system.channels.map { channel in
        Channel(
          server: UInt16(channel.server), client: UInt16(channel.client),
          deviceClass: ManifestClass(channel.deviceClass), ringBytes: channel.ringBytes)
      })
  }
}

extension SystemManifest.Driver {
  init(_ driver: CheckedSystem.Driver) {
    let spec = driver.spec
    /// The regions' names, in the manifest's order.
    var regionNames: [String] = []
    var regions: [SystemManifest.Region] = []
    var interrupts: [SystemManifest.Interrupt] = []
    var clocks: [SystemManifest.Clock] = []
    for resource in spec.resources {
      switch resource.kind {
      case .registers(let window):
        regionNames.append(resource.name.value)
        let index = driver.throughPorts ? window.port : window.mmio
        regions.append(
          .init(
            index: UInt32(index?.value ?? 0), size: window.size.value,
            access: driver.throughPorts ? .ports : .memory))
      case .irq(let index, let trigger, _):
        interrupts.append(.init(index: UInt32(index.value), trigger: ManifestTrigger(trigger?.value)))
      case .clock(let index): clocks.append(.index(UInt32(index.value)))
      // No board of the kit gives them, and a rule refuses drivers that need them.
      case .msi, .dma: break
      }
    }
    let region = { (register: PlacedRegister) in
      UInt32(register.region.flatMap { regionNames.firstIndex(of: $0) } ?? 0)
    }
    let polled = { (data: FieldReference, blocked: SerialBinding.Flag) -> PolledData? in
      guard let data = spec.registerMap.field(data), let status = spec.registerMap.field(blocked.field) else {
        return nil
      }
      return PolledData(
        region: region, data: data.register, status: status, isBlockedWhenSet: blocked.isSet)
    }
    self.init(
      name: spec.name.value, compatibles: spec.identity.compatible.map(\.value), device: driver.device,
      regions: regions, interrupts: interrupts, clocks: clocks, parameters: driver.parameters,
      registers: spec.registerMap.registers.map { register in
        .init(
          name: register.name, region: region(register), offset: register.offset,
          width: UInt8(register.register.width.value))
      },
      transmitter: spec.serial.flatMap { polled($0.transmit.data, $0.transmit.blockedWhen) },
      receiver: spec.serial.flatMap { polled($0.receive.data, $0.receive.emptyWhen) })
  }
}

extension PolledData {
  /// How a byte is moved by polling, or `nil` where the registers are not what polling can reach: both in one region,
  /// of at most 32 bits.
  init?(
    region: (PlacedRegister) -> UInt32, data: PlacedRegister,
    status: (register: PlacedRegister, field: Field), isBlockedWhenSet: Bool
  ) {
    let bits = status.field.bits.value
    guard region(data) == region(status.register), data.register.width.value <= 32,
      status.register.register.width.value <= 32,
      bits.high < 32, let dataOffset = UInt32(exactly: data.offset),
      let statusOffset = UInt32(exactly: status.register.offset)
    else { return nil }
    self.init(
      region: region(data), dataOffset: dataOffset, dataWidth: UInt8(data.register.width.value),
      statusOffset: statusOffset, statusWidth: UInt8(status.register.register.width.value),
      mask: UInt32(bits.mask), blockedValue: isBlockedWhenSet ? 1 << UInt32(bits.low) : 0)
  }
}

extension ManifestTrigger {
  init(_ trigger: Resource.Trigger?) {
    self =
      switch trigger {
      case nil: .asDescribed
      case .level?: .level
      case .edge?: .edge
      }
  }
}

extension ManifestClass {
  init(_ deviceClass: DeviceClass) {
    switch deviceClass {
    case .serial: self = .serial
    }
  }
}

extension RequestAllowance {
  init(_ requests: Set<SystemRequest>) {
    self = []
    for request in requests {
      switch request {
      case .components: insert(.components)
      case .statistics: insert(.statistics)
      case .crash: insert(.crash)
      case .start: insert(.start)
      case .readLog: insert(.readLog)
      case .grants: insert(.grants)
      case .quit: insert(.quit)
      case .resources: insert(.resources)
      case .writeLog: insert(.writeLog)
      case .all: formUnion(.all)
      }
    }
  }
}
