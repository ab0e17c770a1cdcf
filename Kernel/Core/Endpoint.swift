/// Where messages pass from one thread to another: who waits there, all of them to send or all to receive.
///
/// 16 bytes, as `seL4_EndpointBits` says.
struct Endpoint {
  enum State: UInt8 { case idle, sending, receiving }

  private var head: Reference<Thread>?
  /// The last thread's address, with the state in its low bits.
  private var tailAndState: UInt

  @inline(__always)
  var state: State { State(rawValue: UInt8(truncatingIfNeeded: tailAndState & 0b11)) ?? .idle }
  @inline(__always)
  var first: Reference<Thread>? { head }

  var queue: ThreadQueue {
    @inline(__always)
    get {
      let tail = tailAndState & ~0b11
      return ThreadQueue(head: head, tail: tail == 0 ? nil : Reference(address: tail))
    }
  }

  /// Takes the first thread out of the queue.
  @inline(__always)
  mutating func removeFirst(_ thread: Reference<Thread>) {
    head = thread.pointee.queueNext
    if let head { head.pointee.queuePrevious = nil } else { tailAndState = 0 }
  }

  /// Puts a thread that receives behind all others, none of which sends.
  @inline(__always)
  mutating func appendReceiver(_ thread: Reference<Thread>) {
    let tail = queue.tail
    thread.pointee.queuePrevious = tail
    thread.pointee.queueNext = nil
    if let tail { tail.pointee.queueNext = thread } else { head = thread }
    tailAndState = thread.address | UInt(State.receiving.rawValue)
  }

  /// A queue in the given state; an empty one is idle.
  @inline(__always)
  mutating func setQueue(_ queue: ThreadQueue, _ state: State) {
    head = queue.head
    tailAndState = queue.tail.map { $0.address | UInt(state.rawValue) } ?? 0
  }
}
