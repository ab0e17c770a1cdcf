#if !os(none)
  /// Lays a manifest out: fixed records first, then what they refer to, in one pass of reservations.
  struct ManifestEncoder {
    private var bytes: [UInt8] = []

    init() {}

    mutating func encode(_ manifest: SystemManifest) throws(ManifestError) -> [UInt8] {
      typealias Header = ManifestFormat.Header
      bytes = [UInt8](repeating: 0, count: Header.stride)
      put(ManifestFormat.magic, at: Header.magic)
      put(ManifestFormat.version, at: Header.version)
      let components = try reserve(
        manifest.components.count, .components, stride: ManifestFormat.Component.stride,
        limit: ManifestLimit.components, reference: Header.components)
      let channels = try reserve(
        manifest.channels.count, .channels, stride: ManifestFormat.Channel.stride,
        limit: ManifestLimit.channels, reference: Header.channels)
      for (index, component) in manifest.components.enumerated() {
        try encode(component, at: components + index * ManifestFormat.Component.stride)
      }
      for (index, channel) in manifest.channels.enumerated() {
        let at = channels + index * ManifestFormat.Channel.stride
        put(channel.server, at: at + ManifestFormat.Channel.server)
        put(channel.client, at: at + ManifestFormat.Channel.client)
        put(channel.ringBytes, at: at + ManifestFormat.Channel.ringBytes)
        put(channel.deviceClass.rawValue, at: at + ManifestFormat.Channel.deviceClass)
      }
      put(UInt32(bytes.count), at: Header.byteCount)
      return bytes
    }

    mutating func encode(_ component: SystemManifest.Component, at base: Int) throws(ManifestError) {
      typealias Component = ManifestFormat.Component
      try name(component.name, reference: base + Component.name)
      try name(component.image, reference: base + Component.image)
      put(component.requests.rawValue, at: base + Component.requests)
      put(component.priority, at: base + Component.priority)
      put(component.stackBytes, at: base + Component.stackBytes)
      guard let driver = component.driver else { return }
      let at = try reserve(
        1, .driver, stride: ManifestFormat.Driver.stride, limit: 1, reference: base + Component.driver)
      try encode(driver, at: at)
    }

    mutating func encode(_ driver: SystemManifest.Driver, at base: Int) throws(ManifestError) {
      typealias Driver = ManifestFormat.Driver
      try name(driver.name, reference: base + Driver.name)
      try text(driver.device, reference: base + Driver.device)
      let compatibles = try reserve(
        driver.compatibles.count, .compatibles, stride: ManifestFormat.Text.stride,
        limit: ManifestLimit.compatibles, reference: base + Driver.compatibles)
      for (index, compatible) in driver.compatibles.enumerated() {
        try text(compatible, reference: compatibles + index * ManifestFormat.Text.stride)
      }
      let regions = try reserve(
        driver.regions.count, .regions, stride: ManifestFormat.Region.stride,
        limit: ManifestLimit.regions, reference: base + Driver.regions)
      for (index, region) in driver.regions.enumerated() {
        let at = regions + index * ManifestFormat.Region.stride
        put(region.size, at: at + ManifestFormat.Region.size)
        put(region.index, at: at + ManifestFormat.Region.index)
        put(region.access.rawValue, at: at + ManifestFormat.Region.access)
      }
      let interrupts = try reserve(
        driver.interrupts.count, .interrupts, stride: ManifestFormat.Interrupt.stride,
        limit: ManifestLimit.interrupts, reference: base + Driver.interrupts)
      for (index, interrupt) in driver.interrupts.enumerated() {
        let at = interrupts + index * ManifestFormat.Interrupt.stride
        put(interrupt.index, at: at + ManifestFormat.Interrupt.index)
        put(interrupt.trigger.rawValue, at: at + ManifestFormat.Interrupt.trigger)
      }
      try encode(driver.clocks, reference: base + Driver.clocks)
      let parameters = try reserve(
        driver.parameters.count, .parameters, stride: ManifestFormat.Parameter.stride,
        limit: ManifestLimit.parameters, reference: base + Driver.parameters)
      for (index, value) in driver.parameters.enumerated() {
        put(value, at: parameters + index * ManifestFormat.Parameter.stride)
      }
      try encode(driver.registers, reference: base + Driver.registers)
      if let data = driver.transmitter { encode(data, at: base + Driver.transmitter) }
      if let data = driver.receiver { encode(data, at: base + Driver.receiver) }
    }

    mutating func encode(
      _ clocks: [SystemManifest.Clock], reference: Int
    ) throws(ManifestError) {
      let table = try reserve(
        clocks.count, .clocks, stride: ManifestFormat.Clock.stride, limit: ManifestLimit.clocks,
        reference: reference)
      for (index, clock) in clocks.enumerated() {
        let at = table + index * ManifestFormat.Clock.stride
        switch clock {
        case .index(let place): put(place, at: at + ManifestFormat.Clock.index)
        case .name(let name): try self.name(name, reference: at + ManifestFormat.Clock.name)
        }
      }
    }

    mutating func encode(
      _ registers: [SystemManifest.Register], reference: Int
    ) throws(ManifestError) {
      typealias Register = ManifestFormat.Register
      let table = try reserve(
        registers.count, .registers, stride: Register.stride, limit: ManifestLimit.registers,
        reference: reference)
      for (index, register) in registers.enumerated() {
        let at = table + index * Register.stride
        put(register.offset, at: at + Register.offset)
        try name(register.name, reference: at + Register.name)
        put(register.region, at: at + Register.region)
        put(register.width, at: at + Register.width)
      }
    }

    mutating func encode(_ data: PolledData, at base: Int) {
      typealias Polled = ManifestFormat.Polled
      put(1 as UInt8, at: base + Polled.present)
      put(data.dataWidth, at: base + Polled.dataWidth)
      put(data.statusWidth, at: base + Polled.statusWidth)
      put(data.region, at: base + Polled.region)
      put(data.dataOffset, at: base + Polled.dataOffset)
      put(data.statusOffset, at: base + Polled.statusOffset)
      put(data.mask, at: base + Polled.mask)
      put(data.blockedValue, at: base + Polled.blockedValue)
    }

    mutating func name(_ text: String, reference: Int) throws(ManifestError) {
      guard !text.isEmpty else { throw .invalidValue(.nameBytes, value: 0) }
      try self.text(text, reference: reference, limit: ManifestLimit.nameBytes)
    }

    mutating func text(
      _ text: String, reference: Int, limit: Int = ManifestLimit.textBytes
    ) throws(ManifestError) {
      let utf8 = Array(text.utf8)
      let start = try reserve(utf8.count, .text, stride: 1, limit: limit, reference: reference)
      bytes.replaceSubrange(start..<start + utf8.count, with: utf8)
    }

    /// Appends a zeroed table and writes its reference; gives the table's start.
    mutating func reserve(
      _ count: Int, _ table: ManifestTable, stride: Int, limit: Int, reference: Int
    ) throws(ManifestError) -> Int {
      guard count <= limit else { throw .tooMany(table, count: count, limit: limit) }
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: count * stride))
      put(UInt32(start), at: reference)
      put(UInt32(count), at: reference + 4)
      return start
    }

    mutating func put<Value: FixedWidthInteger>(_ value: Value, at offset: Int) {
      for index in 0..<Value.bitWidth / 8 {
        bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index))
      }
    }
  }
#endif
