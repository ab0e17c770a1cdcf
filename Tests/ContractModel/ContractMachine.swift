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
          root[.x0] = registers.badge
          root[.x1] = registers.info.rawValue
          root[.x2] = registers.word0
          root[.x3] = registers.word1
          root[.x4] = registers.word2
          root[.x5] = registers.word3
          root[.x7] = UInt(bitPattern: number)
          makeRootCall()
          registers = SeL4.SystemCallRegisters(
            badge: root[.x0], info: SeL4.MessageInfo(rawValue: root[.x1]), word0: root[.x2],
            word1: root[.x3], word2: root[.x4], word3: root[.x5])
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
          dddk_worker_block($0) == thread[.x0]
        }
      }
      guard let worker = workers[thread.address] else { return undefined() }
      if counter == entry || counter == loop { return begin(thread, worker) }
      let step = current[worker] ?? 0
      let kind = Int(dddk_worker_word(worker, step))
      let instruction = dddk_worker_instruction(kind)
      if counter == instruction + 4 { return finish(thread, worker, step) }
      guard counter == instruction else {
        // A jump has gone somewhere else.
        if case .fault(let status) = model.access(counter, isWrite: false, isFetch: true) {
          return model.fault(Fault(kind: .virtualMemory, flag: true, value: counter, code: status))
        }
        return undefined()
      }
      switch kind {
      case Int(DDDK_stepSystemCall): model.makeSystemCall()
      case Int(DDDK_stepLoad): touch(thread, isWrite: false)
      case Int(DDDK_stepStore): touch(thread, isWrite: true)
      case Int(DDDK_stepJump): thread[.nextInstruction] = thread[.x0]
      case Int(DDDK_stepTrap): undefined()
      // A breakpoint: class 0x3c, of 32 bits.
      default: model.fault(Fault(kind: .userException, value: 0xf200_0000))
      }
    }

    /// The first word of the step that each worker is in, by its number.
    private var current: [Int: Int] = [:]

    private func begin(_ thread: Reference<Kernel.Thread>, _ worker: Int) {
      let address = dddk_worker_word(worker, 0)
      let step = Int((address - dddk_worker_block(worker)) / 8)
      dddk_worker_set_word(worker, 0, address + 8 * UInt(DDDK_workerStepWords))
      current[worker] = step
      thread[.x7] = dddk_worker_word(worker, step + 1)
      for register in 0..<6 {
        thread[Kernel.Register(rawValue: register) ?? .x0] = dddk_worker_word(worker, step + 2 + register)
      }
      thread[.x6] = 0
      thread[.nextInstruction] = dddk_worker_instruction(Int(dddk_worker_word(worker, step)))
    }

    private func finish(_ thread: Reference<Kernel.Thread>, _ worker: Int, _ step: Int) {
      for register in 0..<6 {
        dddk_worker_set_word(worker, step + 9 + register, thread[Kernel.Register(rawValue: register) ?? .x0])
      }
      dddk_worker_set_order(dddk_worker_order() + 1)
      dddk_worker_set_word(worker, step + 8, dddk_worker_order())
      thread[.nextInstruction] = loop
    }

    private func touch(_ thread: Reference<Kernel.Thread>, isWrite: Bool) {
      let address = thread[.x0]
      switch model.access(address, isWrite: isWrite, isFetch: false) {
      case .fault(let status):
        model.fault(Fault(kind: .virtualMemory, value: address, code: status))
      case .physical(let physical):
        let word = Reference<UInt>(address: model.kernel.kernelAddress(physical))
        if isWrite { word.pointee = thread[.x1] } else { thread[.x0] = word.pointee }
        thread[.nextInstruction] &+= 4
      }
    }

    /// The fault of an instruction that the processor does not know: class 0, of 32 bits (Arm ARM, ESR_EL1).
    private func undefined() {
      model.fault(Fault(kind: .userException, value: 0x0200_0000))
    }
  }

  /// The model as a board.
  public struct ModelBoard: ContractBoard {
    unowned let machine: ContractMachine

    /// The PL011's, as on QEMU's `virt`.
    public var interrupt: Word { 33 }

    /// Raises or lowers the line, and lets threads run that it woke.
    public mutating func setInterruptLine(_ isRaised: Bool) {
      machine.model.setInterruptLine(interrupt, isRaised: isRaised)
      machine.runWorkers()
    }

    /// Takes a byte of what the contract tells.
    public mutating func put(_ byte: UInt8) { machine.put(byte) }
  }
#endif
