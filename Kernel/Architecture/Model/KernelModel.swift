#if !os(none)
  /// The registers of a system call.
  public struct ModelRegisters: Sendable, Equatable {
    /// The invoked capability's address; on return the badge.
    public var badge: UInt = 0
    /// The word that describes the message.
    public var info: UInt = 0
    /// The first four message words.
    public var words: SIMD4<UInt> = .zero

    /// All zero.
    public init() {}

    /// A message to the capability at an address.
    public init(capability: UInt, info: UInt, words: SIMD4<UInt> = .zero) {
      badge = capability
      self.info = info
      self.words = words
    }
  }

  /// A thread of a model, by the kernel's address of it.
  public struct ModelThread: Hashable, Sendable {
    let address: UInt
  }

  /// What became of a system call.
  public enum SystemCallOutcome: Sendable, Equatable {
    /// The caller goes on with these registers.
    case returned(ModelRegisters)
    /// The caller waits, or has stopped; it goes on when another thread's call lets it.
    case blocked
  }

  /// A kernel on the host: simulated memory, a root task whose code is the test, and the same Swift that runs
  /// on the target.
  ///
  /// One model is one machine; models share nothing.
  /// A system call is made as any thread that can run, whatever its priority: tests say who acts. The pointers own
  /// the memory from `init` to `deinit` and leave the class through `pointer` alone.
  @safe
  public final class KernelModel {
    let kernel: Microkernel
    private let memory: UnsafeMutableRawPointer
    private let stateMemory: UnsafeMutableRawPointer
    private let memorySize: Int
    /// The root task's thread.
    public private(set) var rootThread: ModelThread
    /// Whether simple cases take the paths without a stack frame; tests compare both ways.
    public var usesDirectPaths = true
    /// How many system calls and interrupts took a direct path.
    public private(set) var directCount = 0
    /// Where the root task sees its boot information.
    public let bootInfoAddress: UInt
    /// Where the root task sees its IPC buffer.
    public let ipcBufferAddress: UInt

    /// Why there is no model.
    public enum SetupError: Error {
      /// The memory is no power of two, or the image and the device tree do not fit.
      case memoryTooSmall
      /// The kernel found no room for the root task's objects.
      case cannotBoot
    }

    /// Boots a machine of `memoryMiB` MiB of memory, a power of two from 4 up, whose root task has an image
    /// of `imagePages` pages at 0x400000 and finds `deviceTree` in its boot information.
    public init(deviceTree: [UInt8] = [], memoryMiB: Int = 64, imagePages: Int = 16) throws {
      memorySize = memoryMiB << 20
      guard memoryMiB >= 4, memoryMiB.nonzeroBitCount == 1,
        deviceTree.count + imagePages << 12 < memorySize / 2
      else { throw SetupError.memoryTooSmall }
      // Safety: aligned to its size, so that kernel addresses are aligned as physical ones are.
      unsafe memory = UnsafeMutableRawPointer.allocate(byteCount: memorySize, alignment: memorySize)
      unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: memorySize)
      let stateSize = Int(KernelState.size + Microkernel.processorSize)
      unsafe stateMemory = UnsafeMutableRawPointer.allocate(byteCount: stateSize, alignment: 4096)
      unsafe stateMemory.initializeMemory(as: UInt8.self, repeating: 0, count: stateSize)
      kernel = unsafe Microkernel(state: Reference(address: UInt(bitPattern: stateMemory)))
      let start = Platform.memoryStart
      kernel.state.pointee.windowOffset = unsafe UInt(bitPattern: memory) &- start
      let treeStart = start + 0x20_0000
      let imageStart = (treeStart + UInt(deviceTree.count) + 0xf_ffff) & ~0xf_ffff
      let image = MemoryRegion(start: imageStart, end: imageStart + UInt(imagePages) << 12)
      for (index, byte) in deviceTree.enumerated() {
        unsafe memory.storeBytes(of: byte, toByteOffset: Int(treeStart - start) + index, as: UInt8.self)
      }
      let offset = imageStart &- 0x40_0000
      ipcBufferAddress = image.end &- offset
      bootInfoAddress = ipcBufferAddress + 0x1000
      rootThread = ModelThread(address: 0)
      do {
        try kernel.boot(
          BootDescription(
            kernel: MemoryRegion(start: start, end: start + 0x10_0000),
            memory: MemoryRegion(start: start, end: start + UInt(memorySize)),
            kernelDevices: try Platform.kernelDevices(),
            deviceTree: MemoryRegion(start: treeStart, end: treeStart + UInt(deviceTree.count)),
            userImage: image, userOffset: offset, userEntry: 0x40_0000))
      } catch {
        throw SetupError.cannotBoot
      }
      kernel.settle()
      rootThread = ModelThread(address: kernel.currentThread.address)
    }

    deinit {
      unsafe memory.deallocate()
      unsafe stateMemory.deallocate()
    }

    /// Makes a system call as `thread`, or as the root task.
    ///
    /// The thread must be able to run.
    public func systemCall(
      _ number: Int, _ registers: ModelRegisters, as thread: ModelThread? = nil
    ) -> SystemCallOutcome {
      let caller = Reference<Thread>(address: (thread ?? rootThread).address)
      precondition(caller.pointee.isRunnable, "a thread that waits cannot make a system call")
      makeCurrent(caller)
      caller[.capability] = registers.badge
      caller[.messageInfo] = registers.info
      for index in 0..<4 { caller[Register.message(UInt(index))] = registers.words[index] }
      caller[.systemCall] = UInt(bitPattern: number)
      caller[.faultInstruction] = caller[.nextInstruction]
      caller[.nextInstruction] &+= Self.systemCallLength
      enter(number, registers)
      while caller.pointee.isRunnable, caller[.nextInstruction] == caller[.faultInstruction] {
        // The call gave way to an interrupt: it is made again, as the processor would.
        makeCurrent(caller)
        caller[.nextInstruction] &+= Self.systemCallLength
        enter(number, registers)
      }
      return caller.pointee.isRunnable
        ? .returned(self.registers(of: ModelThread(address: caller.address))) : .blocked
    }

    /// Tries the direct path of the call, as the entry of the target does, and then the general one.
    func enter(_ number: Int, _ registers: ModelRegisters) {
      if usesDirectPaths, goesDirectly(SystemCall(rawValue: number), registers) {
        directCount += 1
      } else {
        kernel.handleSystemCall(UInt(bitPattern: number))
      }
    }

    private func goesDirectly(_ call: SystemCall?, _ registers: ModelRegisters) -> Bool {
      let words = registers.words
      switch call {
      case .call:
        return kernel.callDirectly(
          registers.badge, registers.info, words[0], words[1], words[2], words[3]) != nil
      case .replyReceive:
        return kernel.replyReceiveDirectly(
          registers.badge, registers.info, words[0], words[1], words[2], words[3]) != nil
      case .send:
        return kernel.signalDirectly(registers.badge, registers.info)
          || kernel.wakeDirectly(registers.badge, registers.info) != nil
      default: return false
      }
    }

    /// The word at an offset in bytes of a thread's IPC buffer, or the root task's; 0 where it has none.
    public func loadIPCBuffer(_ offset: Int, of thread: ModelThread? = nil) -> UInt {
      ipcBufferWord(offset, thread)?.pointee ?? 0
    }

    /// Writes a word of a thread's IPC buffer, or of the root task's.
    public func storeIPCBuffer(_ offset: Int, _ value: UInt, of thread: ModelThread? = nil) {
      ipcBufferWord(offset, thread)?.pointee = value
    }

    private func ipcBufferWord(_ offset: Int, _ thread: ModelThread?) -> Reference<UInt>? {
      precondition(offset % 8 == 0 && 0..<1024 ~= offset, "no word of an IPC buffer")
      let thread = Reference<Thread>(address: (thread ?? rootThread).address)
      return kernel.messageBuffer(of: thread, forReceiver: true)?.word(UInt(offset / 8))
    }

    /// The registers that a thread goes on with.
    public func registers(of thread: ModelThread) -> ModelRegisters {
      let thread = Reference<Thread>(address: thread.address)
      var registers = ModelRegisters()
      registers.badge = thread[.badge]
      registers.info = thread[.messageInfo]
      for index in 0..<4 { registers.words[index] = thread[Register.message(UInt(index))] }
      return registers
    }

    /// Lets `thread` be the one that runs, as if all others of its priority and above had nothing to do.
    private func makeCurrent(_ thread: Reference<Thread>) {
      let current = kernel.currentThread
      guard current != thread else { return }
      if current.pointee.isRunnable { kernel.enqueue(current) }
      kernel.switchTo(thread)
      kernel.activateThread()
    }

    /// The thread that the kernel would run now; nil when all wait.
    public var runningThread: ModelThread? {
      kernel.currentThread == kernel.state.pointee.idleThread
        ? nil : ModelThread(address: kernel.currentThread.address)
    }

    /// Whether the thread could run.
    public func isRunnable(_ thread: ModelThread) -> Bool {
      Reference<Thread>(address: thread.address).pointee.isRunnable
    }

    /// Raises an interrupt; it is delivered at once unless it is masked.
    public func raiseInterrupt(_ number: UInt) {
      kernel.controller(number).pointee.isPending = true
      deliverInterrupts()
    }

    /// Raises or lowers an interrupt's line: a level-triggered one stays pending for as long as its line is up.
    public func setInterruptLine(_ number: UInt, isRaised: Bool) {
      kernel.setLine(number, isRaised)
      deliverInterrupts()
    }

    /// Delivers what a system call has unmasked.
    func deliverInterrupts() {
      while let number = kernel.takeInterrupt() {
        if usesDirectPaths, kernel.interruptDirectly(number) != nil {
          directCount += 1
          continue
        }
        kernel.handleInterrupt(number)
        kernel.settle()
      }
    }

    /// Stops `thread` with a memory fault, as if it had touched `address`.
    public func faultAccess(to address: UInt, status: UInt, as thread: ModelThread) {
      makeCurrent(Reference(address: thread.address))
      let current = kernel.currentThread
      current[.faultInstruction] = current[.nextInstruction]
      kernel.handleFault(Fault(kind: .virtualMemory, value: address, code: status))
    }

    /// The thread behind the capability at `address` in the root task's CSpace.
    public func thread(at address: UInt) -> ModelThread? {
      let root = Reference<Thread>(address: rootThread.address)
      guard let slot = try? kernel.slot(address, of: root), slot.pointee.capability.kind == .thread else {
        return nil
      }
      return ModelThread(address: slot.pointee.capability.address)
    }

    /// How a thread sees an address.
    public struct Translation {
      /// The physical address.
      public let physical: UInt
      /// Whether the thread may write there.
      public let isWritable: Bool
      /// Whether the thread may execute there.
      public let isExecutable: Bool
      /// Whether it is mapped as memory, not as a device.
      public let isCacheable: Bool
    }

    /// Walks the thread's tables, or the root task's; nil where it would fault.
    public func translate(_ address: UInt, in thread: ModelThread? = nil) -> Translation? {
      let thread = Reference<Thread>(address: (thread ?? rootThread).address)
      let vspace = thread.pointee.vspace.capability
      guard vspace.kind == Paging.rootKind, let root = kernel.addressSpace(vspace.asid),
        root == vspace.address,
        address <= Limits.userTop, let (entry, bits) = kernel.page(root, address),
        entry.rights != .kernelOnly
      else { return nil }
      return Translation(
        physical: entry.address + address & (1 << bits - 1), isWritable: entry.rights == .readWrite,
        isExecutable: entry.isExecutable, isCacheable: entry.isCacheable)
    }

    /// The host's pointer to memory that a thread, or the root task, sees at `address`; nil where it would
    /// fault or is a device's.
    ///
    /// It is good to the end of the page.
    public func pointer(to address: UInt, in thread: ModelThread? = nil) -> UnsafeMutableRawPointer? {
      guard let translation = translate(address, in: thread) else { return nil }
      return unsafe pointer(toPhysical: translation.physical)
    }

    /// What a thread, or the root task, would read from `address` on; shorter where the next page would fault.
    public func bytes(at address: UInt, count: Int, in thread: ModelThread? = nil) -> [UInt8] {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(count)
      var next = address
      while bytes.count < count, let page = unsafe pointer(to: next, in: thread) {
        let length = min(count - bytes.count, Int(0x1000 - next & 0xfff))
        // Safety: `length` ends with the page at the latest.
        unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: page, count: length))
        next += UInt(length)
      }
      return bytes
    }

    /// The boot information as the root task finds it, with all extra chunks.
    public var bootInformation: [UInt8] {
      let extraLength = bytes(at: bootInfoAddress, count: 8).reversed().reduce(0) { $0 << 8 | Int($1) }
      return bytes(at: bootInfoAddress, count: 0x1000 + extraLength)
    }

    /// The host's pointer to simulated memory.
    public func pointer(toPhysical address: UInt) -> UnsafeMutableRawPointer? {
      guard kernel.isMemory(address) else { return nil }
      return unsafe UnsafeMutableRawPointer(bitPattern: kernel.kernelAddress(address))
    }
  }
#endif
