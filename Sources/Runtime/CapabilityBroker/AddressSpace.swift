import SeL4

/// An address space in which pages are mapped; paging objects come into being where one is missing.
public struct AddressSpace {
  /// The root of the address space; it has an identifier.
  public let vspace: VSpace

  /// The root task's own address space.
  public static var rootTask: AddressSpace { AddressSpace(vspace: InitialCapabilities.vspace) }

  /// An address space that the kernel knows already.
  public init(vspace: VSpace) {
    self.vspace = vspace
  }

  /// Makes a new, empty address space and gives it an identifier.
  public init(from memory: inout ObjectMemory) throws(BrokerError) {
    let made = try memory.make(.vspace)
    vspace = VSpace(RootSlots.pointer(made.slots.first))
    do throws(SeL4Error) {
      try InitialCapabilities.asidPool.assign(vspace)
    } catch {
      throw .refused(.assignAddressSpace, error)
    }
  }

  /// Maps a page; a missing paging object is made from `memory`, at most one a level.
  ///
  /// - Parameters:
  ///   - slot: of the frame's capability, which is mapped nowhere.
  ///   - address: a multiple of the page's bytes.
  ///   - rights: what the address space may do with the page.
  ///   - attributes: whether it is cached, and whether it can hold instructions.
  ///   - memory: what paging objects are made from.
  /// - Throws: `mappingRefused`, or what making a paging object throws.
  public func map(
    _ slot: UInt, at address: UInt64, rights: CapabilityRights, attributes: MappingAttributes,
    pagingFrom memory: inout ObjectMemory
  ) throws(BrokerError) {
    var level = 0
    while true {
      let missing: Word
      do throws(SeL4Error) {
        try Frame(RootSlots.pointer(slot)).map(
          into: vspace, at: UInt(address), rights: rights, attributes: attributes)
        return
      } catch {
        switch error {
        case .failedLookup(_, let failure):
          guard level < BrokerLimit.pagingLevels else {
            throw .mappingRefused(address: address, .tooManyLevels)
          }
          missing = if case .missingCapability(let bits) = failure { bits } else { 0 }
        case .deleteFirst: throw .mappingRefused(address: address, .occupied)
        default: throw .mappingRefused(address: address, .kernel(error))
        }
      }
      try addPagingObject(for: address, filling: missing, from: &memory)
      level += 1
    }
  }

  private func addPagingObject(
    for address: UInt64, filling bits: Word, from memory: inout ObjectMemory
  ) throws(BrokerError) {
    let table = try memory.make(.table(filling: bits))
    do throws(SeL4Error) {
      try PageTable(RootSlots.pointer(table.slots.first)).map(
        into: vspace, at: UInt(address), filling: bits)
    } catch {
      throw .mappingRefused(address: address, .kernel(error))
    }
  }

  /// How many paging objects as many pages may need, when they follow each other: one a level, and more for
  /// every further stretch that one object of the lowest level covers.
  public static func pagingObjects(forPages pages: Int) -> Int {
    BrokerLimit.pagingLevels + pages / BrokerLimit.pagesPerTable + 1
  }

  /// Makes instructions that were written through a page's mapping visible to instruction fetches.
  public static func unifyInstructions(_ slot: UInt) throws(BrokerError) {
    do throws(SeL4Error) {
      try Frame(RootSlots.pointer(slot)).unifyInstruction(start: 0, end: UInt(BrokerLimit.pageBytes))
    } catch {
      throw .refused(.unifyInstructions, error)
    }
  }

  /// Takes a page out of whatever address space it is in; one that is in none is left as it is.
  public static func unmap(_ slot: UInt) throws(BrokerError) {
    do throws(SeL4Error) {
      try Frame(RootSlots.pointer(slot)).unmap()
    } catch {
      throw .refused(.unmap, error)
    }
  }
}
