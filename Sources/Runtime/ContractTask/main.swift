#if os(none)
  import CKernelContract
  import CStart
  import KernelContract
  import RegisterAccess
  import SeL4

  /// A root task that shows what its kernel does: it takes commands from the serial port and prints what it observed.
  ///
  /// `cases` runs all cases, `cases PREFIX` those whose names begin so. `random SEED FIRST COUNT` makes random calls and
  /// prints a hash for every thousand, `episode SEED NUMBER` prints a hundred of them. `begin`, `make CALL` and `finish`
  /// make calls that are given. Numbers are hexadecimal.
  struct ContractTask {
    private let bootInfo: BootInfo
    private var nextSlot: Word

    init(_ bootInfo: BootInfo) {
      self.bootInfo = bootInfo
      nextSlot = bootInfo.empty.lowerBound
    }

    mutating func run() {
      guard let board = openBoard() else { return }
      board.start()
      do {
        var contract = try Contract(bootInfo, board: board)
        contract.say("contract ready\n")
        while true { CommandLine.read(from: &contract.board).run(&contract) }
      } catch {
        var board = board
        Contract.tell("the contract cannot be set up\n", to: &board)
      }
    }

    private mutating func slot() -> Word {
      defer { nextSlot += 1 }
      return nextSlot
    }

    private mutating func retype(_ untyped: Word, _ type: ObjectType) -> Word? {
      let place = slot()
      let memory = Untyped(CapabilityPointer(rawValue: untyped))
      let made: Void? = try? memory.retype(to: type, into: InitialCapabilities.cnode, offset: place)
      return made == nil ? nil : place
    }

    private mutating func openBoard() -> SerialBoard? {
      guard IOPortControl.exists else {
        guard let board = SerialBoard(bootInfo), openPort(of: board) else { return nil }
        return board
      }
      let place = slot()
      let first = UInt16(DDDK_serialPorts)
      let issued: Void? = try? InitialCapabilities.ioPortControl.issue(
        first...first + 7, into: Slot(root: InitialCapabilities.cnode, index: place, depth: 64))
      return issued == nil ? nil : SerialBoard(IOPort(CapabilityPointer(rawValue: place)))
    }

    private mutating func openPort(of board: SerialBoard) -> Bool {
      guard let device = untyped(where: { $0.isDevice && $0.physicalAddress == board.physicalAddress }),
        let page = retype(device, .smallPage)
      else { return false }
      let frame = Frame(CapabilityPointer(rawValue: page))
      for _ in 0..<4 {
        let mapped: Void? = try? frame.map(
          into: InitialCapabilities.vspace, at: SerialBoard.port, rights: .readWrite, attributes: .device)
        if mapped != nil { return true }
        guard let memory = untyped(where: { !$0.isDevice && $0.sizeBits >= 16 }),
          let table = retype(memory, .pageTable)
        else { return false }
        _ = try? PageTable(CapabilityPointer(rawValue: table)).map(
          into: InitialCapabilities.vspace, at: SerialBoard.port)
      }
      return false
    }

    private func untyped(where fits: (BootInfo.UntypedDescription) -> Bool) -> Word? {
      for index in 0..<bootInfo.untyped.count {
        let description = bootInfo.untypedDescription(index)
        if fits(description) { return description.slot }
      }
      return nil
    }
  }

  if let start = unsafe dddk_start_argument(), let bootInfo = try? BootInfo(at: UInt(bitPattern: start)) {
    // Safety: the start code kept the argument that the kernel passed: where the bootinfo is mapped.
    IPCBuffer.set(address: bootInfo.ipcBufferAddress)
    var task = ContractTask(bootInfo)
    task.run()
  }
  while true { SystemCall.yieldProcessor() }
#else
  print("kernel-contract runs as a root task; KernelTests make the same requests on the host.")
#endif
