import CSeL4

/// One interrupt.
///
/// Manual, section 8.1.
///
/// Corresponds to `seL4_IRQHandler`. Order: set the notification, acknowledge once, then wait; at each interrupt
/// clear its source in the device before acknowledging.
public struct IRQHandler: Capability {
  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// Signals `notification` at each interrupt.
  ///
  /// Corresponds to `seL4_IRQHandler_SetNotification`.
  ///
  /// - Throws: `invalidCapability` if it is no notification that may be signalled.
  public func setNotification(_ notification: Notification) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: notification.pointer)
    try invoke(SeL4_labelIRQSetIRQHandler, capabilities: 1)
  }

  /// Lets the next interrupt through.
  ///
  /// Corresponds to `seL4_IRQHandler_Ack`.
  ///
  /// - Throws: `invalidCapability` if the capability was taken away.
  @inline(__always)
  public func ack() throws(SeL4Error) {
    try invoke(SeL4_labelIRQAckIRQ)
  }

  /// Signals nobody any more.
  ///
  /// Corresponds to `seL4_IRQHandler_Clear`.
  public func clear() throws(SeL4Error) {
    try invoke(SeL4_labelIRQClearIRQHandler)
  }
}
