/// A manifest read where it stands, without a copy and without a heap.
///
/// The initialiser checks everything that the accessors rely on: every table and text inside the
/// bytes, every count within `ManifestLimit`, every enumeration known. After it, no accessor fails but
/// for an index that the caller got wrong.
public struct ManifestView {
  let bytes: ManifestBytes

  /// Checks bytes that claim to be a manifest; what follows the length that they state is ignored.
  ///
  /// - Throws: the first thing found wrong, with its place or value.
  @unsafe
  public init(_ buffer: UnsafeRawBufferPointer) throws(ManifestError) {
    typealias Header = ManifestFormat.Header
    // Safety: the caller keeps the bytes alive and unchanged while the view is used.
    let all = unsafe ManifestBytes(buffer)
    guard all.count >= Header.stride else {
      throw .truncated(wanted: Header.stride, available: all.count)
    }
    let magic = all.load(Header.magic, as: UInt64.self)
    guard magic == ManifestFormat.magic else { throw .notAManifest(found: magic) }
    let version = all.load(Header.version, as: UInt32.self)
    guard version == ManifestFormat.version else {
      throw .unknownVersion(found: version, known: ManifestFormat.version)
    }
    let stated = Int(all.load(Header.byteCount, as: UInt32.self))
    guard stated >= Header.stride, stated <= all.count, stated <= ManifestLimit.totalBytes else {
      throw .truncated(wanted: stated, available: all.count)
    }
    // Safety: a part of the caller's bytes, whose range was checked just now.
    bytes = unsafe ManifestBytes(all.slice(0, count: stated))
    try ManifestCheck(bytes: bytes).all()
  }

  /// How many components the system has.
  public var componentCount: Int { count(ManifestFormat.Header.components) }

  /// How many channels the system has.
  public var channelCount: Int { count(ManifestFormat.Header.channels) }

  /// One component, in the order of the system file.
  public func component(_ index: Int) -> ComponentEntry {
    ComponentEntry(
      bytes: bytes,
      base: bytes.element(
        index, of: ManifestFormat.Header.components, stride: ManifestFormat.Component.stride))
  }

  /// One channel.
  public func channel(_ index: Int) -> ChannelEntry {
    ChannelEntry(
      bytes: bytes,
      base: bytes.element(
        index, of: ManifestFormat.Header.channels, stride: ManifestFormat.Channel.stride))
  }

  private func count(_ reference: Int) -> Int { Int(bytes.load(reference + 4, as: UInt32.self)) }
}

extension ManifestBytes {
  /// Where an element of a referenced table starts; an index outside the table is a trap.
  func element(_ index: Int, of reference: Int, stride: Int) -> Int {
    let count = Int(load(reference + 4, as: UInt32.self))
    precondition(index >= 0 && index < count, "outside the manifest's table")
    return Int(load(reference, as: UInt32.self)) + index * stride
  }
}

/// A component as the manifest describes it.
public struct ComponentEntry {
  let bytes: ManifestBytes
  let base: Int

  /// What it is called in the system file.
  public var name: ManifestText { ManifestText(bytes, reference: base + ManifestFormat.Component.name) }

  /// The name of its ELF file in the archive.
  public var image: ManifestText { ManifestText(bytes, reference: base + ManifestFormat.Component.image) }

  /// Its thread's priority; higher runs first.
  public var priority: UInt8 { bytes.load(base + ManifestFormat.Component.priority, as: UInt8.self) }

  /// What it may ask the root task for.
  public var requests: RequestAllowance {
    RequestAllowance(rawValue: bytes.load(base + ManifestFormat.Component.requests, as: UInt16.self))
  }

  /// Bytes of its stack.
  public var stackBytes: Int {
    Int(bytes.load(base + ManifestFormat.Component.stackBytes, as: UInt32.self))
  }

  /// What its driver needs, where it is a driver.
  public var driver: DriverEntry? {
    let reference = base + ManifestFormat.Component.driver
    guard bytes.load(reference + 4, as: UInt32.self) != 0 else { return nil }
    return DriverEntry(bytes: bytes, base: Int(bytes.load(reference, as: UInt32.self)))
  }
}

/// What a driver needs, and what its registers are called.
public struct DriverEntry {
  let bytes: ManifestBytes
  let base: Int

  /// The driver's name in its spec.
  public var name: ManifestText { ManifestText(bytes, reference: base + ManifestFormat.Driver.name) }

  /// The path of the device's node; empty where the first node with a compatible string will do.
  public var device: ManifestText { ManifestText(bytes, reference: base + ManifestFormat.Driver.device) }

  /// How many compatible strings the spec names.
  public var compatibleCount: Int { count(ManifestFormat.Driver.compatibles) }

  /// One compatible string.
  public func compatible(_ index: Int) -> ManifestText {
    ManifestText(
      bytes,
      reference: bytes.element(
        index, of: base + ManifestFormat.Driver.compatibles, stride: ManifestFormat.Text.stride))
  }

  /// How many register regions it needs.
  public var regionCount: Int { count(ManifestFormat.Driver.regions) }

