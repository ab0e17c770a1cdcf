/// The bits of the word that a component receives from its notification.
///
/// Each source of signals has one bit; signals that arrive while the component runs are joined by "or", so a
/// set bit says "at least once since the last wait".
public struct NotificationBadge: OptionSet, Sendable {
  /// The word as the kernel delivers it.
  public var rawValue: UInt

  /// Takes the word as the kernel delivers it.
  @inlinable
  public init(rawValue: UInt) { self.rawValue = rawValue }

  /// The bit number of interrupt 0; seven more follow.
  public static let firstInterruptBit: UInt32 = 0
  /// The bit number of channel 0; seven more follow.
  public static let firstChannelBit: UInt32 = 8
  /// The bit number of the supervisor: the control word changed, or a log line is waiting.
  public static let controlBit: UInt32 = 16
  /// The bit number kept for a timer.
  public static let timerBit: UInt32 = 17

  /// The supervisor changed the control word, or has a log line for a component that reads the log.
  public static let control = NotificationBadge(rawValue: 1 << 16)
  /// Kept for a timer.
  public static let timer = NotificationBadge(rawValue: 1 << 17)

  /// The bit of interrupt `index`, which is below ``ComponentLimit/interrupts``.
  @inlinable
  public static func interrupt(_ index: Int) -> NotificationBadge {
    NotificationBadge(rawValue: 1 &<< UInt(truncatingIfNeeded: index))
  }

  /// The bit of channel `index`, which is below ``ComponentLimit/channels``.
  @inlinable
  public static func channel(_ index: Int) -> NotificationBadge {
    NotificationBadge(rawValue: 0x100 &<< UInt(truncatingIfNeeded: index))
  }
}
