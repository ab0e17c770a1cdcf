public import Diagnostics

/// Typed values out of nodes; what is not of the type goes to the collector and comes back as `nil`.
///
/// Nothing here stops at a mistake, so that one reading tells them all. `what` names the value in messages and stands in
/// backticks there: `offset`.
public struct NodeDecoder {
  /// Takes what is wrong.
  public let collector: DiagnosticCollector

  /// A decoder that reports to a collector.
  public init(into collector: DiagnosticCollector) { self.collector = collector }

  /// Reports an error.
  public func refuse(
    _ code: DiagnosticCode, _ message: @autoclosure () -> String, at place: SourcePlace,
    notes: [Diagnostic.Note] = [], fix: @autoclosure () -> String? = nil
  ) {
    collector.add(Diagnostic(code, message(), at: place, notes: notes, fix: fix()))
  }

  /// The scalar of a node.
  ///
  /// - Parameters:
  ///   - node: what should be one value.
  ///   - what: its name for messages.
  ///   - example: what could stand there, for the fix.
  /// - Returns: the scalar, or `nil` after a report.
  public func scalar(_ node: YAMLNode, _ what: String, example: String? = nil) -> YAMLScalar? {
    switch node.content {
    case .scalar(let scalar) where !scalar.isEmpty: return scalar
    case .unreadable: return nil
    case .scalar:
      refuse(
        .missingKey, "\(what.quoted) has no value", at: node.place, fix: example.map { "for example `\($0)`" }
      )
    default:
      refuse(
        .wrongShape, "\(what.quoted) takes a single value, and this is \(node.shape)", at: node.place,
        fix: example.map { "for example `\($0)`" })
    }
    return nil
  }

  /// The text of a node, quoted or not.
  ///
  /// - Parameters:
  ///   - node: what should be text.
  ///   - what: its name for messages.
  /// - Returns: the text, or `nil` after a report.
  public func text(_ node: YAMLNode, _ what: String) -> Located<String>? {
    scalar(node, what).map { scalar in
      // A text after `|` or `>` ends with a line break that nobody means.
      Located(scalar.text.hasSuffix("\n") ? String(scalar.text.dropLast()) : scalar.text, at: node.place)
    }
  }

  /// A number: decimal, `0x…` or `0b…`, with `_` between digits where it helps.
  ///
  /// - Parameters:
  ///   - node: what should be a number.
  ///   - what: its name for messages.
  ///   - limit: the largest that is allowed.
  /// - Returns: the number, or `nil` after a report.
  public func number(_ node: YAMLNode, _ what: String, upTo limit: UInt64 = .max) -> Located<UInt64>? {
    guard let scalar = scalar(node, what, example: "\(what): 0x10") else { return nil }
    guard scalar.style == .plain else {
      refuse(
        .badNumber, "\(what.quoted) takes a number, and this is text", at: node.place,
        fix: "write it without quotes")
      return nil
    }
    guard let number = number(scalar.text, what, at: node.place) else { return nil }
    guard number <= limit else {
      refuse(.badNumber, "\(what.quoted) is \(number); the limit is \(limit)", at: node.place)
      return nil
    }
    return Located(number, at: node.place)
  }

  /// A small number, such as a count, an index or a priority.
  ///
  /// - Parameters:
  ///   - node: what should be a number.
  ///   - what: its name for messages.
  ///   - limit: the largest that is allowed.
  /// - Returns: the number, or `nil` after a report.
  public func smallNumber(_ node: YAMLNode, _ what: String, upTo limit: Int = 0x7fff_ffff) -> Located<Int>? {
    number(node, what, upTo: UInt64(max(0, limit)))?.map { Int($0) }
  }

  /// A count, an index or a size between two numbers that are included.
  func number(_ node: YAMLNode, _ what: String, from least: UInt64, to limit: UInt64) -> Located<UInt64>? {
    guard let number = number(node, what, upTo: limit) else { return nil }
    guard number.value >= least else {
      refuse(.badNumber, "\(what.quoted) is \(number.value); the least is \(least)", at: node.place)
      return nil
    }
    return number
  }

  /// A whole number that may be negative.
  func signedNumber(_ node: YAMLNode, _ what: String) -> Located<Int64>? {
    guard let scalar = scalar(node, what, example: "\(what): -40") else { return nil }
    return signedNumber(scalar.text[...], what, at: node.place).map { Located($0, at: node.place) }
  }

  private func signedNumber(_ text: Substring, _ what: String, at place: SourcePlace) -> Int64? {
    let isNegative = text.hasPrefix("-")
    guard let magnitude = number(isNegative ? text.dropFirst() : text, what, at: place) else { return nil }
    if isNegative, magnitude == 1 << 63 { return .min }
    guard let value = Int64(exactly: magnitude) else {
      refuse(.badNumber, "\(String(text).quoted) does not fit into 64 bits with a sign", at: place)
      return nil
    }
    return isNegative ? -value : value
  }

  /// `125/2`, or a whole number that may be negative.
  func ratio(_ node: YAMLNode, _ what: String) -> Located<(numerator: Int64, denominator: Int64)>? {
    guard let scalar = scalar(node, what, example: "\(what): 125/2") else { return nil }
    let parts = scalar.text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    var numbers: [Int64] = []
    for part in parts {
      guard let number = signedNumber(part.trimmed, what, at: node.place) else { return nil }
      numbers.append(number)
    }
    return Located((numbers[0], numbers.count > 1 ? numbers[1] : 1), at: node.place)
  }

