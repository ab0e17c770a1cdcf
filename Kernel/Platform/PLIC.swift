#if os(none) && arch(riscv64)
  import CKernelEntry

  // The RISC-V Platform-Level Interrupt Controller (specification 1.0.0), of which the kernel uses the second context,
  // the supervisor level of hart 0; and the hart's own timer, which has the number behind the last line's.

  extension Microkernel {
    private static var controller: UInt { window &+ Platform.interruptController }
    private static var enables: UInt { controller &+ 0x2080 }
    private static var threshold: UInt { controller &+ 0x20_1000 }
    private static var claim: UInt { controller &+ 0x20_1004 }

    private func store(_ address: UInt, _ value: UInt32) { dddk_device_store(address, value) }

    /// Every line masked, of priority 1 and above the threshold.
    func startInterruptController() {
      var number: UInt = 1
      while number < Platform.timerInterrupt {
        store(Microkernel.controller &+ number &* 4, 1)
        number &+= 1
      }
      number = 0
      while number < Platform.timerInterrupt {
        store(Microkernel.enables &+ number / 8, 0)
        number &+= 32
      }
      store(Microkernel.threshold, 0)
    }

    @inline(__always)
    func maskInterrupt(_ number: UInt, _ isMasked: Bool) {
      guard number != Platform.timerInterrupt else {
        if isMasked { dddk_disable_interrupts(1 &<< 5) } else { dddk_enable_interrupts(1 &<< 5) }
        return
      }
      let register = Microkernel.enables &+ (number &>> 5) &* 4
      let bit: UInt32 = 1 &<< UInt32(truncatingIfNeeded: number & 31)
      let value = dddk_device_load(register)
      store(register, isMasked ? value & ~bit : value | bit)
    }

    // An interrupt that is complete comes again when its line asks again, acknowledged or not, as on seL4 for this board.

    @inline(__always)
    func holdInterrupt(_ number: UInt) {}
    @inline(__always)
    func releaseInterrupt(_ number: UInt) {}

    /// The controller has no say in it: how a line asks is wired.
    func setTrigger(_ number: UInt, isEdge: Bool) {}

    /// Takes the interrupt that is delivered; nil if it has gone away.
    ///
    /// A line's is completed at once, as seL4 does on this board: QEMU forgets a level that rises meanwhile.
    @inline(__always)
    func takeInterrupt() -> UInt? {
      let pending = dddk_pending_interrupts()
      if pending & 1 &<< 9 != 0 {
        let number = dddk_device_load(Microkernel.claim)
        guard number != 0 else { return nil }
        store(Microkernel.claim, number)
        return UInt(number)
      }
      return pending & 1 &<< 5 != 0 ? Platform.timerInterrupt : nil
    }

    /// A line's interrupt is complete once it is taken, and the timer's once it is set anew.
    @inline(__always)
    func completeInterrupt(_ number: UInt) {}

    var isInterruptPending: Bool { dddk_pending_interrupts() & (1 &<< 5 | 1 &<< 9) != 0 }
  }
#endif
