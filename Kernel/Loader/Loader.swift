#if os(none)
  import CLoaderEntry
  import DeviceTree
  import ImageFormat

  /// Places kernel, device tree and root task, and enters the kernel.
  enum Loader {
    /// Does everything; returns only by failing.
    static func run() -> LoaderFailure {
      do throws(LoaderFailure) {
        let tree = try saveDeviceTree()
        let memory = try memoryRange(tree)
        let archiveStart = loader_end()
        guard memory.contains(archiveStart) else {
          throw .noRoom(end: archiveStart, limit: memory.upperBound)
        }
        let archive: Archive
        do throws(Archive.Malformed) {
          // Safety: the boot image's last segment starts at the first page behind the loader; it ends within
          // memory, and the reader checks what it says of itself against that.
          archive = try unsafe Archive(
            checking: bytes(at: archiveStart, count: Int(memory.upperBound - archiveStart)))
        } catch { throw .archive(error) }
        let plan = try BootPlan(
          archive: archive, deviceTreeSize: UInt64(tree.count), memory: memory,
          loader: loader_start()..<(archiveStart + UInt64(archive.size)))
        place(plan)
        TranslationTables.fill(plan, memory: memory)
        enter(plan)
      } catch {
        return error
      }
    }

    /// Copies the device tree, without padding, to the loader's buffer: the kernel goes where it is.
    private static func saveDeviceTree() throws(LoaderFailure) -> TreeBytes {
      // Safety: both places are memory of the board; a header is read before more is believed.
      let given = loader_given_device_tree()
      var source = loader_board_device_tree()
      if given != 0, given % 8 == 0 {
        let header = unsafe TreeBytes(bytes(at: given, count: FlattenedTree.headerSize))
        if DeviceTreeBlob.claimedSize(header) != nil { source = given }
      }
      guard source != 0 else { throw .noDeviceTree }
      let header = unsafe TreeBytes(bytes(at: source, count: FlattenedTree.headerSize))
      guard let claimed = DeviceTreeBlob.claimedSize(header) else { throw .noDeviceTree }
      let padded = unsafe bytes(at: source, count: Int(claimed))
      do throws(TreeError) {
        _ = try unsafe FlattenedTree(TreeBytes(padded))
      } catch { throw .deviceTree(error) }
      let size = try unsafe DeviceTreeBlob.contentSize(TreeBytes(padded))
      guard size <= Int(loaderDeviceTreeCapacity) else { throw .deviceTreeTooLarge(size: UInt64(size)) }
      // Safety: the buffer holds `loaderDeviceTreeCapacity` bytes and is used by nobody else; the tree's
      // check saw that `size` bytes are there.
      let buffer = unsafe UnsafeMutableRawBufferPointer(start: loader_device_tree_buffer(), count: size)
      unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: padded[..<size]))
      // The header's second word is the size, big-endian: it no longer counts the padding.
      unsafe buffer.storeBytes(of: UInt32(size).bigEndian, toByteOffset: 4, as: UInt32.self)
      return unsafe TreeBytes(UnsafeRawBufferPointer(buffer))
    }

    /// The first range of the machine's memory.
    private static func memoryRange(_ tree: TreeBytes) throws(LoaderFailure) -> Range<UInt64> {
      let first: Region?
      do throws(TreeError) {
        first = try FlattenedTree(tree).memory(0)
      } catch { throw .deviceTree(error) }
      guard let first, first.size > 0, first.address < 1 << 52, first.size < 1 << 52 else {
        throw .noMemory
      }
      return first.address..<(first.address + first.size)
    }

    /// Moves everything to its place.
    ///
    /// Nothing here can fail: the plan was checked.
    private static func place(_ plan: BootPlan) {
      for index in 0..<plan.kernel.segmentCount {
        let segment = plan.kernel.segment(index)
        fill(segment, at: segment.physicalAddress)
      }
      let treeStart = plan.deviceTreeRange.lowerBound
      let treeSize = plan.deviceTreeRange.count
      // Safety: the plan keeps the ranges apart from each other and from the loader.
      unsafe memory(at: treeStart, count: treeSize).copyMemory(
        from: UnsafeRawBufferPointer(start: loader_device_tree_buffer(), count: treeSize))
      loader_clean(treeStart, plan.deviceTreeRange.upperBound)

      let image = plan.rootTaskRange
      unsafe memory(at: image.lowerBound, count: image.count).initializeMemory(as: UInt64.self, repeating: 0)
      for index in 0..<plan.rootTask.segmentCount {
        let segment = plan.rootTask.segment(index)
        fill(segment, at: segment.virtualAddress &+ plan.rootTaskOffset)
      }
      loader_clean(image.lowerBound, image.upperBound)
    }

    /// Copies a segment's content to an address and clears what follows it.
    private static func fill(_ segment: ELFImage.Segment, at address: UInt64) {
      // Safety: the plan checked that the segment fits.
      let target = unsafe memory(at: address, count: Int(segment.memorySize))
      unsafe target.copyMemory(from: segment.content)
      for index in unsafe segment.content.count..<target.count { unsafe target[index] = 0 }
      loader_clean(address, address + segment.memorySize)
    }

    private static func enter(_ plan: BootPlan) -> Never {
      var handover = LoaderHandover(
        userImageStart: plan.rootTaskRange.lowerBound, userImageEnd: plan.rootTaskRange.upperBound,
        physicalMinusVirtual: plan.rootTaskOffset, userEntry: plan.rootTask.entry,
        deviceTreeAddress: plan.deviceTreeRange.lowerBound,
        deviceTreeSize: UInt64(plan.deviceTreeRange.count), kernelEntry: plan.kernel.entry,
        userCycleCounter: plan.userCycleCounter ? 1 : 0)
      // Safety: the structure stands until the kernel is entered, which never returns here.
      unsafe loader_enter(&handover)
      fatalError()
    }

    private static func bytes(at address: UInt64, count: Int) -> UnsafeRawBufferPointer {
      unsafe UnsafeRawBufferPointer(
        start: UnsafeRawPointer(bitPattern: UInt(address)), count: count)
    }

    private static func memory(at address: UInt64, count: Int) -> UnsafeMutableRawBufferPointer {
      unsafe UnsafeMutableRawBufferPointer(
        start: UnsafeMutableRawPointer(bitPattern: UInt(address)), count: count)
    }
  }
#endif
