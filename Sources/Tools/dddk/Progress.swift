import HostProcess
import Synchronization

/// Which step of how many a command is at: `[3/7] building console …` on standard error.
final class Progress: Sendable {
  private let total: Int
  private let done = Mutex(0)
  private let isSilent: Bool

  init(steps total: Int, isSilent: Bool = false) {
    self.total = total
    self.isSilent = isSilent
  }

  /// Says that a step begins.
  func begin(_ step: String) {
    done.withLock { done in
      done += 1
      if !isSilent { say(Paint.errors("[\(done)/\(total)]", .dim) + " \(step) …") }
    }
  }
}
