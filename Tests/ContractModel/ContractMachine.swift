// Only debug builds let a test see a module's inside, and only tests use this one.
#if DEBUG
  import CKernelContract
  import KernelContract
  import SeL4

  @testable import Kernel

  /// A model whose root task is the contract and whose other threads are its workers: they take their turns as the
  /// model's scheduler says, one instruction at a time.
  public final class ContractMachine {
    /// The kernel.
    public let model: KernelModel
    /// What the contract told.
    private var output: [UInt8] = []
    /// The worker that each thread plays, by the thread's address, once it has begun.
    private var workers: [UInt: Int] = [:]
    private let root: Reference<Kernel.Thread>

    /// Boots a model.
    public init() throws {
      model = try KernelModel(memoryMiB: 32)
      root = Reference(address: model.rootThread.address)
    }

    /// Runs what a root task would.
    public func run(_ body: (inout Contract<ModelBoard>) -> Void) throws -> String {
      output = []
      try HostKernel.$current.withValue(binding) {
        let bytes = model.bootInformation
        try unsafe bytes.withUnsafeBytes { bytes in
          // Safety: the bytes outlive the closure, in which alone the boot information is used.
          let bootInfo = try unsafe BootInfo(checking: bytes)
          takeSerialPorts(bootInfo.empty.lowerBound)
          var contract = try Contract(bootInfo, board: ModelBoard(machine: self))
          body(&contract)
        }
      }
      return String(decoding: output, as: UTF8.self)
    }

    func put(_ byte: UInt8) { output.append(byte) }

    private var binding: HostKernel {
      HostKernel(
        systemCall: { [self] number, registers in
          root[.capability] = registers.badge
          root[.messageInfo] = registers.info.rawValue
          for (index, word) in [registers.word0, registers.word1, registers.word2, registers.word3]
            .enumerated()
          {
            root[Kernel.Register.message(UInt(index))] = word
          }
          root[.systemCall] = UInt(bitPattern: number)
          makeRootCall()
          let words = (0..<4).map { root[Kernel.Register.message($0)] }
          registers = SeL4.SystemCallRegisters(
            badge: root[.badge], info: SeL4.MessageInfo(rawValue: root[.messageInfo]), word0: words[0],
            word1: words[1], word2: words[2], word3: words[3])
        },
        loadIPCBuffer: { [model] in model.loadIPCBuffer($0) },
        storeIPCBuffer: { [model] in model.storeIPCBuffer($0, $1) })
    }

    private func makeRootCall() {
      let start = root[.nextInstruction]
      repeat {
        model.makeSystemCall()
        runWorkers()
        // A call that was given up is made again.
      } while root[.nextInstruction] == start
      root[.nextInstruction] = start
    }

    /// Lets threads run until the root task's turn comes.
    func runWorkers() {
      // A bound on the instructions of workers between two of the root task's calls.
      for _ in 0..<100_000 {
        guard let thread = model.current else {
          fatalError("\(String(decoding: output.suffix(400), as: UTF8.self)): all threads wait for ever")
        }
        if thread == root { return }
        advance(thread)
      }
      fatalError("\(String(decoding: output.suffix(400), as: UTF8.self)): the workers do not come to an end")
    }

    // Where a worker's loop stands, as the assembly has it.
    private var entry: UInt { dddk_worker_entry() }
    private var loop: UInt { entry + 4 }

    /// Executes one instruction of a worker's loop.
    private func advance(_ thread: Reference<Kernel.Thread>) {
      let counter = thread[.nextInstruction]
      if counter == entry {
        workers[thread.address] = (0..<Int(DDDK_workerCount)).first {
          dddk_worker_block($0) == thread[.capability]
        }
      }
      guard let worker = workers[thread.address] else { return undefined() }
      guard model.isInRootTask else { return fetch(counter) }
      if counter == entry || counter == loop { return begin(thread, worker) }
      let step = current[worker] ?? 0
      let kind = Int(dddk_worker_word(worker, step))
      let instruction = dddk_worker_instruction(kind)
      if counter == dddk_worker_behind(kind) { return finish(thread, worker, step) }
      guard counter == instruction else {
        // A jump has gone somewhere else.
        return fetch(counter)
      }
      switch kind {
      case Int(DDDK_stepSystemCall): model.makeSystemCall()
      case Int(DDDK_stepLoad): touch(thread, isWrite: false)
      case Int(DDDK_stepStore): touch(thread, isWrite: true)
      case Int(DDDK_stepJump): thread[.nextInstruction] = thread[.capability]
      case Int(DDDK_stepTrap): undefined()
      case Int(DDDK_stepBreak): breakpoint(thread)
      default: makeOwnStep(thread, kind)
      }
    }

    /// The first word of the step that each worker is in, by its number.
    private var current: [Int: Int] = [:]

    /// The registers of a step.
    private static let stepRegisters: [Kernel.Register] =
      [.capability, .messageInfo] + (0..<4).map { Kernel.Register.message($0) }

    private func begin(_ thread: Reference<Kernel.Thread>, _ worker: Int) {
      let address = dddk_worker_word(worker, 0)
      let step = Int((address - dddk_worker_block(worker)) / 8)
      dddk_worker_set_word(worker, 0, address + 8 * UInt(DDDK_workerStepWords))
      current[worker] = step
      thread[.systemCall] = dddk_worker_word(worker, step + 1)
      for (index, register) in Self.stepRegisters.enumerated() {
        thread[register] = dddk_worker_word(worker, step + 2 + index)
      }
      let kind = Int(dddk_worker_word(worker, step))
      setOwnRegisters(of: thread, kind, block: dddk_worker_block(worker), step: address)
      thread[.nextInstruction] = dddk_worker_instruction(kind)
    }

    private func finish(_ thread: Reference<Kernel.Thread>, _ worker: Int, _ step: Int) {
      for (index, register) in Self.stepRegisters.enumerated() {
        dddk_worker_set_word(worker, step + 9 + index, thread[register])
      }
      dddk_worker_set_order(dddk_worker_order() + 1)
      dddk_worker_set_word(worker, step + 8, dddk_worker_order())
      thread[.nextInstruction] = loop
    }

    private func touch(_ thread: Reference<Kernel.Thread>, isWrite: Bool) {
      let address = thread[.capability]
      switch model.outcome(of: isWrite ? .store : .load, to: address) {
      case .fault(let fault): model.fault(fault)
      case .physical(let physical):
        let word = Reference<UInt>(address: model.kernel.kernelAddress(physical))
        if isWrite { word.pointee = thread[.messageInfo] } else { thread[.capability] = word.pointee }
        thread[.nextInstruction] = dddk_worker_behind(Int(isWrite ? DDDK_stepStore : DDDK_stepLoad))
      }
    }

    /// Fetches an instruction from where there are zeros, if any.
    private func fetch(_ address: UInt) {
      guard case .fault(let fault) = model.outcome(of: .fetch, to: address) else { return executeZeros() }
      model.fault(fault)
    }

    /// An instruction that the processor does not know.
    func undefined() { model.fault(KernelModel.undefinedInstruction) }
  }

  /// The model as a board.
  public struct ModelBoard: ContractBoard {
    unowned let machine: ContractMachine
    private var isRaised = false

    init(machine: ContractMachine) { self.machine = machine }

    /// The serial port's.
    public var interrupt: Word { KernelModel.serialInterrupt }

    /// Raises or lowers the line, and lets threads run that it woke.
    public mutating func setInterruptLine(_ isRaised: Bool) {
      // As the target's board: where nothing changes, a controller might still take it for a request.
      guard isRaised != self.isRaised else { return }
      self.isRaised = isRaised
      machine.model.setInterruptLine(interrupt, isRaised: isRaised)
      machine.runWorkers()
    }

    /// Takes a byte of what the contract tells.
    public mutating func put(_ byte: UInt8) { machine.put(byte) }
  }
#endif
