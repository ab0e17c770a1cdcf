import Testing

@testable import Kernel

struct AddressSpaceTests {
  private static let base: UInt = 0x10_0000_0000

  /// Maps the tables that `address` needs in an address space.
  private func mapTables(_ task: RootTask, _ address: UInt, _ vspace: UInt) throws -> [UInt] {
    var tables: [UInt] = []
    while tables.count < 3 {
      let table = try task.make(.pageTable)
      let answer = try task.invoke(.pageTableMap, table, [address, 3], capabilities: [vspace])
      if answer.label == 8 { break }
      #expect(answer.label == 0)
      tables.append(table)
    }
    return tables
  }

  @Test("a page appears with its rights and attributes, and goes with its capability")
  func mapAndUnmap() throws {
    let task = try RootTask()
    let frame = try task.make(.smallPage)
    let map: [UInt] = [AddressSpaceTests.base, 3, 3]
    let missing = try task.invoke(.pageMap, frame, map, capabilities: [RootTask.vspace])
    #expect(missing.label == 6 && missing.words == [0, 2, 30], "the level that is missing")
    #expect(try mapTables(task, AddressSpaceTests.base, RootTask.vspace).count == 2)
    try task.perform(.pageMap, frame, map, capabilities: [RootTask.vspace])
    var page = try #require(task.model.translate(AddressSpaceTests.base))
    #expect(page.isWritable && page.isExecutable && page.isCacheable)
    #expect(try task.perform(.pageGetAddress, frame).words == [page.physical])
    try task.perform(.pageMap, frame, [AddressSpaceTests.base, 2, 4], capabilities: [RootTask.vspace])
    page = try #require(task.model.translate(AddressSpaceTests.base))
    #expect(!page.isWritable && !page.isExecutable && !page.isCacheable, "mapped anew in place")
    let elsewhere = try task.invoke(
      .pageMap, frame, [AddressSpaceTests.base + 0x1000, 3, 3], capabilities: [RootTask.vspace])
    #expect(elsewhere.label == 1 && elsewhere.words == [0], "one capability is one mapping")
    try task.perform(.pageUnmap, frame)
    #expect(task.model.translate(AddressSpaceTests.base) == nil)
    try task.perform(.pageMap, frame, map, capabilities: [RootTask.vspace])
    #expect(try task.delete(frame).label == 0)
    #expect(task.model.translate(AddressSpaceTests.base) == nil)
  }

  @Test("a copy of a frame is a mapping of its own, with no more rights")
  func copies() throws {
    let task = try RootTask()
    let frame = try task.make(.smallPage)
    _ = try mapTables(task, AddressSpaceTests.base, RootTask.vspace)
    try task.perform(.pageMap, frame, [AddressSpaceTests.base, 3, 3], capabilities: [RootTask.vspace])
    let copy = task.freeSlot()
    #expect(try task.copy(frame, to: copy, rights: .read).label == 0)
    try task.perform(
      .pageMap, copy, [AddressSpaceTests.base + 0x1000, 3, 3], capabilities: [RootTask.vspace])
    let page = try #require(task.model.translate(AddressSpaceTests.base + 0x1000))
    #expect(!page.isWritable)
    #expect(try task.revoke(frame).label == 0)
    #expect(task.model.translate(AddressSpaceTests.base + 0x1000) == nil)
    #expect(task.model.translate(AddressSpaceTests.base) != nil)
  }

  @Test("mapping checks address, alignment, space and level")
  func mapErrors() throws {
    let task = try RootTask()
    let frame = try task.make(.smallPage)
    let large = try task.make(.largePage)
    _ = try mapTables(task, AddressSpaceTests.base, RootTask.vspace)
    func map(_ slot: UInt, _ words: [UInt], _ space: UInt = RootTask.vspace) throws -> [UInt] {
      let answer = try task.invoke(.pageMap, slot, words, capabilities: [space])
      return [answer.label] + answer.words
    }
    #expect(try map(frame, [AddressSpaceTests.base + 8, 3, 3]) == [5])
    #expect(try map(large, [AddressSpaceTests.base + 0x1000, 3, 3]) == [5])
    #expect(try map(frame, [0x8000_0000_0000, 3, 3]) == [1, 0])
    #expect(try map(frame, [0xffff_ff80_4000_0000, 3, 3]) == [1, 0], "the kernel's own addresses")
    #expect(try map(frame, [AddressSpaceTests.base, 3, 3], frame) == [2, 1])
    #expect(try map(frame, [AddressSpaceTests.base, 3]) == [7])
    #expect(try map(large, [AddressSpaceTests.base, 3, 3]) == [6, 0, 2, 12], "a table stands there")
    #expect(try map(large, [AddressSpaceTests.base + 0x20_0000, 3, 3]) == [0])
    let table = try task.make(.pageTable)
    let occupied = try task.invoke(
      .pageTableMap, table, [AddressSpaceTests.base + 0x20_0000, 3], capabilities: [RootTask.vspace])
    #expect(occupied.label == 8)
    let outside = try task.invoke(
      .pageTableMap, table, [0x8000_0000_0000, 3], capabilities: [RootTask.vspace])
    #expect(outside.words == [0])
  }

