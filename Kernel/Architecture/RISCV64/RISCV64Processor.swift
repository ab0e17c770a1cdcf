#if os(none) && arch(riscv64)
  import CKernelEntry

  // What the hart does for the kernel (RISC-V Privileged Architecture 1.12).

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
      let from = Reference<UInt8>(address: source)
      let to = Reference<UInt8>(address: destination)
      for index in 0..<size { to.advanced(by: index).pointee = from.advanced(by: index).pointee }
    }

    // The thread pointer is a register like the others, saved with them.

    @inline(__always)
    func saveThreadPointer(of thread: Reference<Thread>) {}
    @inline(__always)
    func loadThreadPointer(of thread: Reference<Thread>) {}

    // Address spaces.

    @inline(__always)
    func enterAddressSpace(_ space: SpaceWord) { dddk_set_table(UInt64(space.root), UInt64(space.asid)) }

    /// A thread without an address space, and the idle hart, see the kernel's own table.
    func leaveAddressSpace() {
      dddk_set_table(UInt64(physicalAddress(kernelTable.address)), 0)
    }

    func publishTables() { dddk_publish_tables() }
    func invalidateTranslations(asid: UInt) { dddk_invalidate_asid(UInt64(asid)) }
    func invalidateTranslation(asid: UInt, address: UInt) {
      dddk_invalidate_page(UInt64(asid), UInt64(address))
    }

    /// Puts the kernel's own mappings into a root table: the hart keeps its table when it enters the kernel.
    ///
    /// Corresponds to `copyGlobalMappings`.
    func shareKernel(with root: UInt) {
      let own = kernelTable
      let table = Reference<PageTableEntry>(address: root)
      for index in Paging.firstKernelEntry..<Paging.firstKernelEntry &+ Paging.kernelEntries {
        table.advanced(by: index).pointee = own.advanced(by: index).pointee
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

    func restartTimer() {
      dddk_set_timer(
        dddk_time() &+ UInt64(dddkTimerFrequency) / 1000 &* UInt64(Limits.tickMilliseconds))
    }
  }
#endif
