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

  /// Whether interrupts are asked for by the pin of an I/O APIC, and not by a number.
  public static var takesPins: Bool { SeL4_labelIRQIssueIRQHandlerIOAPIC != 0 }

  /// Makes a handler for what comes to a pin of an I/O APIC, and sets how the pin's line asks.
  ///
  /// Corresponds to `seL4_IRQControl_GetIOAPIC`.
  ///
  /// - Parameters:
  ///   - pin: from 0.
  ///   - controller: the I/O APIC, in the order in which firmware names them.
  ///   - trigger: how the line asks.
  ///   - isActiveLow: whether it is low while it asks, or falls.
  ///   - vector: of the caller's choice, 0 to 107, each once.
  ///   - slot: an empty one.
  /// - Throws: `revokeFirst` if the vector has a handler, `rangeError` if there is no such controller, pin or
  ///   vector, `deleteFirst` if the slot is taken.
  public func getPin(
    _ pin: Word, of controller: Word, trigger: InterruptTrigger, isActiveLow: Bool, vector: Word,
    into slot: Slot
  ) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: slot.root.pointer)
    IPCBuffer.setWord(4, to: trigger == .level ? 1 : 0)
    IPCBuffer.setWord(5, to: isActiveLow ? 1 : 0)
    IPCBuffer.setWord(6, to: vector)
    try invoke(
      SeL4_labelIRQIssueIRQHandlerIOAPIC, length: 7, capabilities: 1, slot.index,
      Word(truncatingIfNeeded: slot.depth) & 0xff, controller, pin)
  }
}

/// How an interrupt line asks.
public enum InterruptTrigger: Word, Sendable {
  /// For as long as the line is held.
  case level = 0
  /// Once, when the line changes.
  case edge = 1
}
