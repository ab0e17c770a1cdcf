/// Checks every byte of a manifest that an accessor will rely on.
struct ManifestCheck {
  let bytes: ManifestBytes

  func all() throws(ManifestError) {
    typealias Header = ManifestFormat.Header
    let components = try table(
      .components, Header.components, stride: ManifestFormat.Component.stride,
      limit: ManifestLimit.components)
    let channels = try table(
      .channels, Header.channels, stride: ManifestFormat.Channel.stride, limit: ManifestLimit.channels)
    var index = 0
    while index < components.count {
      try component(components.start + index * ManifestFormat.Component.stride)
      try nameIsNew(index, in: components.start)
      index += 1
    }
    var partners = InlineArray<16, Int>(repeating: 0)
    index = 0
    while index < channels.count {
      let base = channels.start + index * ManifestFormat.Channel.stride
      let server = Int(bytes.load(base + ManifestFormat.Channel.server, as: UInt16.self))
      let client = Int(bytes.load(base + ManifestFormat.Channel.client, as: UInt16.self))
      guard server < components.count else { throw .invalidValue(.server, value: UInt64(server)) }
      guard client < components.count, client != server else {
        throw .invalidValue(.client, value: UInt64(client))
      }
      partners[server] += 1
      partners[client] += 1
      let most = max(partners[server], partners[client])
      guard most <= ManifestLimit.channelsPerComponent else {
        throw .invalidValue(.channelsPerComponent, value: UInt64(most))
      }
      try channel(base)
      index += 1
    }
  }

  private func component(_ base: Int) throws(ManifestError) {
    typealias Component = ManifestFormat.Component
    try name(base + Component.name)
    try name(base + Component.image)
    let priority = bytes.load(base + Component.priority, as: UInt8.self)
    guard priority <= ManifestLimit.priority else {
      throw .invalidValue(.priority, value: UInt64(priority))
    }
    let requests = bytes.load(base + Component.requests, as: UInt16.self)
    guard requests & ~RequestAllowance.all.rawValue == 0 else {
      throw .invalidValue(.requests, value: UInt64(requests))
    }
    let stack = bytes.load(base + Component.stackBytes, as: UInt32.self)
    guard stack > 0, stack <= ManifestLimit.stackBytes else {
      throw .invalidValue(.stackBytes, value: UInt64(stack))
    }
    let driver = try table(
      .driver, base + Component.driver, stride: ManifestFormat.Driver.stride, limit: 1)
    if driver.count == 1 { try self.driver(driver.start) }
  }

  private func driver(_ base: Int) throws(ManifestError) {
    typealias Driver = ManifestFormat.Driver
    try name(base + Driver.name)
    try text(base + Driver.device)
    let compatibles = try table(
      .compatibles, base + Driver.compatibles, stride: ManifestFormat.Text.stride,
      limit: ManifestLimit.compatibles)
    var index = 0
    while index < compatibles.count {
      try text(compatibles.start + index * ManifestFormat.Text.stride)
      index += 1
    }
    let regions = try self.regions(base + Driver.regions)
    let interrupts = try table(
      .interrupts, base + Driver.interrupts, stride: ManifestFormat.Interrupt.stride,
      limit: ManifestLimit.interrupts)
    index = 0
    while index < interrupts.count {
      let at = interrupts.start + index * ManifestFormat.Interrupt.stride
      let trigger = bytes.load(at + ManifestFormat.Interrupt.trigger, as: UInt8.self)
      guard ManifestTrigger(rawValue: trigger) != nil else {
        throw .invalidValue(.trigger, value: UInt64(trigger))
      }
      index += 1
    }
    let clocks = try table(
      .clocks, base + Driver.clocks, stride: ManifestFormat.Clock.stride, limit: ManifestLimit.clocks)
    index = 0
    while index < clocks.count {
      try text(clocks.start + index * ManifestFormat.Clock.stride + ManifestFormat.Clock.name)
      index += 1
    }
    _ = try table(
      .parameters, base + Driver.parameters, stride: ManifestFormat.Parameter.stride,
      limit: ManifestLimit.parameters)
    try registers(base + Driver.registers, regions: regions)
    let entry = DriverEntry(bytes: bytes, base: base)
    try polled(entry.transmitter, regions: regions)
    try polled(entry.receiver, regions: regions)
  }

  /// Checks the regions; gives their table's start and count.
  private func regions(_ reference: Int) throws(ManifestError) -> (start: Int, count: Int) {
    let regions = try table(
      .regions, reference, stride: ManifestFormat.Region.stride, limit: ManifestLimit.regions)
    var index = 0
    while index < regions.count {
      let size = regionSize(index, in: regions)
      let word = bytes.load(
        regions.start + index * ManifestFormat.Region.stride + ManifestFormat.Region.access, as: UInt8.self)
      guard let access = ManifestAccess(rawValue: word) else {
        throw .invalidValue(.access, value: UInt64(word))
      }
      let limit = access == .ports ? ManifestLimit.regionPorts : ManifestLimit.regionBytes
      guard size > 0, size <= limit else { throw .invalidValue(.regionBytes, value: size) }
      index += 1
    }
    return regions
  }

