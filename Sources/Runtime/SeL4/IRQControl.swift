import CSeL4

/// The right to make handlers for interrupts.
///
/// Manual, section 8.1.
///
/// Corresponds to `seL4_IRQControl`.
public struct IRQControl: Capability {
  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// Makes a handler for interrupt `irq` in an empty slot.
  ///
  /// Corresponds to `seL4_IRQControl_Get`.
  ///
  /// - Throws: `revokeFirst` if the interrupt has a handler, `rangeError` if there is no such interrupt,
  ///   `deleteFirst` if the slot is taken.
  public func get(irq: Word, into slot: Slot) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: slot.root.pointer)
    try invoke(
      SeL4_labelIRQIssueIRQHandler, length: 3, capabilities: 1, irq, slot.index,
      Word(truncatingIfNeeded: slot.depth) & 0xff)
  }

  /// Makes a handler for interrupt `irq` and sets how the line asks.
  ///
  /// Corresponds to `seL4_IRQControl_GetTrigger`.
  ///
  /// - Throws: as `get(irq:into:)`.
  public func getTrigger(irq: Word, trigger: InterruptTrigger, into slot: Slot) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: slot.root.pointer)
    try invoke(
      SeL4_labelIRQIssueIRQHandlerTrigger, length: 4, capabilities: 1, irq, trigger.rawValue, slot.index,
      Word(truncatingIfNeeded: slot.depth) & 0xff)
  }
}

/// How an interrupt line asks.
public enum InterruptTrigger: Word, Sendable {
  /// For as long as the line is held.
  case level = 0
  /// Once, when the line changes.
  case edge = 1
}
