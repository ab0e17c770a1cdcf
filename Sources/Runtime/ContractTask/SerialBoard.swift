#if os(none)
  import DeviceTree
  import KernelContract
  import SeL4

  /// A board whose standard output prints, is typed at, and interrupts whenever it is told to.
  struct SerialBoard: ContractBoard {
    /// Where the root task sees the port's registers.
    static let port: Word = 0x20_ffff_0000

    /// What the device tree calls the port.
    enum Device {
      case pl011, ns16550a
    }

    let device: Device
    let interrupt: Word
    /// Where the port's registers are.
    let physicalAddress: Word
    private var isRaised = false

    /// The standard output of the device tree; nil where there is none that the contract knows.
    init?(_ bootInfo: BootInfo) {
      // Safety: the kernel mapped the chunk for good, and nobody writes to it.
      guard let bytes = unsafe bootInfo.deviceTree,
        let tree = try? FlattenedTree(unsafe TreeBytes(bytes)),
        let node = try? tree.standardOutput(), let region = try? tree.region(0, of: node),
        let request = try? tree.interrupt(0, of: node), let line = try? tree.line(request)
      else { return nil }
      if tree.isCompatible(node, "arm,pl011") {
        device = .pl011
      } else if tree.isCompatible(node, "ns16550a") {
        device = .ns16550a
      } else {
        return nil
      }
      interrupt = Word(line.number)
      physicalAddress = Word(region.address)
    }

    /// Makes the mapped port ready.
    func start() {
      switch device {
      case .pl011: break
      case .ns16550a: NS16550APort.start()
      }
    }

    mutating func setInterruptLine(_ isRaised: Bool) {
      // Where nothing changes, a controller might still take it for a request.
      guard isRaised != self.isRaised else { return }
      self.isRaised = isRaised
      switch device {
      case .pl011: PL011Port.setInterruptLine(isRaised)
      case .ns16550a: NS16550APort.setInterruptLine(isRaised)
      }
    }

    mutating func put(_ byte: UInt8) {
      switch device {
      case .pl011: PL011Port.put(byte)
      case .ns16550a: NS16550APort.put(byte, isRaised: isRaised)
      }
    }

    /// Waits for the next byte that is typed.
    func get() -> UInt8 {
      switch device {
      case .pl011: PL011Port.get()
      case .ns16550a: NS16550APort.get()
      }
    }
  }
#endif
