/// Where messages pass from one thread to another: who waits there, all of them to send or
/// all to receive.
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

  /// A queue in the given state; an empty one is idle.
  @inline(__always)
  mutating func setQueue(_ queue: ThreadQueue, _ state: State) {
    head = queue.head
    tailAndState = queue.tail.map { $0.address | UInt(state.rawValue) } ?? 0
  }
}
