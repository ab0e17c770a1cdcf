import Testing

/// The search for the shortest sequence that differs, on runners that are made up.
@Suite struct CallDifferenceTests {
  /// Tells the number of each call, and behind the last of `needed`, once all of them were made, something else.
  final class MadeUpRunner: ContractRunner {
    let needed: [Int]
    /// Whether an episode shows something that its calls do not show one by one.
    let differsAsAWhole: Bool
    private(set) var runs = 0

    init(needed: [Int] = [], differsAsAWhole: Bool = false) {
      self.needed = needed
      self.differsAsAWhole = differsAsAWhole
    }

    func blocks(seed: UInt, first: Int, count: Int) throws -> [String] { [] }

    func episode(seed: UInt, number: Int) throws -> [String] {
      try make((0..<100).map { "call \($0)" }) + (differsAsAWhole ? ["  other"] : ["  the same"])
    }

    func make(_ calls: [String]) throws -> [String] {
      runs += 1
      var missing = needed[...]
      var lines: [String] = []
      for call in calls {
        let number = Int(call.dropFirst(5))
        if number == missing.first {
          missing = missing.dropFirst()
          lines += [call, missing.isEmpty ? "  other" : "  \(call)"]
        } else {
          lines += [call, "  \(call)"]
        }
      }
      return lines
    }
  }

  @Test("what has no part in a difference is left out")
  func shortestSequence() throws {
    let one = MadeUpRunner()
    let other = MadeUpRunner(needed: [3, 41, 77])
    let difference = try #require(try CallDifference.inEpisode(0, seed: 1, of: one, and: other))
    #expect(difference.calls == ["call 3", "call 41", "call 77"])
    #expect(difference.second == "  other")
    // Halves first: far fewer tries than there are subsets.
    #expect(other.runs < 200)
  }

  @Test("what differs as a whole alone is told as a whole")
  func wholeSequence() throws {
    let difference = try #require(
      try CallDifference.inEpisode(
        0, seed: 1, of: MadeUpRunner(), and: MadeUpRunner(differsAsAWhole: true)))
    #expect(!difference.isShortest)
    #expect(difference.calls.count == 100)
    #expect(difference.second == "  other")
  }

  @Test("where nothing differs there is no difference")
  func noDifference() throws {
    #expect(try CallDifference.inEpisode(0, seed: 1, of: MadeUpRunner(), and: MadeUpRunner()) == nil)
  }
}
