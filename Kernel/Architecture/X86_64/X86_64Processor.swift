#if os(none) && arch(x86_64)
  import CKernelEntry

  // What the processor does for the kernel (Intel SDM, volume 3).

  extension Microkernel {
    /// What the kernel adds to a physical address to see it.
    @inline(__always)
    static var window: UInt { UInt(bitPattern: dddkWindow) }

    /// The one kernel of the machine.
    @inline(__always)
    static var machine: Microkernel { Microkernel(state: Reference(address: dddk_state_address())) }

    /// Where the kernel sees the physical address; of a device's memory a number that is never followed.
    @inline(__always)
    func kernelAddress(_ physical: UInt) -> UInt { physical &+ Microkernel.window }

    @inline(__always)
    func physicalAddress(_ address: UInt) -> UInt { (address &- Microkernel.window) & 0x0000_ffff_ffff_ffff }

    /// The kernel's own root table.
    var kernelTable: Reference<PageTableEntry> { Reference(address: dddk_tables_address()) }

    func zero(_ address: UInt, _ size: UInt) {
      dddk_zero(address, size)
    }

    func copy(from source: UInt, to destination: UInt, _ size: UInt) {
      dddk_copy(destination, source, size)
    }

    // Thread pointers: a component changes its own without the kernel.

    @inline(__always)
    func saveThreadPointer(of thread: Reference<Thread>) {
      thread[.fsBase] = UInt(dddk_fs_base())
      thread[.gsBase] = UInt(dddk_gs_base())
    }

    @inline(__always)
    func loadThreadPointer(of thread: Reference<Thread>) {
      dddk_set_segment_bases(UInt64(thread[.fsBase]), UInt64(thread[.gsBase]))
    }

    // Address spaces. Translations are not tagged.

    @inline(__always)
    func enterAddressSpace(_ space: SpaceWord) { dddk_set_table(UInt64(space.root)) }

    /// A thread without an address space, and the idle processor, see the kernel's own table.
    func leaveAddressSpace() { dddk_set_table(UInt64(physicalAddress(kernelTable.address))) }

    /// Puts the kernel's own mappings into a root table: the processor keeps its table when it enters the kernel.
    ///
    /// Corresponds to `copyGlobalMappings`.
    func shareKernel(with root: UInt) {
      Reference<PageTableEntry>(address: root).advanced(by: Paging.kernelEntry).pointee =
        kernelTable.advanced(by: Paging.kernelEntry).pointee
    }

    /// The processor's walks see what it wrote.
    func publishTables() {}
    func invalidateTranslations(asid: UInt) { dddk_invalidate_all() }
    func invalidateTranslation(asid: UInt, address: UInt) { dddk_invalidate_page(UInt64(address)) }

    // I/O ports.

    /// One byte for each port: 1 for one that is given out.
    var portAllocation: Reference<UInt8> { Reference(address: dddk_allocated_ports_address()) }

    /// Reads `size` bytes, 1, 2 or 4.
    func loadPort(_ port: UInt, size: UInt) -> UInt {
      let port = UInt16(truncatingIfNeeded: port)
      return switch size {
      case 1: UInt(dddk_in8(port))
      case 2: UInt(dddk_in16(port))
      default: UInt(dddk_in32(port))
      }
    }

    /// Writes the lowest `size` bytes of a value, 1, 2 or 4.
    func storePort(_ port: UInt, size: UInt, _ value: UInt) {
      let port = UInt16(truncatingIfNeeded: port)
      switch size {
      case 1: dddk_out8(port, UInt8(truncatingIfNeeded: value))
      case 2: dddk_out16(port, UInt16(truncatingIfNeeded: value))
      default: dddk_out32(port, UInt32(truncatingIfNeeded: value))
      }
    }

    // Floating point.

    @inline(__always)
    func enableFloatingPoint() { dddk_enable_floating_point() }
    @inline(__always)
    func disableFloatingPoint() { dddk_disable_floating_point() }

    func saveFloatingPoint(of thread: Reference<Thread>) {
      dddk_save_floating_point(thread.address &+ Thread.floatingPointOffset)
    }

    func loadFloatingPoint(of thread: Reference<Thread>) {
      dddk_load_floating_point(thread.address &+ Thread.floatingPointOffset)
    }
  }
#endif
