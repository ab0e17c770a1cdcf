import SeL4

/// The pages of a device's register region.
///
/// The pages lie in aligned blocks, because device memory is halved until a block fits.
public struct RegionLease: ~Copyable {
  struct Block: BitwiseCopyable {
    var node: Int32 = -1
    var untyped: UInt32 = 0
    var address: UInt64 = 0
    var firstFrame: UInt32 = 0
    var pages: UInt32 = 0
  }

  /// Physical address of the first register.
  public let address: UInt64
  /// Bytes that the driver asked for.
  public let size: UInt64
  /// Who holds it.
  let owner: Owner
  var blocks = InlineArray<8, Block>(repeating: Block())
  var blockCount = 0

  init(address: UInt64, size: UInt64, owner: Owner) {
    self.address = address
    self.size = size
    self.owner = owner
  }

  /// Maps the pages, uncached and without execution, one after the other.
  ///
  /// - Parameters:
  ///   - space: where to.
  ///   - virtual: the address of the first page.
  ///   - memory: what paging objects are made from.
  /// - Returns: the address of the first register.
  /// - Throws: `mappingRefused`, also when a page is another one than asked for.
  public mutating func map(
    into space: AddressSpace, at virtual: UInt64, pagingFrom memory: inout ObjectMemory
  ) throws(BrokerError) -> UInt64 {
    var page: UInt64 = 0
    var index = 0
    while index < blockCount {
      let block = blocks[index]
      var within: UInt64 = 0
      while within < UInt64(block.pages) {
        let slot = UInt(block.firstFrame) + UInt(within)
        let target = virtual + page * BrokerLimit.pageBytes
        try space.map(slot, at: target, rights: .readWrite, attributes: .device, pagingFrom: &memory)
        try Self.check(slot, is: block.address + within * BrokerLimit.pageBytes, mappedAt: target)
        within += 1
        page += 1
      }
      index += 1
    }
    return virtual + address & (BrokerLimit.pageBytes - 1)
  }

  /// Takes the pages out of the address space that they are in.
  public mutating func unmap() throws(BrokerError) {
    var index = 0
    while index < blockCount {
      var page: UInt32 = 0
      while page < blocks[index].pages {
        try AddressSpace.unmap(UInt(blocks[index].firstFrame + page))
        page += 1
      }
      index += 1
    }
  }

  private static func check(
    _ slot: UInt, is expected: UInt64, mappedAt virtual: UInt64
  ) throws(BrokerError) {
    let found: UInt
    do throws(SeL4Error) {
      found = try Frame(RootSlots.pointer(slot)).getAddress()
    } catch {
      throw .refused(.getAddress, error)
    }
    guard UInt64(found) == expected else {
      try AddressSpace.unmap(slot)
      throw .mappingRefused(address: virtual, .wrongFrame(found: UInt64(found)))
    }
  }
}

extension CapabilityBroker {
  /// Grants the pages of a register region.
  ///
  /// - Throws: `notDeviceMemory`, `deviceMemoryTaken` (a page is the smallest thing that can be granted, so
  ///   two devices in one page have one holder), `tableFull`, `outOfSlots` or `refused`.
  mutating func requestRegion(
    address: UInt64, size: UInt64, for owner: Owner
  ) throws(BrokerError) -> RegionLease {
    var lease = RegionLease(address: address, size: size, owner: owner)
    var page = address & ~(BrokerLimit.pageBytes - 1)
    let (last, overflow) = address.addingReportingOverflow(size - 1)
    guard !overflow else { throw .notDeviceMemory(address: address) }
    while page <= last {
      do throws(BrokerError) {
        guard lease.blockCount < BrokerLimit.blocksPerRegion else {
          throw BrokerError.tableFull(.regionBlocks, limit: BrokerLimit.blocksPerRegion)
        }
        let block = try requestBlock(at: page, before: last, for: owner)
        lease.blocks[lease.blockCount] = block
        lease.blockCount += 1
        page += UInt64(block.pages) * BrokerLimit.pageBytes
      } catch {
        try release(lease)
        throw error
      }
    }
    grants.note(
      GrantRecord(
        owner: owner, kind: .deviceFrame, endsAtRestart: false, first: address, second: size, third: 0))
    return lease
  }

  /// Grants the root task a page of memory that is a device's, or firmware's: what the kernel did not hand out as memory.
  ///
  /// - Parameter address: of any byte in it.
  /// - Returns: the page, mapped nowhere yet.
  /// - Throws: as `requestRegion`.
  public mutating func requestPage(at address: UInt64) throws(BrokerError) -> RegionLease {
    try requestRegion(
      address: address & ~(BrokerLimit.pageBytes - 1), size: BrokerLimit.pageBytes, for: .rootTask)
  }

  /// Takes the pages of a region away; the device memory is free again.
  public mutating func release(_ lease: consuming RegionLease) throws(BrokerError) {
    grants.forget(lease.owner, .deviceFrame, first: lease.address)
    while lease.blockCount > 0 {
      lease.blockCount -= 1
      let block = lease.blocks[lease.blockCount]
      let frames = SlotRange(first: UInt(block.firstFrame), count: Int(block.pages))
      let node = memory.node(Int(block.node))
      try release(
        MemoryLease(
          slot: UInt(block.untyped), address: block.address, sizeBits: node.sizeBits,
          node: Int(block.node), owner: lease.owner))
      slots.release(frames)
    }
  }

  /// The largest aligned block from a page on that does not reach past what is needed, as frames.
  private mutating func requestBlock(
    at page: UInt64, before last: UInt64, for owner: Owner
  ) throws(BrokerError) -> RegionLease.Block {
    var bits = BrokerLimit.pageBits
    while bits < 20, page & (1 << UInt64(bits + 1) - 1) == 0,
      page + (1 << UInt64(bits + 1) - 1) <= last | 0xFFF
    {
      bits += 1
    }
    let lease = try allocateDeviceMemory(at: page, sizeBits: bits, for: owner)
    let pages = 1 << Int(bits - BrokerLimit.pageBits)
    // The region's own record says it all; the untyped is the broker's means.
    grants.forget(owner, .untyped, first: page)
    let frames: SlotRange
    do throws(BrokerError) {
      frames = try slots.allocate(pages)
    } catch {
      try release(lease)
      throw error
    }
    do throws(SeL4Error) {
      try lease.untyped.retype(
        to: .smallPage, count: pages, into: RootSlots.cnode, offset: frames.first)
    } catch {
      slots.release(frames)
      try release(lease)
      throw .refused(.retype, error)
    }
    return RegionLease.Block(
      node: Int32(lease.node), untyped: UInt32(lease.slot), address: lease.address,
      firstFrame: UInt32(frames.first), pages: UInt32(pages))
  }
}
