/// What the supervisor asks of a component: a word in its startup page that changes while it runs.
public struct ControlWord: BitwiseCopyable, Sendable, Equatable {
  /// The word as it stands in the page.
  public var rawValue: UInt64

  /// Takes the word as it stands in the page.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Nothing is asked.
  public static let run = ControlWord(rawValue: 0)
  /// Fault on purpose: touch ``StartupPage/crashAddress``.
  public static let crash = ControlWord(rawValue: 1)
  /// Note the cycle counter in ``StatisticsPage/scratch0`` at each wake-up, and add up in ``StatisticsPage/scratch1`` what
  /// passes from there to the next wait, for measuring: the boot image must allow reading it.
  public static let measure = ControlWord(rawValue: 2)
}
