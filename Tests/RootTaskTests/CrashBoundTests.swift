import Testing

@testable import root_task

@Suite("how often a component may crash")
struct CrashBoundTests {
  /// Whether each of some crashes, by the progress counter at it, leaves the component alive.
  private func outcomes(_ bound: inout CrashBound, _ counters: some Sequence<UInt64>) -> [Bool] {
    var outcomes: [Bool] = []
    for counter in counters { outcomes.append(bound.mayRestart(progress: counter)) }
    return outcomes
  }

  @Test("crashes without progress end at the bound, and somebody's word starts anew")
  func withoutProgress() {
    var bound = CrashBound()
    let expected = [Bool](repeating: true, count: CrashBound.limit - 1) + [false]
    let first = outcomes(&bound, repeatElement(7, count: CrashBound.limit))
    #expect(first == expected)
    bound.forget()
    let second = outcomes(&bound, repeatElement(7, count: CrashBound.limit))
    #expect(second == expected)
  }

  @Test("crashes with progress between them never end")
  func withProgress() {
    var bound = CrashBound()
    // A counter that goes back is another value, too: the component's memory is its own.
    let all = outcomes(&bound, Array(1...1000) + [3, 4, 3])
    #expect(!all.contains(false))
  }
}
