import RegisterAccess

/// The layout of a ring of descriptors, as the spec says it.
public protocol RingLayout {
  /// The memory that it lies in.
  associatedtype Memory: DMAMemory
  /// The words of an entry.
  associatedtype Descriptor

  /// How many entries.
  static var count: Int { get }
  /// Bytes from one entry to the next.
  static var stride: Int { get }
  /// What the first entry's address is a multiple of, in bytes.
  static var alignment: Int { get }

  /// The entry that begins at a byte of the memory.
  static func descriptor(in memory: Memory, at offset: Int) -> Descriptor

  /// Whether an entry is the device's.
  static func isDevices(_ descriptor: Descriptor) -> Bool

  /// Makes an entry the device's: the last that is written of it.
  static func give(_ descriptor: Descriptor)

  /// Makes an entry the driver's, and all else in it 0, but what tells the device to go on with the first.
  static func reset(_ descriptor: Descriptor, isLast: Bool)
}

/// Entries in shared memory that go back and forth between driver and device, always in the same order.
///
/// Whose an entry is, is a matter of types: ``nextFree()`` and ``nextDone()`` give a ``DescriptorEntry`` only of
/// an entry that is the driver's, and whoever gives it away no longer has it. The barriers that a device needs
/// stand where an entry changes hands.
public struct DescriptorRing<Layout: RingLayout>: ~Copyable {
  private let memory: Layout.Memory
  private let offset: Int
  /// The next entry to fill.
  private var free = 0
  /// The oldest entry that was given away and not seen again.
  private var done = 0
  /// How many entries were given away and not seen again.
  public private(set) var pending = 0

  /// A ring with all its entries the driver's.
  ///
  /// - Parameters:
  ///   - memory: What it lies in.
  ///   - offset: Where it begins.
  /// - Throws: ``DMAError`` where the memory does not hold it, or the device would not find it there.
  public init(in memory: Layout.Memory, at offset: Int) throws(DMAError) {
    let size = Layout.count * Layout.stride
    guard offset >= 0, offset <= memory.size, memory.size - offset >= size else {
      throw .tooSmall(size: memory.size, needed: max(0, offset) + size)
    }
    let address = memory.deviceAddress &+ UInt64(offset)
    guard address & UInt64(Layout.alignment - 1) == 0 else {
      throw .unaligned(address: address, alignment: Layout.alignment)
    }
    self.memory = memory
    self.offset = offset
    for index in 0..<Layout.count {
      Layout.reset(
        Layout.descriptor(in: memory, at: offset + index * Layout.stride), isLast: index == Layout.count - 1)
    }
    deviceBarrier()
  }

  /// The address of the first entry as the device sees it.
  public var deviceAddress: UInt64 { memory.deviceAddress &+ UInt64(offset) }

  /// The next entry to fill; `nil` while all are the device's, or wait to be seen again.
  public func nextFree() -> DescriptorEntry<Layout>? {
    guard pending < Layout.count else { return nil }
    return DescriptorEntry(descriptor: descriptor(free))
  }

  /// Gives an entry to the device, which may use it at once.
  public mutating func give(_ entry: consuming DescriptorEntry<Layout>) {
    deviceBarrier()
    Layout.give(entry.descriptor)
    free = free + 1 == Layout.count ? 0 : free + 1
    pending += 1
  }

  /// The oldest entry that the device has given back; `nil` while it has not.
  public func nextDone() -> DescriptorEntry<Layout>? {
    guard pending > 0 else { return nil }
    let descriptor = descriptor(done)
    guard !Layout.isDevices(descriptor) else { return nil }
    deviceBarrier()
    return DescriptorEntry(descriptor: descriptor)
  }

  /// Notes that an entry was seen, and may be filled again.
  public mutating func release(_ entry: consuming DescriptorEntry<Layout>) {
    done = done + 1 == Layout.count ? 0 : done + 1
    pending -= 1
  }

  private func descriptor(_ index: Int) -> Layout.Descriptor {
    Layout.descriptor(in: memory, at: offset + index * Layout.stride)
  }
}

/// An entry that is the driver's, until it is given away.
public struct DescriptorEntry<Layout: RingLayout>: ~Copyable {
  /// Its words.
  public let descriptor: Layout.Descriptor
}
