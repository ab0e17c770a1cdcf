/// All that the kernel remembers beside its objects: who runs, who is ready, who serves which interrupt.
///
/// It begins as zeroed memory of `size` bytes; the tables behind the struct are reached by address, so that no
/// access copies them.
struct KernelState {
  /// Corresponds to `ksSchedulerAction`: 0 goes on with the current thread, 1 chooses anew, else the address
  /// of the thread to switch to.
  var schedulerAction: UInt
  var currentThread: Reference<Thread>
  var idleThread: Reference<Thread>
  /// Whose floating-point registers the processor holds.
  var floatingPointOwner: Reference<Thread>?
  /// The highest priority that has ready threads; 0 if none has.
  var highestReady: UInt
  /// One bit for each priority that has ready threads.
  var readyBits0: UInt
  var readyBits1: UInt
  var readyBits2: UInt
  var readyBits3: UInt
  /// Steps of the current long operation since the last look for interrupts.
  var workUnits: UInt
  /// What is added to a physical address to get where the kernel sees it.
  var windowOffset: UInt
  /// The physical addresses of memory: from the first up to, not including, the second.
  var memoryStart: UInt
  var memoryEnd: UInt

  // What the hot paths index stands first: RISC-V reaches 2 KiB with one instruction.
  static var interruptStatesOffset: UInt { 256 }
  static var asidTableOffset: UInt { interruptStatesOffset &+ 256 }
  static var readyQueuesOffset: UInt { asidTableOffset &+ Limits.asidPools &* 8 }
  static var interruptSlotsOffset: UInt { readyQueuesOffset &+ Limits.priorityCount &* 16 }
  static var idleThreadOffset: UInt { interruptSlotsOffset &+ 256 &* 32 }
  static var size: UInt { idleThreadOffset &+ 2048 }
}

/// The kernel: every system call, fault and interrupt is a method on it, in the file of its concept.
///
/// It is a value of one word, so that the host can hold as many kernels as it has tests; on the target the
/// word is a constant address.
struct Microkernel {
  let state: Reference<KernelState>

  @inline(__always)
  var currentThread: Reference<Thread> {
    state.pointee.currentThread
  }

  @inline(__always)
  func readyQueue(_ priority: UInt8) -> Reference<ReadyQueue> {
    state.rebound(to: ReadyQueue.self, offset: KernelState.readyQueuesOffset).advanced(by: UInt(priority))
  }

  /// Whether a physical address is memory, and not a device's.
  func isMemory(_ physical: UInt) -> Bool {
    state.pointee.memoryStart <= physical && physical < state.pointee.memoryEnd
  }

  @inline(__always)
  func interruptState(_ number: UInt) -> Reference<InterruptState> {
    state.rebound(to: InterruptState.self, offset: KernelState.interruptStatesOffset).advanced(by: number)
  }

  /// The slot that holds the notification which interrupt `number` signals.
  @inline(__always)
  func interruptSlot(_ number: UInt) -> Reference<Slot> {
    state.rebound(to: Slot.self, offset: KernelState.interruptSlotsOffset).advanced(by: number)
  }

  /// The address of ASID pool `index`, or 0.
  @inline(__always)
  func asidPool(_ index: UInt) -> Reference<UInt> {
    state.rebound(to: UInt.self, offset: KernelState.asidTableOffset).advanced(by: index)
  }
}
