/// How often a component may crash without having got anywhere.
///
/// A component's progress counter is its own word for it. One that lies is restarted more often than it
/// deserves, and nothing worse.
struct CrashBound: BitwiseCopyable {
  /// Crashes in a row, without progress between them, after which a component is held down.
  static let limit = 5

  /// Crashes since there was progress.
  private(set) var crashesWithoutProgress = 0
  /// The progress counter at the last crash.
  private var progress: UInt64 = 0

  /// Counts a crash; says whether the component may be started again.
  ///
  /// - Parameter now: the component's progress counter.
  /// - Returns: whether fewer than `limit` crashes in a row came without progress.
  mutating func mayRestart(progress now: UInt64) -> Bool {
    crashesWithoutProgress = now == progress ? crashesWithoutProgress + 1 : 1
    progress = now
    return crashesWithoutProgress < Self.limit
  }

  /// Forgets all crashes: somebody asked for a new start.
  mutating func forget() {
    crashesWithoutProgress = 0
  }
}
