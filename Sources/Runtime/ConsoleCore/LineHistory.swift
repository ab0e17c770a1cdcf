/// The last lines that were entered, to be called back.
struct LineHistory: ~Copyable {
  /// How many lines are kept.
  static let depth = 8

  private var lines: [2048 of UInt8] = InlineArray(repeating: 0)
  private var counts: [8 of Int] = InlineArray(repeating: 0)
  /// How many lines were ever added.
  private var added = 0
  /// How many lines back the one called back is; 0 for the line that is being typed.
  private var depthShown = 0

  /// Keeps a line, unless it is empty or the same as the last.
  mutating func add(_ line: borrowing Span<UInt8>) {
    depthShown = 0
    guard line.count > 0, !isLast(line) else { return }
    let place = added % Self.depth
    for index in 0..<line.count { lines[place * LineEditor.capacity + index] = line[index] }
    counts[place] = line.count
    added += 1
  }

  /// Goes back to the line that is being typed.
  mutating func leave() { depthShown = 0 }

  /// Goes one line back or forth; false where there is none.
  mutating func move(older: Bool) -> Bool {
    let next = depthShown + (older ? 1 : -1)
    guard next >= 0, next <= min(added, Self.depth) else { return false }
    depthShown = next
    return true
  }

  /// Copies the line called back, and says how long it is: 0 for a new line.
  mutating func copy(into line: inout [256 of UInt8]) -> Int {
    guard depthShown > 0 else { return 0 }
    let place = (added - depthShown) % Self.depth
    for index in 0..<counts[place] { line[index] = lines[place * LineEditor.capacity + index] }
    return counts[place]
  }

  private mutating func isLast(_ line: borrowing Span<UInt8>) -> Bool {
    guard added > 0 else { return false }
    let place = (added - 1) % Self.depth
    guard counts[place] == line.count else { return false }
    for index in 0..<line.count where lines[place * LineEditor.capacity + index] != line[index] {
      return false
    }
    return true
  }
}
