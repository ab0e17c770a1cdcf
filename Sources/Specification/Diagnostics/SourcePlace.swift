/// A stretch of one line of a file that a diagnostic can point at.
public struct SourcePlace: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column in characters, from 1.
  public var column: Int
  /// How many characters the stretch covers on its line; at least 1.
  public var length: Int

  /// Takes each part as it is.
  public init(line: Int, column: Int, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = max(1, length)
  }
}

extension SourcePlace: Comparable {
  /// Source order.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
