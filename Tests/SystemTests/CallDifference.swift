/// Where two runners of the contract differ, made as short as it can be.
struct CallDifference: Equatable {
  /// The calls, as lines that both can make.
  let calls: [String]
  /// Whether the runners differ as well where the calls are given one by one, so that some could be left out.
  var isShortest = true
  /// What each saw after the last call.
  let first: String
  let second: String

  /// For a report.
  var text: String {
    """
    \(calls.count) calls \(isShortest ? "are the shortest sequence that differs" : "differ, but not one by one"):
    \(calls.joined(separator: "\n"))
    one saw:   \(first)
    other saw: \(second)
    """
  }

  /// The difference in one episode of random calls, or nil where there is none.
  static func inEpisode(
    _ number: Int, seed: UInt, of one: ContractRunner, and other: ContractRunner
  ) throws -> CallDifference? {
    let mine = try one.episode(seed: seed, number: number)
    let theirs = try other.episode(seed: seed, number: number)
    guard let place = zip(mine, theirs).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset
    else { return nil }
    // All calls up to the one after which they first differ; on both sides the lines before it are the same.
    let calls = mine[...place].filter { $0.hasPrefix("call ") }
    return try shortest(calls, of: one, and: other)
      ?? CallDifference(calls: calls, isShortest: false, first: mine[place], second: theirs[place])
  }

  /// Leaves out calls, many at first and then one by one, for as long as the runners still differ.
  static func shortest(
    _ calls: [String], of one: ContractRunner, and other: ContractRunner
  ) throws -> CallDifference? {
    guard var best = try difference(calls, of: one, and: other) else { return nil }
    var size = max(1, best.calls.count / 2)
    while true {
      var isShorter = false
      var start = 0
      while start < best.calls.count {
        var fewer = best.calls
        fewer.removeSubrange(start..<min(start + size, fewer.count))
        if !fewer.isEmpty, let found = try difference(fewer, of: one, and: other) {
          best = found
          isShorter = true
        } else {
          start += size
        }
      }
      if size == 1, !isShorter { return best }
      size = max(1, size / 2)
    }
  }

  /// What two runners see of the same calls, up to the first that differs.
  private static func difference(
    _ calls: [String], of one: ContractRunner, and other: ContractRunner
  ) throws -> CallDifference? {
    let mine = try one.make(calls).filter { !$0.hasPrefix("call ") }
    let theirs = try other.make(calls).filter { !$0.hasPrefix("call ") }
    for index in calls.indices {
      let first = index < mine.count ? mine[index] : "nothing"
      let second = index < theirs.count ? theirs[index] : "nothing"
      if first != second {
        return CallDifference(calls: Array(calls[...index]), first: first, second: second)
      }
    }
    return nil
  }
}
