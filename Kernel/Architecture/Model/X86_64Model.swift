#if MODEL_X86_64
  // The model as x86-64.

  /// What the host model is: QEMU's `pc`, with less memory than it can have.
  enum Platform {
    static var minimumInterrupt: UInt { 0 }
    static var maximumInterrupt: UInt { 125 }
    static var timerInterrupt: UInt { 125 }
    static var memoryStart: UInt { 0x20_0000 }
    static var memoryEnd: UInt { 0x8000_0000 }

    /// The pages of devices that the kernel keeps for itself: no untyped covers them.
    static func kernelDevices() throws(BootError) -> MemoryRegions {
      var devices = MemoryRegions()
      try devices.append(MemoryRegion(start: 0xfec0_0000, end: 0xfec0_1000))
      try devices.append(MemoryRegion(start: 0xfee0_0000, end: 0xfee0_1000))
      try devices.append(MemoryRegion(start: 0xffff_fff8, end: 0x1_0000_0000))
      return devices
    }
  }

  // What is simulated stands behind the kernel's state: the interrupts that ask, pins, ports.
  extension Microkernel {
    private static var pinsOffset: UInt { 1024 }
    private static var pinNumbersOffset: UInt { 1280 }
    private static var portsOffset: UInt { 1536 }
    private static var portAllocationOffset: UInt { 4096 }
    static var processorSize: UInt { portAllocationOffset + 1 << 16 }

    private func pin(_ index: UInt) -> Reference<ModelPin> {
      state.rebound(to: ModelPin.self, offset: KernelState.size + Self.pinsOffset).advanced(by: index)
    }

    /// The pin of an interrupt, counted from 1, or 0.
    private func pinNumber(_ number: UInt) -> Reference<UInt8> {
      state.rebound(to: UInt8.self, offset: KernelState.size + Self.pinNumbersOffset).advanced(by: number)
    }

    /// The kernel's own mappings are nowhere: components see none of them.
    func shareKernel(with root: UInt) {}
  }

  // Interrupts, as QEMU's I/O APIC has them.
  extension Microkernel {
    var pinCount: UInt { 24 }

    func connect(_ number: UInt, pin index: UInt, isLevel: Bool, isActiveLow: Bool) {
      let pin = pin(index)
      pin.pointee.number = UInt8(number)
      pin.pointee.isLevel = isLevel
      pin.pointee.isMasked = true
      if !isLevel { pin.pointee.isServed = false }
      pinNumber(number).pointee = UInt8(index + 1)
    }

    func disconnect(_ number: UInt) { pinNumber(number).pointee = 0 }

    func maskInterrupt(_ number: UInt, _ isMasked: Bool) {
      let index = UInt(pinNumber(number).pointee)
      guard index != 0 else { return }
      pin(index - 1).pointee.isMasked = isMasked
      serve(pin(index - 1))
    }

    func holdInterrupt(_ number: UInt) { maskInterrupt(number, true) }
    func releaseInterrupt(_ number: UInt) { maskInterrupt(number, false) }

    func takeInterrupt() -> UInt? {
      guard let number = pendingInterrupt else { return nil }
      controller(number).pointee.isPending = false
      return number
    }

    func completeInterrupt(_ number: UInt) {
      for index in 0..<pinCount where pin(index).pointee.number == number && pin(index).pointee.isServed {
        pin(index).pointee.isServed = false
        serve(pin(index))
      }
    }

    /// The device says that the line of a pin has moved: an edge is lost while the pin is masked.
    func setLine(_ index: UInt, _ isRaised: Bool) {
      let pin = pin(index)
      if pin.pointee.isLevel {
        pin.pointee.isAsking = isRaised
      } else if isRaised, !pin.pointee.isMasked {
        pin.pointee.isAsking = true
      }
      serve(pin)
    }

    private func serve(_ pin: Reference<ModelPin>) {
      guard pin.pointee.isAsking, !pin.pointee.isMasked, !pin.pointee.isServed else { return }
      if pin.pointee.isLevel { pin.pointee.isServed = true } else { pin.pointee.isAsking = false }
      controller(UInt(pin.pointee.number)).pointee.isPending = true
    }
  }

  /// One pin of the simulated I/O APIC.
  private struct ModelPin {
    /// The interrupt that it asks for.
    var number: UInt8
    var isMasked: Bool
    var isLevel: Bool
    var isAsking: Bool
    /// A level-triggered one was delivered and is not complete: the remote IRR.
    var isServed: Bool
  }

  extension ModelInterrupt {
    var isDelivered: Bool { isPending }
  }

  // I/O ports: three bytes that keep what is written, the configuration of PCI's host bridge, and nothing else.
  extension Microkernel {
    var portAllocation: Reference<UInt8> {
      state.rebound(to: UInt8.self, offset: KernelState.size + Self.portAllocationOffset)
    }

    private var ports: Reference<ModelPorts> {
      state.rebound(to: ModelPorts.self, offset: KernelState.size + Self.portsOffset)
    }

    func loadPort(_ port: UInt, size: UInt) -> UInt {
      let ones = 1 << (size * 8) - 1 as UInt
      switch port {
      case 0x81...0x83:
        return (0..<size).reduce(0) { $0 | ports.pointee.page(port - 0x81 + $1) << ($1 * 8) }
      case 0xcf8 where size == 4: return ports.pointee.configurationAddress
      case 0xcfc...0xcff:
        // Who made the host bridge and what it is: the first word of the first function of the first bus.
        let word: UInt = ports.pointee.configurationAddress == 0x8000_0000 ? 0x1237_8086 : 0xffff_ffff
        return word >> ((port - 0xcfc) * 8) & ones
      default:
        // QEMU gives 0 where an access is not aligned.
        return port % size == 0 ? ones : 0
      }
    }

    func storePort(_ port: UInt, size: UInt, _ value: UInt) {
      switch port {
      case 0x81...0x83:
        for index in 0..<size { ports.pointee.setPage(port - 0x81 + index, value >> (index * 8) & 0xff) }
      case 0xcf8 where size == 4: ports.pointee.configurationAddress = value & 0xffff_ffff
      default: break
      }
    }
  }

  /// What ports remember.
  private struct ModelPorts {
    var configurationAddress: UInt
    /// The page registers of the DMA controller, the first of them in the lowest byte.
    var pages: UInt

    func page(_ index: UInt) -> UInt { pages >> (index * 8) & 0xff }
    mutating func setPage(_ index: UInt, _ byte: UInt) {
      pages = pages & ~(0xff << (index * 8)) | byte << (index * 8)
    }
  }

  extension PageTableEntry {
    /// Every page that may be read may be executed.
    var isExecutable: Bool { rights != .kernelOnly }
    var isCacheable: Bool { word & 1 << 4 == 0 }

    var rights: PageRights {
      guard word & 1 << 2 != 0 else { return .kernelOnly }
      return word & 1 << 1 != 0 ? .readWrite : .readOnly
    }
  }

  extension KernelModel {
    /// A page fault with its code, or what the processor makes of an address that none can be (Intel SDM, volume 3, 4.7
    /// and 6.15).
    func fault(of access: Access, to address: UInt, _ cause: Access.Cause, level: UInt) -> Fault {
      guard address <= 0x7fff_ffff_ffff || address >= 0xffff_8000_0000_0000 else {
        return Self.protectionFault(code: 0)
      }
      let code: UInt = (cause == .forbidden ? 1 : 0) | (access == .store ? 2 : 0) | 4
      return Fault(kind: .virtualMemory, value: address, code: code)
    }

    /// No address above the threads' own is mapped where the contract touches it.
    func kernelLevel(of address: UInt) -> UInt? { nil }

    static func protectionFault(code: UInt) -> Fault { Fault(kind: .userException, value: 13, code: code) }
    static var undefinedInstruction: Fault { Fault(kind: .userException, value: 6) }
    static var breakpoint: Fault { Fault(kind: .userException, value: 3) }
    static var systemCallLength: UInt { 2 }
    /// The pin of the first serial port.
    static var serialInterrupt: UInt { 4 }
  }
#endif