  private func registers(
    _ reference: Int, regions: (start: Int, count: Int)
  ) throws(ManifestError) {
    typealias Register = ManifestFormat.Register
    let registers = try table(
      .registers, reference, stride: Register.stride, limit: ManifestLimit.registers)
    var index = 0
    while index < registers.count {
      let at = registers.start + index * Register.stride
      try name(at + Register.name)
      try place(
        region: bytes.load(at + Register.region, as: UInt32.self),
        offset: bytes.load(at + Register.offset, as: UInt64.self),
        width: bytes.load(at + Register.width, as: UInt8.self), regions: regions)
      index += 1
    }
  }

  private func polled(
    _ data: PolledData?, regions: (start: Int, count: Int)
  ) throws(ManifestError) {
    guard let data else { return }
    try word(region: data.region, offset: data.dataOffset, width: data.dataWidth, regions: regions)
    try word(region: data.region, offset: data.statusOffset, width: data.statusWidth, regions: regions)
  }

  /// A register of at most 32 bits lies in one of the regions.
  private func word(
    region: UInt32, offset: UInt32, width: UInt8, regions: (start: Int, count: Int)
  ) throws(ManifestError) {
    guard width <= 32 else { throw .invalidValue(.width, value: UInt64(width)) }
    try place(region: region, offset: UInt64(offset), width: width, regions: regions)
  }

  /// A register lies in one of the regions, whole and aligned to its width.
  private func place(
    region: UInt32, offset: UInt64, width: UInt8, regions: (start: Int, count: Int)
  ) throws(ManifestError) {
    guard width == 8 || width == 16 || width == 32 || width == 64 else {
      throw .invalidValue(.width, value: UInt64(width))
    }
    guard region < regions.count else { throw .invalidValue(.region, value: UInt64(region)) }
    let size = regionSize(Int(region), in: regions)
    let length = UInt64(width / 8)
    guard size >= length, offset <= size - length, offset % length == 0 else {
      throw .invalidValue(.offset, value: offset)
    }
  }

  private func regionSize(_ index: Int, in regions: (start: Int, count: Int)) -> UInt64 {
    bytes.load(
      regions.start + index * ManifestFormat.Region.stride + ManifestFormat.Region.size,
      as: UInt64.self)
  }

  private func channel(_ base: Int) throws(ManifestError) {
    let deviceClass = bytes.load(base + ManifestFormat.Channel.deviceClass, as: UInt8.self)
    guard ManifestClass(rawValue: deviceClass) != nil else {
      throw .invalidValue(.deviceClass, value: UInt64(deviceClass))
    }
    let ring = bytes.load(base + ManifestFormat.Channel.ringBytes, as: UInt32.self)
    guard ring > 0, ring & (ring - 1) == 0, ring <= ManifestLimit.ringBytes else {
      throw .invalidValue(.ringBytes, value: UInt64(ring))
    }
  }

  private func nameIsNew(_ index: Int, in start: Int) throws(ManifestError) {
    let stride = ManifestFormat.Component.stride
    let new = ComponentEntry(bytes: bytes, base: start + index * stride).name
    var other = 0
    while other < index {
      if ComponentEntry(bytes: bytes, base: start + other * stride).name == new {
        throw .invalidValue(.duplicateName, value: UInt64(index))
      }
      other += 1
    }
  }

  private func name(_ reference: Int) throws(ManifestError) {
    let name = try table(.text, reference, stride: 1, limit: ManifestLimit.nameBytes)
    guard name.count > 0 else { throw .invalidValue(.nameBytes, value: 0) }
  }

  private func text(_ reference: Int) throws(ManifestError) {
    _ = try table(.text, reference, stride: 1, limit: ManifestLimit.textBytes)
  }

  /// The table that a reference names, inside the manifest and within its bound.
  private func table(
    _ which: ManifestTable, _ reference: Int, stride: Int, limit: Int
  ) throws(ManifestError) -> (start: Int, count: Int) {
    let offset = bytes.load(reference, as: UInt32.self)
    let count = bytes.load(reference + 4, as: UInt32.self)
    guard Int(count) <= limit else { throw .tooMany(which, count: Int(count), limit: limit) }
    guard Int(offset) + Int(count) * stride <= bytes.count else {
      throw .outsideManifest(which, offset: offset, count: count, available: bytes.count)
    }
    return (Int(offset), Int(count))
  }
}
