#if os(none) && arch(arm64)
  import CKernelEntry

  // What the AArch64 processor does for the kernel (Arm ARM DDI 0487).

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

    func zero(_ address: UInt, _ size: UInt) {
      dddk_zero(address, size)
    }

    func copy(from source: UInt, to destination: UInt, _ size: UInt) {
      let from = Reference<UInt8>(address: source)
      let to = Reference<UInt8>(address: destination)
      for index in 0..<size { to.advanced(by: index).pointee = from.advanced(by: index).pointee }
    }

    // Thread pointers: a component changes its own without the kernel.

    @inline(__always)
    func saveThreadPointer(of thread: Reference<Thread>) {
      thread[.threadPointer] = UInt(dddk_thread_pointer())
    }

    @inline(__always)
    func loadThreadPointer(of thread: Reference<Thread>) {
      dddk_set_thread_pointers(UInt64(thread[.threadPointer]), UInt64(thread[.threadPointerReadOnly]))
    }

    // Address spaces.

    @inline(__always)
    func enterAddressSpace(_ space: SpaceWord) { dddk_set_user_table(UInt64(space.word)) }

    /// A thread without an address space, and the idle processor, see an empty table.
    func leaveAddressSpace() {
      dddk_set_user_table(UInt64(physicalAddress(dddk_tables_address() &+ 4 &* 4096)))
    }

    func publishTables() { dddk_publish_tables() }
    func invalidateTranslations(asid: UInt) { dddk_invalidate_asid(UInt64(asid)) }
    func invalidateTranslation(asid: UInt, address: UInt) {
      dddk_invalidate_page(UInt64(asid), UInt64(address))
    }

    /// Works on memory through the kernel's own window: caches are indexed by physical address.
    func maintainCaches(_ operation: InvocationLabel, _ address: UInt, _ size: UInt) {
      switch operation {
      case .pageClean, .vspaceClean: dddk_clean(address, address &+ size)
      case .pageUnifyInstruction, .vspaceUnifyInstruction: dddk_unify(address, address &+ size)
      default: dddk_clean_invalidate(address, address &+ size)
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
      dddk_start_timer(dddk_timer_frequency() / 1000 &* UInt64(Limits.tickMilliseconds))
    }
  }
#endif
