/// Swift source that grows line by line, indented as swift-format does it.
struct SwiftText {
  /// No line of generated text is longer, but where one word is.
  static let lineLength = 110

  private(set) var text = ""
  private var depth = 0
  private var endsWithBlank = true

  /// Adds a line.
  mutating func line(_ line: String) {
    text += String(repeating: " ", count: depth * 2) + line + "\n"
    endsWithBlank = false
  }

  /// Adds a blank line, but no second one, and none at the start of a block.
  mutating func blank() {
    if !endsWithBlank { text += "\n" }
    endsWithBlank = true
  }

  /// Adds a block: a head, a body one step further in, and a closing brace.
  mutating func block(_ head: String, _ body: (inout SwiftText) -> Void) {
    line("\(head) {")
    indented(body)
    line("}")
  }

  /// Adds a block, on one line where its body is one line that fits.
  mutating func shortBlock(_ head: String, _ body: String) {
    let whole = "\(head) { \(body) }"
    if depth * 2 + whole.count <= Self.lineLength {
      line(whole)
    } else {
      block(head) { $0.line(body) }
    }
  }

  /// Whether a line is not too long here.
  func fits(_ line: String) -> Bool { depth * 2 + line.count <= Self.lineLength }

  /// Adds lines one step further in.
  mutating func indented(_ body: (inout SwiftText) -> Void) {
    depth += 1
    endsWithBlank = true
    body(&self)
    depth -= 1
    endsWithBlank = false
  }

  /// Adds a call: on one line, or its arguments each on a line of its own.
  mutating func call(_ head: String, _ arguments: [String], _ tail: String = "") {
    let whole = "\(head)(\(arguments.joined(separator: ", ")))\(tail)"
    if depth * 2 + whole.count <= Self.lineLength { return line(whole) }
    line("\(head)(")
    let hasBlock = tail.hasPrefix(" {") || tail.hasSuffix(" {")
    indented {
      for (index, argument) in arguments.enumerated() {
        let end = index < arguments.count - 1 ? "," : hasBlock ? "" : ")\(tail)"
        $0.argument(argument, end)
      }
    }
    if hasBlock { line(")\(tail)") }
  }

  /// Adds an argument of a call; a collection that is too long for its line has its elements each on their own.
  private mutating func argument(_ text: String, _ end: String) {
    guard depth * 2 + text.count + end.count > Self.lineLength, text.hasSuffix("]"),
      let start = text.firstIndex(of: "[")
    else { return line(text + end) }
    line(String(text[...start]))
    let elements = text[text.index(after: start)...].dropLast()
    indented { out in
      var element = ""
      var depth = 0
      for character in elements {
        if "([".contains(character) { depth += 1 }
        if ")]".contains(character) { depth -= 1 }
        if character == ",", depth == 0 {
          out.line(element + ",")
          element = ""
        } else if !(character == " " && element.isEmpty) {
          element.append(character)
        }
      }
      out.line(element + ",")
    }
    line("]\(end)")
  }

  /// Adds a documentation comment: a summary that stands alone, then paragraphs.
  mutating func documentation(_ summary: String, _ paragraphs: [String] = []) {
    comment(summary, mark: "///")
    for paragraph in paragraphs where !paragraph.isEmpty {
      line("///")
      for part in paragraph.split(separator: "\n") { comment(String(part), mark: "///") }
    }
  }

  /// Adds a comment, broken between words.
  mutating func comment(_ text: String, mark: String = "//") {
    var current = ""
    for word in text.split(separator: " ") {
      if !current.isEmpty, depth * 2 + mark.count + 1 + current.count + 1 + word.count > Self.lineLength {
        line("\(mark) \(current)")
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + word
    }
    if !current.isEmpty { line("\(mark) \(current)") }
  }
}

/// A spec's words as a sentence: a capital first, a full stop last.
///
/// - Parameter text: Words from the spec, on one line.
/// - Returns: The sentence.
func sentence(_ text: String) -> String {
  let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  guard let first = words.first else { return "" }
  let end = words.last.map { ".?!:".contains($0) } ?? false
  // A first word with a capital in it is the manual's: `uartclk` may rise, `nCTS` stays.
  let firstWord = words.prefix { $0 != " " }
  let start = firstWord.dropFirst().contains { $0.isUppercase } ? String(first) : first.uppercased()
  return start + words.dropFirst() + (end ? "" : ".")
}

extension DriverPlan {
  /// How generated text cites a line of the spec.
  func cite(_ line: Int) -> String { "(\(source.name):\(line))" }

  /// What every generated file begins with.
  var header: String {
    """
    // Do not edit: generated from \(source.name) (digest \(source.digest)) by `dddk generate`.
    // Change the spec and build again. Each part names the line of the spec that it comes from.

    """
  }

  /// The section of the manual and the line of the spec.
  func citation(section: String?, line: Int) -> String {
    if let section { "Section \(section) of the manual. \(cite(line))" } else { cite(line) }
  }
}
