/// The moment until which a caller is willing to wait.
public struct Deadline: Sendable {
  let instant: ContinuousClock.Instant?

  /// A wait without an end: for a person at a terminal only.
  public static let never = Deadline(instant: nil)

  /// A wait of at most `duration` from now on.
  public static func after(_ duration: Duration) -> Deadline { Deadline(instant: .now + duration) }

  /// Whether the moment is over.
  public var hasPassed: Bool {
    guard let instant else { return false }
    return .now >= instant
  }

  /// The earlier of two deadlines.
  public static func earlier(_ left: Deadline, _ right: Deadline) -> Deadline {
    guard let first = left.instant else { return right }
    guard let second = right.instant else { return left }
    return first < second ? left : right
  }

  /// What is left, in milliseconds rounded up, as `poll` counts it: −1 is without an end.
  var pollMilliseconds: Int32 {
    guard let instant else { return -1 }
    let left = ContinuousClock.Instant.now.duration(to: instant)
    guard left > .zero else { return 0 }
    let (seconds, attoseconds) = left.components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
