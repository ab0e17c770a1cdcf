/// What a line asks the console to do.
public enum Command: Equatable, Sendable {
  /// An empty line.
  case nothing
  /// List the commands.
  case help
  /// List the components.
  case components
  /// Show counters: of all components, or of the one whose name stands in the range.
  case stats(name: Range<Int>)
  /// Make the component whose name stands in the range fault, this many times.
  case crash(name: Range<Int>, count: UInt64)
  /// Start the component whose name stands in the range.
  case start(name: Range<Int>)
  /// Measure.
  case bench
  /// List every grant.
  case explain
  /// What is in use and what is left.
  case resources
  /// Write the text in the range.
  case echo(text: Range<Int>)
  /// Write the next bytes as they come, this many of them.
  case cat(count: UInt64)
  /// Take this many bytes and write only how many arrived and their sum.
  case sink(count: UInt64)
  /// End the run.
  case quit
  /// The command is known, but not what follows it: how to write it.
  case malformed(CommandName)
  /// No such command; the one that was meant, perhaps.
  case unknown(CommandName?)

  /// Reads a line.
  public init(_ line: borrowing Span<UInt8>) {
    let word = line.word(from: 0)
    guard !word.isEmpty else {
      self = .nothing
      return
    }
    guard let name = CommandName.allCases.first(where: { line.holds($0.text, in: word) }) else {
      self = .unknown(CommandName.closest(to: line.extracting(word)))
      return
    }
    let argument = line.word(from: word.upperBound)
    let second = line.word(from: argument.upperBound)
    let isAlone = second.isEmpty
    switch name {
    case .help where argument.isEmpty: self = .help
    case .components where argument.isEmpty: self = .components
    case .stats where isAlone: self = .stats(name: argument)
    case .crash where isAlone && !argument.isEmpty: self = .crash(name: argument, count: 1)
    case .crash where line.word(from: second.upperBound).isEmpty:
      if let count = line.number(in: second) {
        self = .crash(name: argument, count: count)
      } else {
        self = .malformed(name)
      }
    case .start where isAlone && !argument.isEmpty: self = .start(name: argument)
    case .bench where argument.isEmpty: self = .bench
    case .explain where argument.isEmpty: self = .explain
    case .resources where argument.isEmpty: self = .resources
    case .echo: self = .echo(text: argument.lowerBound..<line.count)
    case .cat where isAlone:
      if let count = line.number(in: argument) { self = .cat(count: count) } else { self = .malformed(name) }
    case .sink where isAlone:
      if let count = line.number(in: argument) { self = .sink(count: count) } else { self = .malformed(name) }
    case .quit where argument.isEmpty: self = .quit
    default: self = .malformed(name)
    }
  }
}
