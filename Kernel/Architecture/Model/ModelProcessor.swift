#if !os(none)
  // What a processor does for the kernel, done in software for tests on the host. Tables, caches and translation
  // buffers need nothing: the model walks the tables anew at each access. What is one processor's own stands in files of
  // its name.

  extension Microkernel {
    /// Where the kernel sees the physical address; of a device's memory a number that is never followed.
    func kernelAddress(_ physical: UInt) -> UInt { physical &+ state.pointee.windowOffset }

    func physicalAddress(_ address: UInt) -> UInt {
      (address &- state.pointee.windowOffset) & 0x0000_ffff_ffff_ffff
    }

    func zero(_ address: UInt, _ size: UInt) {
      // Safety: the caller hands over memory of an untyped or of boot, inside the model's simulated memory.
      unsafe UnsafeMutableRawPointer(bitPattern: address)?
        .initializeMemory(as: UInt8.self, repeating: 0, count: Int(size))
    }

    func copy(from source: UInt, to destination: UInt, _ size: UInt) {
      // Safety: both ranges lie in the model's simulated memory and do not overlap: boot laid them out.
      guard let from = unsafe UnsafeRawPointer(bitPattern: source) else { return }
      unsafe UnsafeMutableRawPointer(bitPattern: destination)?
        .copyMemory(from: from, byteCount: Int(size))
    }

    func saveThreadPointer(of thread: Reference<Thread>) {}
    func loadThreadPointer(of thread: Reference<Thread>) {}
    func enterAddressSpace(_ space: SpaceWord) {}
    func leaveAddressSpace() {}
    func publishTables() {}
    func invalidateTranslations(asid: UInt) {}
    func invalidateTranslation(asid: UInt, address: UInt) {}
    func maintainCaches(_ operation: InvocationLabel, _ address: UInt, _ size: UInt) {}
    func enableFloatingPoint() { isFloatingPointEnabled.pointee = true }
    func disableFloatingPoint() { isFloatingPointEnabled.pointee = false }
    func saveFloatingPoint(of thread: Reference<Thread>) {}
    func loadFloatingPoint(of thread: Reference<Thread>) {}
    func restartTimer() {}

    var isInterruptPending: Bool { pendingInterrupt != nil }
    /// The first that is delivered.
    var pendingInterrupt: UInt? {
      (Platform.minimumInterrupt...Platform.maximumInterrupt).first {
        controller($0).pointee.isDelivered
      }
    }

    /// Whether the simulated processor lets a component use floating point, behind its interrupt controller.
    var isFloatingPointEnabled: Reference<Bool> {
      state.rebound(to: Bool.self, offset: KernelState.size &+ 2048)
    }

    /// The simulated controller's view of one interrupt, behind the kernel's state.
    func controller(_ number: UInt) -> Reference<ModelInterrupt> {
      state.rebound(to: ModelInterrupt.self, offset: KernelState.size).advanced(by: number)
    }
  }

  /// One input of the simulated interrupt controller.
  struct ModelInterrupt {
    var isMasked: Bool
    var isPending: Bool
    var isEdge: Bool
    /// Whether the device holds the line up.
    var isRaised: Bool
  }
#endif
