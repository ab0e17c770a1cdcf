import Glibc

/// What all programs together used that this one started and waited for.
public struct ChildUsage: Sendable {
  /// Seconds of processor time in the programs themselves.
  public let userSeconds: Double
  /// Seconds of processor time in all, with what the system did for them.
  public let seconds: Double
  /// The most memory that one of them had, in bytes.
  public let peakBytes: Int

  /// What was used up to now.
  public static func current() -> ChildUsage {
    var usage = rusage()
    // Safety: `usage` is a local variable of the type that getrusage fills in.
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
    return ChildUsage(
      userSeconds: seconds(usage.ru_utime), seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakBytes: usage.ru_maxrss * 1024)
  }
}
