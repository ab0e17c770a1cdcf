import ImageFormat

/// Where everything goes: decided, and checked, before a byte is moved.
///
/// seL4 wants, from low to high: kernel, device tree, root task. The loader stands above them and below the end
/// of memory, so that it overwrites nothing that it still reads.
struct BootPlan {
  let kernel: ELFImage
  let rootTask: ELFImage
  /// Physical addresses of the kernel.
  let kernelRange: Range<UInt64>
  /// What the kernel's virtual addresses are greater by, modulo 2^64.
  let kernelOffset: UInt64
  /// Physical addresses of the device tree.
  let deviceTreeRange: Range<UInt64>
  /// Physical addresses of the root task, whole pages.
  let rootTaskRange: Range<UInt64>
  /// What the root task's physical addresses are greater by, modulo 2^64.
  let rootTaskOffset: UInt64
  /// The boot image asks for the cycle counter to be readable at user level.
  let userCycleCounter: Bool

  static let pageSize: UInt64 = 4096
  /// Bytes that one entry of the last translation table maps.
  static let blockSize: UInt64 = 2 << 20

  /// Decides.
  ///
  /// - Parameters:
  ///   - archive: what the boot image carries.
  ///   - deviceTreeSize: bytes of the device tree, without padding.
  ///   - memory: the machine's memory.
  ///   - loader: where the loader and its archive stand.
  /// - Throws: `LoaderFailure`, for the first thing that is missing, malformed or does not fit.
  init(
    archive: Archive, deviceTreeSize: UInt64, memory: Range<UInt64>, loader: Range<UInt64>
  ) throws(LoaderFailure) {
    // Safety: the archive's bytes stand behind the loader for as long as it runs.
    guard let kernelFile = unsafe archive.file(named: "kernel.elf") else { throw .missingKernel }
    guard let rootTaskFile = unsafe archive.file(named: "root-task.elf") else { throw .missingRootTask }
    userCycleCounter = unsafe archive.file(named: "user-cycle-counter") != nil
    do throws(ELFImage.Malformed) {
      kernel = try unsafe ELFImage(checking: kernelFile, machine: TranslationTables.machine)
    } catch { throw .kernel(error) }
    do throws(ELFImage.Malformed) {
      rootTask = try unsafe ELFImage(checking: rootTaskFile, machine: TranslationTables.machine)
    } catch { throw .rootTask(error) }

    let first = kernel.segment(0)
    kernelOffset = first.virtualAddress &- first.physicalAddress
    for index in 0..<kernel.segmentCount {
      let segment = kernel.segment(index)
      guard segment.virtualAddress &- segment.physicalAddress == kernelOffset else {
        throw .kernelAddresses(virtual: segment.virtualAddress)
      }
    }
    let gigabyte: UInt64 = 1 << 30
    let virtual = kernel.virtualRange
    guard kernelOffset % Self.blockSize == 0, virtual.lowerBound >> 48 == 0xffff,
      virtual.lowerBound / gigabyte == (virtual.upperBound - 1) / gigabyte
    else { throw .kernelAddresses(virtual: virtual.lowerBound) }
    let kernelStart = virtual.lowerBound &- kernelOffset
    let kernelEnd = virtual.upperBound &- kernelOffset
    guard kernelStart < kernelEnd else { throw .kernelAddresses(virtual: virtual.lowerBound) }
    kernelRange = kernelStart..<kernelEnd

    // Both are at most the greatest physical address, so the sums below do not overflow.
    let limit = min(memory.upperBound, memory.contains(loader.lowerBound) ? loader.lowerBound : .max)
    guard limit < 1 << 52, kernelStart >= memory.lowerBound, kernelEnd <= limit else {
      throw .noRoom(end: kernelEnd, limit: limit)
    }
    let treeStart = Self.pageUp(kernelEnd)
    deviceTreeRange = treeStart..<(treeStart + deviceTreeSize)
    let rootVirtualStart = rootTask.virtualRange.lowerBound & ~(Self.pageSize - 1)
    let rootStart = Self.pageUp(deviceTreeRange.upperBound)
    let rootSize = rootTask.virtualRange.upperBound - rootVirtualStart
    guard rootStart <= limit, rootSize <= limit - rootStart, Self.pageUp(rootStart + rootSize) <= limit else {
      throw .noRoom(end: rootStart &+ rootSize, limit: limit)
    }
    rootTaskRange = rootStart..<Self.pageUp(rootStart + rootSize)
    rootTaskOffset = rootStart &- rootVirtualStart
  }

  private static func pageUp(_ address: UInt64) -> UInt64 { (address + pageSize - 1) & ~(pageSize - 1) }
}