  /// `true` or `false`.
  func flag(_ node: YAMLNode, _ what: String) -> Located<Bool>? {
    guard let scalar = scalar(node, what, example: "\(what): true") else { return nil }
    switch scalar.text {
    case "true": return Located(true, at: node.place)
    case "false": return Located(false, at: node.place)
    default:
      refuse(
        .unknownChoice, "\(scalar.text.quoted) is no \(what.quoted)", at: node.place,
        fix: "use `true` or `false`")
      return nil
    }
  }

  func number(_ text: some StringProtocol, _ what: String, at place: SourcePlace) -> UInt64? {
    do {
      return try NumberText.number(text)
    } catch {
      let written = String(text)
      switch error {
      case .notANumber:
        refuse(
          .badNumber, "\(written.quoted) is not a number", at: place,
          fix: "write it in decimal, as 0x… or as 0b…")
      case .leadingZero:
        refuse(
          .badNumber, "\(written.quoted) begins with a zero, which some read as octal", at: place,
          fix: "leave the zero out, or write 0x…")
      case .tooLarge:
        refuse(.badNumber, "\(written.quoted) does not fit into 64 bits", at: place)
      }
      return nil
    }
  }

  /// A range such as `50...4000000`, both ends included.
  ///
  /// - Parameters:
  ///   - node: what should be a range.
  ///   - what: its name for messages.
  /// - Returns: the range, or `nil` after a report.
  public func range(_ node: YAMLNode, _ what: String) -> Located<ClosedRange<UInt64>>? {
    guard let scalar = scalar(node, what, example: "\(what): 50...4000000") else { return nil }
    let text = scalar.text
    guard let dots = text.firstRange(ofDots: 3) else {
      refuse(
        .badRange, "\(text.quoted) is not a range", at: node.place, fix: "write the ends as `50...4000000`")
      return nil
    }
    guard let low = number(text[..<dots.lowerBound].trimmed, what, at: node.place),
      let high = number(text[dots.upperBound...].trimmed, what, at: node.place)
    else { return nil }
    guard low <= high else {
      refuse(
        .badRange, "the range \(text.quoted) is empty: \(low) is above \(high)", at: node.place,
        fix: "write `\(high)...\(low)`")
      return nil
    }
    return Located(low...high, at: node.place)
  }

  /// One of the words of a type.
  ///
  /// - Parameters:
  ///   - node: what should be one of the words.
  ///   - what: its name for messages.
  ///   - type: the words and what they mean.
  /// - Returns: what the word means, or `nil` after a report.
  public func choice<Choice: CaseIterable & RawRepresentable>(
    _ node: YAMLNode, _ what: String, as type: Choice.Type = Choice.self
  ) -> Located<Choice>? where Choice.RawValue == String {
    let words = Choice.allCases.map(\.rawValue)
    guard let scalar = scalar(node, what, example: words.first.map { "\(what): \($0)" }) else { return nil }
    guard let choice = Choice(rawValue: scalar.text) else {
      refuse(
        .unknownChoice, "\(scalar.text.quoted) is no \(what.quoted)", at: node.place,
        fix: Suggestion.fix(for: scalar.text, among: words))
      return nil
    }
    return Located(choice, at: node.place)
  }

  /// The items of a list.
  ///
  /// - Parameters:
  ///   - node: what should be a list.
  ///   - what: its name for messages.
  /// - Returns: the items, or `nil` after a report.
  public func list(_ node: YAMLNode, _ what: String) -> [YAMLNode]? {
    switch node.content {
    case .sequence(let items): return items
    case .unreadable: return nil
    default:
      refuse(
        .wrongShape, "\(what.quoted) takes a list, and this is \(node.shape)", at: node.place,
        fix: "write `[first, second]`, or one item a line after `- `")
      return nil
    }
  }

  /// The items of a list, or one value as a list of itself.
  ///
  /// - Parameters:
  ///   - node: a list or a value.
  ///   - what: its name for messages.
  /// - Returns: the items, or `nil` after a report.
  public func oneOrMore(_ node: YAMLNode, _ what: String) -> [YAMLNode]? {
    switch node.content {
    case .sequence(let items):
      if items.isEmpty { refuse(.wrongShape, "\(what.quoted) names nothing", at: node.place) }
      return items
    case .scalar: return [node]
    case .unreadable: return nil
    case .mapping:
      refuse(
        .wrongShape, "\(what.quoted) takes a name or a list of names, and this is a mapping", at: node.place)
      return nil
    }
  }

  /// The entries of a mapping whose keys are the author's own names.
  ///
  /// - Parameters:
  ///   - node: what should be a mapping.
  ///   - what: its name for messages.
  /// - Returns: the entries in source order, or `nil` after a report.
  public func entries(_ node: YAMLNode, _ what: String) -> [YAMLEntry]? {
    switch node.content {
    case .mapping(let entries): return entries
    case .unreadable: return nil
    default:
      refuse(
        .wrongShape, "\(what.quoted) takes a mapping, and this is \(node.shape)", at: node.place,
        fix: "write `NAME: value` lines below it")
      return nil
    }
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: SubSequence {
    var rest = self[startIndex..<endIndex]
    while rest.first == " " { rest = rest.dropFirst() }
    while rest.last == " " { rest = rest.dropLast() }
    return rest
  }
}

extension String {
  /// Where `count` dots follow each other first.
  func firstRange(ofDots count: Int) -> Range<Index>? {
    var run = 0
    var index = startIndex
    while index < endIndex {
      run = self[index] == "." ? run + 1 : 0
      index = self.index(after: index)
      if run == count { return self.index(index, offsetBy: -count)..<index }
    }
    return nil
  }
}
