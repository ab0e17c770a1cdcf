#if os(none) && arch(arm64) && !GICV3
  import CKernelEntry

  // The Arm Generic Interrupt Controller, architecture version 2 (IHI 0048B).

  extension Microkernel {
    private static var distributor: UInt { window &+ Platform.interruptController }
    private static var interface: UInt { window &+ Platform.interruptInterface }

    private func store(_ address: UInt, _ value: UInt32) { dddk_device_store(address, value) }

    /// Every interrupt masked and at the highest priority, shared ones level-triggered and for this processor
    /// (IHI 0048B, 4.3 and 4.4).
    func startInterruptController() {
      let distributor = Microkernel.distributor
      let interface = Microkernel.interface
      let identification = UInt(dddk_device_load(distributor &+ 0xfe8))  // ICPIDR2
      guard 1...2 ~= identification &>> 4 & 15 else {
        kernelPanic("built for GICv2, and the machine has another interrupt controller", identification)
      }
      store(distributor, 0)  // GICD_CTLR
      let lines = (UInt(dddk_device_load(distributor &+ 0x004) & 0x1f) &+ 1) &* 32  // GICD_TYPER
      var number: UInt = 0
      while number < lines {
        store(distributor &+ 0x180 &+ number / 8, 0xffff_ffff)  // GICD_ICENABLER
        store(distributor &+ 0x280 &+ number / 8, 0xffff_ffff)  // GICD_ICPENDR
        number &+= 32
      }
      number = 0
      while number < lines {
        store(distributor &+ 0x400 &+ number, 0)  // GICD_IPRIORITYR
        if number >= 32 { store(distributor &+ 0x800 &+ number, 0x0101_0101) }  // GICD_ITARGETSR
        number &+= 4
      }
      number = 32
      while number < lines {
        store(distributor &+ 0xc00 &+ number / 4, 0)  // GICD_ICFGR
        number &+= 16
      }
      store(distributor, 1)
      store(interface &+ 0x004, 0xf0)  // GICC_PMR
      store(interface &+ 0x008, 3)  // GICC_BPR
      store(interface, 1)  // GICC_CTLR
    }

    /// GICD_ISENABLER and GICD_ICENABLER.
    @inline(__always)
    func maskInterrupt(_ number: UInt, _ isMasked: Bool) {
      store(
        Microkernel.distributor &+ (isMasked ? 0x180 : 0x100) &+ (number &>> 5) &* 4,
        1 &<< UInt32(truncatingIfNeeded: number & 31))
    }

    /// Keeps an interrupt that was signalled from coming again, until its driver acknowledges it.
    @inline(__always)
    func holdInterrupt(_ number: UInt) { maskInterrupt(number, true) }
    @inline(__always)
    func releaseInterrupt(_ number: UInt) { maskInterrupt(number, false) }

    /// GICD_ICFGR.
    func setTrigger(_ number: UInt, isEdge: Bool) {
      let register = Microkernel.distributor &+ 0xc00 &+ (number &>> 4) &* 4
      let bit: UInt32 = 2 &<< (UInt32(truncatingIfNeeded: number & 15) &* 2)
      let value = dddk_device_load(register)
      store(register, isEdge ? value | bit : value & ~bit)
    }

    /// Takes the interrupt that is delivered; nil if it has gone away.
    ///
    /// GICC_IAR.
    @inline(__always)
    func takeInterrupt() -> UInt? {
      let number = UInt(dddk_device_load(Microkernel.interface &+ 0x00c)) & 0x3ff
      return number < 1020 ? number : nil
    }

    /// GICC_EOIR.
    @inline(__always)
    func completeInterrupt(_ number: UInt) {
      store(Microkernel.interface &+ 0x010, UInt32(truncatingIfNeeded: number))
    }

    /// GICC_HPPIR.
    var isInterruptPending: Bool {
      dddk_device_load(Microkernel.interface &+ 0x018) & 0x3ff < 1020
    }
  }
#endif
