import CSeL4

/// A word of signals.
///
/// Manual, chapter 5.
///
/// Corresponds to a notification capability.
public struct Notification: Capability {
  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// Ors the capability's badge into the word and wakes a waiter.
  ///
  /// Corresponds to `seL4_Signal`.
  @inline(__always)
  public func signal() {
    SystemCall.sendEmpty(SystemCall.send, to: pointer)
  }

  /// Waits until the word is not 0, takes and clears it.
  ///
  /// Corresponds to `seL4_Wait`.
  @inline(__always)
  public func wait() -> Word { take(waiting: true) }

  /// Takes and clears the word; 0 if nothing was signalled.
  ///
  /// Corresponds to `seL4_Poll`.
  @inline(__always)
  public func poll() -> Word { take(waiting: false) }

  /// Takes and clears the word, and waits until it is not 0 if it may.
  ///
  /// Corresponds to `seL4_Wait` or `seL4_Poll`, as the program decides while it runs.
  @inline(__always)
  public func take(waiting: Bool) -> Word {
    SystemCall.receive(waiting ? SystemCall.recv : SystemCall.nbRecv, from: pointer).badge
  }
}
