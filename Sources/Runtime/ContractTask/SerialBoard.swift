#if os(none)
  import CKernelContract
  import DeviceTree
  import KernelContract
  import SeL4

  /// A board whose standard output prints, is typed at, and interrupts whenever it is told to.
  struct SerialBoard: ContractBoard {
    /// Where the root task sees the port's registers.
    static let port: Word = 0x20_ffff_0000

    /// What the port is, and how its registers are reached.
    enum Device {
      case pl011
      case ns16550a(NS16550APort)
    }

    let device: Device
    let interrupt: Word
    /// Where the port's registers are; nil where they are no memory.
    let physicalAddress: Word?
    private var isRaised = false

    /// A PC's first serial port, through a capability to its registers.
    init(_ ports: IOPort) {
      device = .ns16550a(NS16550APort(ports: ports))
      interrupt = Word(DDDK_serialPin)
      physicalAddress = nil
    }

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
        device = .ns16550a(NS16550APort(ports: nil))
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
      case .ns16550a(let port): port.start()
      }
    }

    mutating func setInterruptLine(_ isRaised: Bool) {
      // Where nothing changes, a controller might still take it for a request.
      guard isRaised != self.isRaised else { return }
      self.isRaised = isRaised
      switch device {
      case .pl011: PL011Port.setInterruptLine(isRaised)
      case .ns16550a(let port): port.setInterruptLine(isRaised)
      }
    }

    mutating func put(_ byte: UInt8) {
      switch device {
      case .pl011: PL011Port.put(byte)
      case .ns16550a(let port): port.put(byte, isRaised: isRaised)
      }
    }

    mutating func flush() {
      if case .ns16550a(let port) = device, !isRaised { port.printKept() }
    }

    /// Reads a line: what was kept is told before it, and the interrupt's line is raised again behind it.
    mutating func readLine(_ body: (UInt8) -> Void) {
      let wasRaised = isRaised
      if case .ns16550a = device { setInterruptLine(false) }
      flush()
      while true {
        let byte = get()
        if byte == 0x0a || byte == 0x0d { break }
        body(byte)
      }
      setInterruptLine(wasRaised)
    }

    /// Waits for the next byte that is typed.
    private func get() -> UInt8 {
      switch device {
      case .pl011: PL011Port.get()
      case .ns16550a(let port): port.get()
      }
    }
  }
#endif
