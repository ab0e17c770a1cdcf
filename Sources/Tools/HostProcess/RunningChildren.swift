import Glibc
import Synchronization

/// The children that must not outlive this program when a signal ends it.
enum RunningChildren {
  /// How many children at a time a signal takes along; the kit starts a handful.
  static let limit = 64
  /// Process numbers, 0 where a place is free: a signal handler reads them, so there is no lock.
  private static let places = InlineArray<64, Atomic<Int32>> { _ in Atomic(0) }

  static func add(_ child: Int32) {
    for index in 0..<limit
    where places[index].compareExchange(expected: 0, desired: child, ordering: .relaxed).exchanged { return }
  }

  static func remove(_ child: Int32) {
    for index in 0..<limit
    where places[index].compareExchange(expected: child, desired: 0, ordering: .relaxed).exchanged { return }
  }

  static func stopAll() {
    for index in 0..<limit {
      let child = places[index].load(ordering: .relaxed)
      if child > 0 { kill(child, SIGTERM) }
    }
  }
}
