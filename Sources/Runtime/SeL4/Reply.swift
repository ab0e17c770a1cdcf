/// A reply capability that was kept with `Slot.saveCaller()`.
///
/// Manual, section 4.2.
public struct Reply: Capability {
  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// Replies to the call that was kept; the capability is used up.
  ///
  /// Corresponds to `seL4_Send` on it.
  @inline(__always)
  public func send(_ message: Message) {
    Endpoint(pointer).send(message)
  }
}
