/// One interrupt that a component may handle.
public struct InterruptGrant: BitwiseCopyable, Sendable, Equatable {
  /// The slot of the IRQ handler, see ``ComponentSlot/interrupt(_:)``.
  public var slot: UInt32
  /// The bit number in ``NotificationBadge`` that a signal sets.
  public var badgeBit: UInt32
  /// How the device signals.
  public var trigger: Trigger
  /// The number as the interrupt controller counts (an SPI of a device tree plus 32), for reports.
  public var number: UInt32

  /// How a device signals an interrupt.
  ///
  /// Corresponds to the last argument of `seL4_IRQControl_GetTrigger`.
  public struct Trigger: BitwiseCopyable, Sendable, Equatable {
    /// 0 for level, 1 for edge.
    public var rawValue: UInt32

    /// The line stays active until the source is cleared.
    public static let level = Trigger(rawValue: 0)
    /// The line's rising edge counts.
    public static let edge = Trigger(rawValue: 1)
  }

  /// A grant with all its parts.
  public init(slot: UInt32 = 0, badgeBit: UInt32 = 0, trigger: Trigger = .level, number: UInt32 = 0) {
    self.slot = slot
    self.badgeBit = badgeBit
    self.trigger = trigger
    self.number = number
  }
}
