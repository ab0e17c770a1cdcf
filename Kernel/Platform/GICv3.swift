#if os(none) && arch(arm64) && GICV3
  import CKernelEntry

  // The Arm Generic Interrupt Controller, architecture version 3 (IHI 0069), with one security state: a distributor for
  // the shared lines, a redistributor for this processor's own, and system registers where version 2 has an interface.

  extension Microkernel {
    private static var distributor: UInt { window &+ Platform.interruptController }
    private static var redistributor: UInt { window &+ Platform.interruptInterface }
    /// The redistributor's second frame, with the registers of the processor's own lines.
    private static var ownLines: UInt { redistributor &+ 0x1_0000 }
    /// How often the controller is asked whether it is done before the kernel gives up.
    private static var polls: UInt { 1_000_000 }

    private func store(_ address: UInt, _ value: UInt32) { dddk_device_store(address, value) }

    /// Waits until none of `bits` is set in a register.
    private func waitUntil(_ register: UInt, clear bits: UInt32) {
      var polls = Microkernel.polls
      while dddk_device_load(register) & bits != 0 {
        guard polls > 0 else { kernelPanic("the interrupt controller does not answer", register) }
        polls &-= 1
      }
    }

    /// Every interrupt masked, in group 1 and at the highest priority, shared ones level-triggered and for this processor
    /// (IHI 0069, 12.9 to 12.11).
    func startInterruptController() {
      let distributor = Microkernel.distributor
      // Where version 2 says what it is, version 3 has nothing; its own place for it lies outside version 2.
      let identification = UInt(dddk_device_load(distributor &+ 0xfe8))
      guard !(1...2 ~= identification &>> 4 & 15) else {
        kernelPanic("built for GICv3, and the machine has another interrupt controller", identification)
      }
      store(distributor, 0)  // GICD_CTLR
      waitUntil(distributor, clear: 1 &<< 31)  // RWP
      let lines = (UInt(dddk_device_load(distributor &+ 0x004) & 0x1f) &+ 1) &* 32  // GICD_TYPER
      var number: UInt = 32
      while number < lines {
        startLines(at: distributor &+ number / 8)
        number &+= 32
      }
      number = 32
      while number < lines {
        store(distributor &+ 0x400 &+ number, 0)  // GICD_IPRIORITYR
        number &+= 4
      }
      number = 32
      while number < lines {
        store(distributor &+ 0xc00 &+ number / 4, 0)  // GICD_ICFGR
        number &+= 16
      }
      let affinity = dddk_affinity()
      number = 32
      // GICD_IROUTER is of 64 bits; lines 1020 and above do not exist.
      while number < lines, number < 1020 {
        store(distributor &+ 0x6000 &+ number &* 8, UInt32(truncatingIfNeeded: affinity))
        store(distributor &+ 0x6004 &+ number &* 8, UInt32(truncatingIfNeeded: affinity &>> 32))
        number &+= 1
      }
      waitUntil(distributor, clear: 1 &<< 31)
      store(distributor, 1 &<< 4 | 1 &<< 1)  // affinity routing, group 1
      startRedistributor()
      dddk_start_interrupt_interface()
    }

    private func startRedistributor() {
      let waker = Microkernel.redistributor &+ 0x014  // GICR_WAKER
      store(waker, dddk_device_load(waker) & ~2)
      waitUntil(waker, clear: 4)
      startLines(at: Microkernel.ownLines)
      var number: UInt = 0
      while number < 32 {
        store(Microkernel.ownLines &+ 0x400 &+ number, 0)  // GICR_IPRIORITYR
        number &+= 4
      }
      waitUntil(Microkernel.redistributor, clear: 1 &<< 3)  // RWP of GICR_CTLR
    }

    /// The bits of 32 lines, whose first register of each kind is counted from `base`.
    private func startLines(at base: UInt) {
      store(base &+ 0x080, 0xffff_ffff)  // IGROUPR
      store(base &+ 0x180, 0xffff_ffff)  // ICENABLER
      store(base &+ 0x280, 0xffff_ffff)  // ICPENDR
    }

    /// Where the registers of a line are: the first 32 are the processor's own.
    @inline(__always)
    private static func frame(_ number: UInt) -> UInt { number < 32 ? ownLines : distributor }

    /// ISENABLER and ICENABLER.
    @inline(__always)
    func maskInterrupt(_ number: UInt, _ isMasked: Bool) {
      store(
        Microkernel.frame(number) &+ (isMasked ? 0x180 : 0x100) &+ (number &>> 5) &* 4,
        1 &<< UInt32(truncatingIfNeeded: number & 31))
    }

    /// Keeps an interrupt that was signalled from coming again, until its driver acknowledges it.
    @inline(__always)
    func holdInterrupt(_ number: UInt) { maskInterrupt(number, true) }
    @inline(__always)
    func releaseInterrupt(_ number: UInt) { maskInterrupt(number, false) }

    /// ICFGR.
    func setTrigger(_ number: UInt, isEdge: Bool) {
      let register = Microkernel.frame(number) &+ 0xc00 &+ (number &>> 4) &* 4
      let bit: UInt32 = 2 &<< (UInt32(truncatingIfNeeded: number & 15) &* 2)
      let value = dddk_device_load(register)
      store(register, isEdge ? value | bit : value & ~bit)
    }

    /// Takes the interrupt that is delivered; nil if it has gone away.
    ///
    /// ICC_IAR1_EL1.
    @inline(__always)
    func takeInterrupt() -> UInt? {
      let number = UInt(dddk_acknowledge_interrupt()) & 0xff_ffff
      return number < 1020 ? number : nil
    }

    /// ICC_EOIR1_EL1.
    @inline(__always)
    func completeInterrupt(_ number: UInt) { dddk_end_interrupt(UInt64(number)) }

    /// ICC_HPPIR1_EL1.
    var isInterruptPending: Bool { dddk_pending_interrupt() & 0xff_ffff < 1020 }
  }
#endif
