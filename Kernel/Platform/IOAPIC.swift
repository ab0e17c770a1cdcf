#if os(none) && arch(x86_64)
  import CKernelEntry

  // The interrupt controllers of a PC: the I/O APIC (Intel 82093AA), whose pins devices drive, and the processor's own
  // (Intel SDM, volume 3, 11), which delivers them and has the timer. The two 8259s are masked.

  extension Microkernel {
    /// Interrupt 0 has this vector.
    private static var firstVector: UInt { 32 }
    private static var spuriousVector: UInt32 { 255 }
    private static var masked: UInt32 { 1 &<< 16 }

    // The local controller's registers.
    private static var endOfInterrupt: UInt { 0x0b0 }
    private static var spurious: UInt { 0x0f0 }
    private static var request: UInt { 0x200 }
    private static var timer: UInt { 0x320 }
    private static var timerCount: UInt { 0x380 }
    private static var timerCurrent: UInt { 0x390 }
    private static var timerDivide: UInt { 0x3e0 }

    private func load(_ register: UInt) -> UInt32 { dddk_device_load(Platform.localController &+ register) }
    @inline(__always)
    private func store(_ register: UInt, _ value: UInt32) {
      dddk_device_store(Platform.localController &+ register, value)
    }

    private func loadLine(_ register: UInt) -> UInt32 {
      dddk_device_store(Platform.lineController, UInt32(truncatingIfNeeded: register))
      return dddk_device_load(Platform.lineController &+ 0x10)
    }

    private func storeLine(_ register: UInt, _ value: UInt32) {
      dddk_device_store(Platform.lineController, UInt32(truncatingIfNeeded: register))
      dddk_device_store(Platform.lineController &+ 0x10, value)
    }

    /// The two words of a pin's redirection.
    @inline(__always)
    private func redirection(_ pin: UInt) -> UInt { 0x10 &+ pin &* 2 }

    var pinCount: UInt { Platform.pinCount }

    /// Every pin masked, the timer masked, the local controller on.
    func startInterruptController() {
      silence(0x20, vector: 0x20, cascade: 4)
      silence(0xa0, vector: 0x28, cascade: 2)
      Platform.pinCount = UInt(loadLine(1) &>> 16 & 0xff) &+ 1
      var pin: UInt = 0
      while pin < Platform.pinCount {
        storeLine(redirection(pin), Microkernel.masked)
        pin &+= 1
      }
      Platform.processor = UInt(load(0x020) &>> 24)
      store(0x080, 0)  // every priority
      store(0x350, Microkernel.masked)
      store(0x360, Microkernel.masked)
      store(0x370, Microkernel.masked)
      store(Microkernel.timer, Microkernel.masked | timerVector)
      store(Microkernel.timerDivide, 0b1011)
      store(Microkernel.spurious, 1 &<< 8 | Microkernel.spuriousVector)
      store(Microkernel.endOfInterrupt, 0)
    }

    /// One of the two 8259s: its vectors away from exceptions, all of its lines masked.
    private func silence(_ port: UInt16, vector: UInt8, cascade: UInt8) {
      dddk_out8(port, 0x11)
      dddk_out8(port &+ 1, vector)
      dddk_out8(port &+ 1, cascade)
      dddk_out8(port &+ 1, 1)
      dddk_out8(port &+ 1, 0xff)
    }

    private var timerVector: UInt32 {
      UInt32(truncatingIfNeeded: Platform.timerInterrupt &+ Microkernel.firstVector)
    }

    /// Has a pin ask with the interrupt's vector; masked until it is served.
    func connect(_ number: UInt, pin: UInt, isLevel: Bool, isActiveLow: Bool) {
      storeLine(redirection(pin) &+ 1, UInt32(truncatingIfNeeded: Platform.processor &<< 24))
      storeLine(
        redirection(pin),
        Microkernel.masked | (isLevel ? 1 &<< 15 : 0) | (isActiveLow ? 1 &<< 13 : 0)
          | UInt32(truncatingIfNeeded: number &+ Microkernel.firstVector))
      pinOf(number).pointee = UInt8(truncatingIfNeeded: pin &+ 1)
    }

    /// The interrupt comes as a message: there is no pin to mask.
    func disconnect(_ number: UInt) { pinOf(number).pointee = 0 }

    /// The pin of an interrupt, counted from 1, or 0.
    @inline(__always)
    private func pinOf(_ number: UInt) -> Reference<UInt8> {
      Reference<UInt8>(address: dddk_interrupt_pins_address()).advanced(by: number)
    }

    func maskInterrupt(_ number: UInt, _ isMasked: Bool) {
      if number == Platform.timerInterrupt {
        store(Microkernel.timer, (isMasked ? Microkernel.masked : 0) | timerVector)
        return
      }
      maskPin(of: number, isMasked)
    }

    /// The register stays selected from its load to its store.
    @inline(__always)
    private func maskPin(of number: UInt, _ isMasked: Bool) {
      let pin = UInt(pinOf(number).pointee)
      guard pin != 0 else { return }
      let controller = Platform.lineController
      dddk_device_store(controller, UInt32(truncatingIfNeeded: redirection(pin &- 1)))
      let value = dddk_device_load(controller &+ 0x10)
      dddk_device_store(
        controller &+ 0x10, isMasked ? value | Microkernel.masked : value & ~Microkernel.masked)
    }

    /// Keeps an interrupt that was signalled from coming again, until its driver acknowledges it.
    @inline(__always)
    func holdInterrupt(_ number: UInt) { maskPin(of: number, true) }
    @inline(__always)
    func releaseInterrupt(_ number: UInt) { maskPin(of: number, false) }

    /// Takes the interrupt that entered the kernel; nil if there was none, or a spurious one.
    @inline(__always)
    func takeInterrupt() -> UInt? {
      let vector = UInt(dddk_current_vector())
      dddk_take_vector()
      guard vector >= Microkernel.firstVector, vector < UInt(Microkernel.spuriousVector) else { return nil }
      return vector &- Microkernel.firstVector
    }

    @inline(__always)
    func completeInterrupt(_ number: UInt) { store(Microkernel.endOfInterrupt, 0) }

    /// Whether the local controller would deliver one: exceptions' vectors are never asked with.
    var isInterruptPending: Bool {
      var register = Microkernel.request &+ 0x10
      while register < Microkernel.request &+ 0x80 {
        if load(register) != 0 { return true }
        register &+= 0x10
      }
      return false
    }

    func restartTimer() { store(Microkernel.timerCount, UInt32(truncatingIfNeeded: Platform.ticks)) }

    /// Counts the local timer and the time stamp against the 8254's third counter, which runs at 1.193182 MHz, for 10
    /// milliseconds.
    ///
    /// Answers the time stamp's counts in a microsecond; 0 if the counter does not end.
    func measureTimers() -> UInt {
      dddk_out8(0x61, dddk_in8(0x61) & 0xfc | 1)
      dddk_out8(0x43, 0xb0)
      dddk_out8(0x42, 0x9c)
      let start = dddk_time_stamp()
      store(Microkernel.timerCount, 0xffff_ffff)
      dddk_out8(0x42, 0x2e)  // 11932 counts
      var tries = 100_000_000
      while dddk_in8(0x61) & 0x20 == 0 {
        tries &-= 1
        guard tries > 0 else { return 0 }
      }
      let counts = UInt(0xffff_ffff &- load(Microkernel.timerCurrent))
      let stamps = UInt(dddk_time_stamp() &- start)
      store(Microkernel.timerCount, 0)
      Platform.ticks = counts / 10 &* Limits.tickMilliseconds
      return stamps / 10_000
    }
  }

  // What boot finds out: words behind each other, since a kernel has no variables of its own.
  extension Platform {
    @inline(__always)
    private static func word(_ index: UInt) -> Reference<UInt> {
      Reference<UInt>(address: dddk_platform_address()).advanced(by: index)
    }

    /// Where the kernel sees the processor's own controller.
    @inline(__always)
    static var localController: UInt {
      get { word(0).pointee }
      set { word(0).pointee = newValue }
    }
    /// Where the kernel sees the I/O APIC.
    @inline(__always)
    static var lineController: UInt {
      get { word(1).pointee }
      set { word(1).pointee = newValue }
    }
    /// The number of the processor that interrupts go to.
    static var processor: UInt {
      get { word(2).pointee }
      set { word(2).pointee = newValue }
    }
    static var pinCount: UInt {
      get { word(3).pointee }
      set { word(3).pointee = newValue }
    }
    /// Counts of the timer in a tick.
    static var ticks: UInt {
      get { word(4).pointee }
      set { word(4).pointee = newValue }
    }
  }
#endif