  /// One region: its place in the node's `reg` or among its port ranges, how many bytes or ports of it the driver may
  /// touch, and how.
  public func region(_ index: Int) -> (index: Int, size: UInt64, access: ManifestAccess) {
    let at = bytes.element(
      index, of: base + ManifestFormat.Driver.regions, stride: ManifestFormat.Region.stride)
    return (
      Int(bytes.load(at + ManifestFormat.Region.index, as: UInt32.self)),
      bytes.load(at + ManifestFormat.Region.size, as: UInt64.self),
      ManifestAccess(rawValue: bytes.load(at + ManifestFormat.Region.access, as: UInt8.self)) ?? .memory
    )
  }

  /// How many interrupts it needs.
  public var interruptCount: Int { count(ManifestFormat.Driver.interrupts) }

  /// One interrupt: its place in the node's `interrupts`, and its trigger.
  public func interrupt(_ index: Int) -> (index: Int, trigger: ManifestTrigger) {
    let at = bytes.element(
      index, of: base + ManifestFormat.Driver.interrupts, stride: ManifestFormat.Interrupt.stride)
    let trigger = ManifestTrigger(
      rawValue: bytes.load(at + ManifestFormat.Interrupt.trigger, as: UInt8.self))
    return (
      Int(bytes.load(at + ManifestFormat.Interrupt.index, as: UInt32.self)), trigger ?? .asDescribed
    )
  }

  /// How many clocks it needs.
  public var clockCount: Int { count(ManifestFormat.Driver.clocks) }

  /// One clock: by its name in the node's `clock-names`, or by its place where the name is empty.
  public func clock(_ index: Int) -> (name: ManifestText, index: Int) {
    let at = bytes.element(
      index, of: base + ManifestFormat.Driver.clocks, stride: ManifestFormat.Clock.stride)
    return (
      ManifestText(bytes, reference: at + ManifestFormat.Clock.name),
      Int(bytes.load(at + ManifestFormat.Clock.index, as: UInt32.self))
    )
  }

  /// How many parameters its spec has.
  public var parameterCount: Int { count(ManifestFormat.Driver.parameters) }

  /// The value of one parameter.
  public func parameter(_ index: Int) -> UInt64 {
    bytes.load(
      bytes.element(
        index, of: base + ManifestFormat.Driver.parameters, stride: ManifestFormat.Parameter.stride),
      as: UInt64.self)
  }

  /// How many registers the table for fault reports has.
  public var registerCount: Int { count(ManifestFormat.Driver.registers) }

  /// One register of the table for fault reports.
  public func register(_ index: Int) -> RegisterEntry {
    let at = bytes.element(
      index, of: base + ManifestFormat.Driver.registers, stride: ManifestFormat.Register.stride)
    return RegisterEntry(
      name: ManifestText(bytes, reference: at + ManifestFormat.Register.name),
      region: Int(bytes.load(at + ManifestFormat.Register.region, as: UInt32.self)),
      offset: bytes.load(at + ManifestFormat.Register.offset, as: UInt64.self),
      width: bytes.load(at + ManifestFormat.Register.width, as: UInt8.self))
  }

  /// How a byte is sent by polling, where the spec's class binding says so.
  public var transmitter: PolledData? { polled(ManifestFormat.Driver.transmitter) }

  /// How a byte is received by polling, where the spec's class binding says so.
  public var receiver: PolledData? { polled(ManifestFormat.Driver.receiver) }

  private func polled(_ field: Int) -> PolledData? {
    typealias Polled = ManifestFormat.Polled
    let at = base + field
    guard bytes.load(at + Polled.present, as: UInt8.self) != 0 else { return nil }
    return PolledData(
      region: bytes.load(at + Polled.region, as: UInt32.self),
      dataOffset: bytes.load(at + Polled.dataOffset, as: UInt32.self),
      dataWidth: bytes.load(at + Polled.dataWidth, as: UInt8.self),
      statusOffset: bytes.load(at + Polled.statusOffset, as: UInt32.self),
      statusWidth: bytes.load(at + Polled.statusWidth, as: UInt8.self),
      mask: bytes.load(at + Polled.mask, as: UInt32.self),
      blockedValue: bytes.load(at + Polled.blockedValue, as: UInt32.self))
  }

  private func count(_ field: Int) -> Int { Int(bytes.load(base + field + 4, as: UInt32.self)) }
}

/// A register as a fault report names it.
public struct RegisterEntry {
  /// The manual's name.
  public let name: ManifestText
  /// Which of the driver's regions it lies in.
  public let region: Int
  /// Offset from the region's start, in bytes.
  public let offset: UInt64
  /// Width in bits.
  public let width: UInt8
}

/// A channel between two components.
public struct ChannelEntry {
  let bytes: ManifestBytes
  let base: Int

  /// The component that serves it.
  public var server: Int { Int(bytes.load(base + ManifestFormat.Channel.server, as: UInt16.self)) }

  /// The component that uses it.
  public var client: Int { Int(bytes.load(base + ManifestFormat.Channel.client, as: UInt16.self)) }

  /// Whose protocol it speaks.
  public var deviceClass: ManifestClass {
    ManifestClass(rawValue: bytes.load(base + ManifestFormat.Channel.deviceClass, as: UInt8.self))
      ?? .serial
  }

  /// Bytes of each of its two rings.
  public var ringBytes: Int {
    Int(bytes.load(base + ManifestFormat.Channel.ringBytes, as: UInt32.self))
  }
}
