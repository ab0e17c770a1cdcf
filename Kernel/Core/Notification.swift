/// A word of signals, and who waits for it.
///
/// 32 bytes, as `seL4_NotificationBits` says.
struct Notification {
  enum State: UInt8 { case idle, waiting, active }

  /// The one thread that takes signals also while it waits at an endpoint.
  var boundThread: Reference<Thread>?
  /// The signals' badges, or-ed, while active.
  var badge: UInt
  private var head: Reference<Thread>?
  private var tailAndState: UInt

  @inline(__always)
  var state: State { State(rawValue: UInt8(truncatingIfNeeded: tailAndState & 0b11)) ?? .idle }
  @inline(__always)
  var first: Reference<Thread>? { head }

  var queue: ThreadQueue {
    let tail = tailAndState & ~0b11
    return ThreadQueue(head: head, tail: tail == 0 ? nil : Reference(address: tail))
  }

  /// Takes the first waiting thread out of the queue.
  @inline(__always)
  mutating func removeFirst(_ thread: Reference<Thread>) {
    head = thread.pointee.queueNext
    if let head { head.pointee.queuePrevious = nil } else { tailAndState = 0 }
  }

  /// A queue of waiting threads; an empty one is idle.
  mutating func setQueue(_ queue: ThreadQueue) {
    head = queue.head
    tailAndState = queue.tail.map { $0.address | UInt(State.waiting.rawValue) } ?? 0
  }

  /// Keeps a signal that nobody waits for.
  @inline(__always)
  mutating func activate(_ badge: UInt) {
    self.badge = badge
    tailAndState = UInt(State.active.rawValue)
  }

  /// Takes the signals that were kept.
  mutating func take() -> UInt {
    tailAndState = 0
    return badge
  }
}