  @Test("an address space has an identifier, and dies with its capability, not before its threads let go")
  func addressSpaces() throws {
    let task = try RootTask()
    let vspace = try task.make(.vspace)
    let frame = try task.make(.smallPage)
    #expect(try task.invoke(.pageMap, frame, [0x1000, 3, 3], capabilities: [vspace]).words == [1])
    try task.perform(.asidPoolAssign, RootTask.asidPool, capabilities: [vspace])
    #expect(
      try task.invoke(.asidPoolAssign, RootTask.asidPool, capabilities: [vspace]).words == [1], "once")
    let tables = try mapTables(task, 0x1000, vspace)
    #expect(tables.count == 3)
    try task.perform(.pageMap, frame, [0x1000, 3, 3], capabilities: [vspace])
    #expect(try task.invoke(.pageMap, frame, [0x1000, 3, 3], capabilities: [RootTask.vspace]).words == [1])
    let (slot, thread) = try task.startThread()
    try task.perform(.threadSetSpace, slot, [0, 52, 0], capabilities: [RootTask.cnode, vspace])
    #expect(task.model.translate(0x1000, in: thread) != nil)
    try task.perform(.pageTableUnmap, tables[2])
    #expect(task.model.translate(0x1000, in: thread) == nil)
    #expect(try task.delete(vspace).label == 0)
    #expect(task.model.kernel.addressSpace(2) != nil, "the thread holds it still")
    #expect(try task.delete(slot).label == 0)
    #expect(task.model.kernel.addressSpace(2) == nil)
    #expect(try task.delete(frame).label == 0)
    task.model.expectWellFormed()
  }

  @Test("more address spaces than a pool holds need another pool, made of a page of memory")
  func asidPools() throws {
    let task = try RootTask()
    let untyped = task.freeSlot()
    #expect(try task.retype(try task.memory(14).slot, .untyped, bits: 12, at: untyped).label == 0)
    let pool = task.freeSlot()
    let make: [UInt] = [pool, 64]
    #expect(
      try task.invoke(
        .asidControlMakePool, RootTask.asidControl, make, capabilities: [RootTask.vspace, RootTask.cnode]
      ).words == [1])
    try task.perform(
      .asidControlMakePool, RootTask.asidControl, make, capabilities: [untyped, RootTask.cnode])
    let vspace = try task.make(.vspace)
    try task.perform(.asidPoolAssign, pool, capabilities: [vspace])
    #expect(task.model.kernel.addressSpace(512) != nil)
    #expect(try task.revoke(untyped).label == 0)
    #expect(task.model.kernel.addressSpace(512) == nil)
    #expect(task.model.slotKind(pool) == .null)
    let frame = try task.make(.smallPage)
    #expect(try task.invoke(.pageMap, frame, [0x1000, 3, 3], capabilities: [vspace]).label == 6)
    task.model.expectWellFormed()
  }

  @Test("device frames are mapped where the machine has them")
  func deviceFrames() throws {
    let task = try RootTask()
    let device = try task.device(at: 0x900_0000)
    let frame = task.freeSlot()
    #expect(try task.retype(device.slot, .smallPage, at: frame).label == 0)
    _ = try mapTables(task, AddressSpaceTests.base, RootTask.vspace)
    try task.perform(.pageMap, frame, [AddressSpaceTests.base, 3, 4], capabilities: [RootTask.vspace])
    let page = try #require(task.model.translate(AddressSpaceTests.base))
    #expect(page.physical == device.address && !page.isCacheable && !page.isExecutable)
    #expect(unsafe task.model.pointer(to: AddressSpaceTests.base) == nil)
    try task.perform(.pageCleanInvalidate, frame, [0, 0x1000])
    #expect(try task.invoke(.pageClean, frame, [0x1000, 0x1001]).words == [0])
    #expect(try task.invoke(.pageClean, frame, [8, 8]).words == [1])
  }
}
