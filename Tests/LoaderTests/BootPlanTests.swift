import BootImage
import ImageFormat
import Testing

@testable import loader

/// Where a plan puts things, copied out of it.
private struct Places: Equatable {
  var kernel: Range<UInt64>
  var kernelOffset: UInt64
  var tree: Range<UInt64>
  var rootTask: Range<UInt64>
  var rootTaskOffset: UInt64
  var userCycleCounter: Bool
  /// Entries of the last table, by index.
  var blocks: [Int: UInt64]
}

private struct Machine {
  var memory: Range<UInt64> = 0x4000_0000..<0x8000_0000
  var loader: Range<UInt64> = 0x4800_0000..<0x4810_0000
  var treeSize: UInt64 = 7510
  var files: [ArchiveFile] = [
    ArchiveFile(name: "kernel.elf", bytes: kernel()),
    ArchiveFile(name: "root-task.elf", bytes: rootTask()),
  ]

  /// A kernel of 0x22a000 bytes, as large as seL4's.
  static func kernel(
    virtual: UInt64 = 0xffff_ff80_4000_0000, physical: UInt64 = 0x4000_0000, size: UInt64 = 0x22_a000
  ) -> [UInt8] {
    ELFFile(entry: virtual, segments: [.init(virtual: virtual, physical: physical, size: size)]).bytes
  }

  static func rootTask(size: UInt64 = 0x1_2345) -> [UInt8] {
    ELFFile(
      entry: 0x40_0000,
      segments: [
        .init(virtual: 0x40_0000, physical: 0x40_0000, size: 0x1000),
        .init(virtual: 0x40_1000, physical: 0x40_1000, size: size),
      ]
    ).bytes
  }

  func plan() throws -> Places {
    let bytes = try Archive.bytes(of: files)
    // Safety: the plan is used within the closure only.
    let result = unsafe bytes.withUnsafeBytes { raw in unsafe plan(raw) }
    return try result.get()
  }

  private func plan(_ raw: UnsafeRawBufferPointer) -> Result<Places, LoaderFailure> {
    guard let archive = try? unsafe Archive(checking: raw) else { return .failure(.missingKernel) }
    do throws(LoaderFailure) {
      let plan = try BootPlan(archive: archive, deviceTreeSize: treeSize, memory: memory, loader: loader)
      var blocks: [Int: UInt64] = [:]
      for index in 0..<512 { blocks[index] = TranslationTables.kernelBlock(index, plan: plan) }
      return .success(
        Places(
          kernel: plan.kernelRange, kernelOffset: plan.kernelOffset, tree: plan.deviceTreeRange,
          rootTask: plan.rootTaskRange, rootTaskOffset: plan.rootTaskOffset,
          userCycleCounter: plan.userCycleCounter, blocks: blocks))
    } catch { return .failure(error) }
  }
}

struct BootPlanTests {
  @Test func kernelTreeAndRootTaskStandBehindEachOther() throws {
    let places = try Machine().plan()
    #expect(places.kernel == 0x4000_0000..<0x4022_a000)
    #expect(places.tree == 0x4022_a000..<0x4022_bd56)
    #expect(places.rootTask == 0x4022_c000..<0x4024_0000)
    #expect(places.rootTaskOffset == 0x4022_c000 - 0x40_0000)
    #expect(places.kernelOffset == 0xffff_ff80_0000_0000)
    #expect(!places.userCycleCounter)
  }

  @Test func theKernelIsMappedInBlocksOfTwoMegabytes() throws {
    let places = try Machine().plan()
    #expect(places.blocks.keys.sorted() == [0, 1])
    // Block, attribute 4, inner shareable, accessed.
    #expect(places.blocks[0] == 0x4000_0000 | 0x711)
    #expect(places.blocks[1] == 0x4020_0000 | 0x711)
  }

  @Test func theIdentityMapTellsMemoryFromDevices() {
    let memory: Range<UInt64> = 0x4000_0000..<0x8000_0000
    #expect(TranslationTables.identityBlock(0, memory: memory) == 0x60_0000_0000_0401)
    #expect(TranslationTables.identityBlock(1, memory: memory) == 0x4000_0711)
    #expect(TranslationTables.identityBlock(2, memory: memory) == 0x60_0000_8000_0401)
    #expect(TranslationTables.index(0xffff_ff80_4000_0000, level: 0) == 511)
    #expect(TranslationTables.index(0xffff_ff80_4000_0000, level: 1) == 1)
  }

  @Test func theCycleCounterIsAskedForByAFile() throws {
    var machine = Machine()
    machine.files.append(ArchiveFile(name: "user-cycle-counter", bytes: []))
    #expect(try machine.plan().userCycleCounter)
  }

  @Test func whatIsMissingIsNamed() {
    var machine = Machine()
    machine.files.removeLast()
    #expect(throws: LoaderFailure.missingRootTask) { try machine.plan() }
    machine.files.removeLast()
    #expect(throws: LoaderFailure.missingKernel) { try machine.plan() }
  }

  @Test func whatIsNoProgramIsNamed() {
    var machine = Machine()
    machine.files[0] = ArchiveFile(name: "kernel.elf", bytes: [1])
    #expect(throws: LoaderFailure.kernel(.truncated(needed: 64, count: 1))) { try machine.plan() }
    machine = Machine()
    machine.files[1] = ArchiveFile(name: "root-task.elf", bytes: [1])
    #expect(throws: LoaderFailure.rootTask(.truncated(needed: 64, count: 1))) { try machine.plan() }
  }

  @Test(
    arguments: [
      // Not in the upper half.
      (0x4000_0000, 0x4000_0000, 0x1000),
      // Not the same place within a block.
      (0xffff_ff80_4000_1000, 0x4000_0000, 0x1000),
      // Over the end of the gigabyte.
      (0xffff_ff80_7fff_f000, 0x7fff_f000, 0x2000),
    ] as [(UInt64, UInt64, UInt64)])
  func aKernelThatCannotBeMappedIsRefused(_ virtual: UInt64, _ physical: UInt64, _ size: UInt64) {
    var machine = Machine()
    machine.files[0] = ArchiveFile(
      name: "kernel.elf", bytes: Machine.kernel(virtual: virtual, physical: physical, size: size))
    #expect(throws: LoaderFailure.kernelAddresses(virtual: virtual)) { try machine.plan() }
  }

  @Test func nothingIsPutOverTheLoaderOrOutsideMemory() throws {
    var machine = Machine()
    machine.files[1] = ArchiveFile(name: "root-task.elf", bytes: Machine.rootTask(size: 0x7dd_3000))
    #expect(try machine.plan().rootTask.upperBound == 0x4800_0000)
    machine.files[1] = ArchiveFile(name: "root-task.elf", bytes: Machine.rootTask(size: 0x7dd_3001))
    #expect(throws: LoaderFailure.noRoom(end: 0x4800_0001, limit: 0x4800_0000)) { try machine.plan() }
    machine = Machine(memory: 0x4000_0000..<0x4010_0000)
    #expect(throws: LoaderFailure.noRoom(end: 0x4022_a000, limit: 0x4010_0000)) { try machine.plan() }
    machine = Machine(memory: 0x5000_0000..<0x8000_0000)
    #expect(throws: LoaderFailure.noRoom(end: 0x4022_a000, limit: 0x8000_0000)) { try machine.plan() }
    machine = Machine()
    machine.files[1] = ArchiveFile(name: "root-task.elf", bytes: Machine.rootTask(size: 1 << 60))
    #expect(throws: LoaderFailure.self) { try machine.plan() }
  }
}
