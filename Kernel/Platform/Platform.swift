#if os(none)
  import CKernelEntry

  /// The board, as the kit's Swift SDK for it says when the kernel is compiled (`Board.KernelFacts`).
  enum Platform {
    static var minimumInterrupt: UInt { UInt(bitPattern: dddkInterruptFirst) }
    /// Corresponds to `maxIRQ`.
    static var maximumInterrupt: UInt { UInt(bitPattern: dddkInterruptLast) }
    /// The interrupt that the kernel keeps for its tick.
    static var timerInterrupt: UInt { UInt(bitPattern: dddkTimerInterrupt) }
    static var memoryStart: UInt { UInt(bitPattern: dddkMemoryStart) }
    /// The end of the most memory that the board can have; how much it has, the device tree says.
    static var memoryEnd: UInt { UInt(bitPattern: dddkMemoryEnd) }
    static var interruptController: UInt { UInt(bitPattern: dddkInterruptController) }
    static var interruptInterface: UInt { UInt(bitPattern: dddkInterruptInterface) }

    /// The pages of devices that the kernel keeps for itself: no untyped covers them.
    static func kernelDevices() throws(BootError) -> MemoryRegions {
      var devices = MemoryRegions()
      try devices.append(
        MemoryRegion(start: UInt(bitPattern: dddkDevice0Start), end: UInt(bitPattern: dddkDevice0End)))
      try devices.append(
        MemoryRegion(start: UInt(bitPattern: dddkDevice1Start), end: UInt(bitPattern: dddkDevice1End)))
      return devices
    }
  }
#endif
