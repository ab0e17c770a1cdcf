/// Threads that wait for the same thing, first come first.
///
/// The links stand in the threads.
struct ThreadQueue {
  var head: Reference<Thread>?
  var tail: Reference<Thread>?

  mutating func append(_ thread: Reference<Thread>) {
    thread.pointee.queuePrevious = tail
    thread.pointee.queueNext = nil
    if let tail { tail.pointee.queueNext = thread } else { head = thread }
    tail = thread
  }

  mutating func remove(_ thread: Reference<Thread>) {
    let previous = thread.pointee.queuePrevious
    let next = thread.pointee.queueNext
    if let previous { previous.pointee.queueNext = next } else { head = next }
    if let next { next.pointee.queuePrevious = previous } else { tail = previous }
  }
}
