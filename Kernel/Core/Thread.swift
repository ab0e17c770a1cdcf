/// A thread of a component: its registers, what it runs in and what it waits for.
///
/// It fits in `2^seL4_TCBBits` bytes. Zeroed memory is a thread that never ran but for its processor state,
/// time slice and slots, which `initialise` sets.
struct Thread {
  enum State: UInt8 {
    case inactive, running, restart, blockedOnReceive, blockedOnSend, blockedOnReply
    case blockedOnNotification, idle
  }

  // The slots stand first, so that a zombie's slots begin at the object's address.
  var cspace: Slot
  var vspace: Slot
  /// The master of the capabilities with which this thread can be answered.
  var reply: Slot
  /// The right to answer the thread that called this one.
  var caller: Slot
  var ipcBufferFrame: Slot

  /// At least `Register.count` words; the trap entry saves to here.
  ///
  /// Read and written through `Reference<Thread>[_:]`.
  private var registers: InlineArray<37, UInt>
  private var padding: UInt
  /// As many floating-point registers as the processor with the most has: 32 of 16 bytes, status and control.
  private var floatingPoint: InlineArray<66, UInt>

  var state: State
  /// Whether the thread stands in its priority's ready queue.
  var isQueued: Bool
  /// What the thread's blocked message or reception may do.
  var blockedCanGrant: Bool
  var blockedCanGrantReply: Bool
  var blockedIsCall: Bool
  var flags: UInt8
  var priority: UInt8
  /// The highest priority that this thread may give.
  var maximumPriority: UInt8
  var timeSlice: UInt

  var blockedBadge: UInt
  /// The address of the endpoint or notification that the thread waits at.
  var blockedObject: UInt

  var boundNotification: Reference<Notification>?
  var fault: Fault
  /// Why the thread's capability fault happened.
  var lookupFailure: LookupFailure
  /// The address, in the thread's own CSpace, of the endpoint that is told of its faults.
  var faultHandler: UInt
  var ipcBufferAddress: UInt

  var readyNext: Reference<Thread>?
  var readyPrevious: Reference<Thread>?
  var queueNext: Reference<Thread>?
  var queuePrevious: Reference<Thread>?

  static var slotCount: UInt { 5 }
  /// Where the registers stand in a thread; the trap entry's assembly has the same numbers
  /// (Kernel/Entry/include/CKernelEntry.h), and a test holds them against `MemoryLayout`.
  static var registersOffset: UInt { 160 }
  static var floatingPointOffset: UInt { 464 }

  /// Corresponds to `seL4_TCBFlag_fpuDisabled`.
  static var floatingPointDisabled: UInt8 { 1 }

  /// Whether the scheduler may choose the thread.
  ///
  /// Corresponds to `isRunnable`.
  @inline(__always)
  var isRunnable: Bool { state == .running || state == .restart }
}

extension Reference<Thread> {
  @inline(__always)
  subscript(register: Register) -> UInt {
    get { word(Thread.registersOffset &+ UInt(bitPattern: register.rawValue) &* 8).pointee }
    nonmutating set {
      word(Thread.registersOffset &+ UInt(bitPattern: register.rawValue) &* 8).pointee = newValue
    }
  }

  @inline(__always)
  private func word(_ offset: UInt) -> Reference<UInt> { rebound(to: UInt.self, offset: offset) }

  @inline(__always)
  var cspaceSlot: Reference<Slot> { slot(0) }
  var vspaceSlot: Reference<Slot> { slot(1) }
  @inline(__always)
  var replySlot: Reference<Slot> { slot(2) }
  @inline(__always)
  var callerSlot: Reference<Slot> { slot(3) }
  var ipcBufferSlot: Reference<Slot> { slot(4) }

  @inline(__always)
  func slot(_ index: UInt) -> Reference<Slot> {
    rebound(to: Slot.self, offset: index &* 32)
  }

  /// Makes a thread of zeroed memory.
  func initialise() {
    initialiseRegisters()
    pointee.timeSlice = Limits.timeSlice
  }

  /// Corresponds to `isStopped`: a thread that TCB_Resume starts again.
  var isStopped: Bool {
    switch pointee.state {
    case .inactive, .blockedOnReceive, .blockedOnSend, .blockedOnNotification, .blockedOnReply: true
    case .running, .restart, .idle: false
    }
  }
}
