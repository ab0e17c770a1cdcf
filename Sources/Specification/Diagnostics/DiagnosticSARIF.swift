/// Diagnostics for code scanning: a log in the Static Analysis Results Interchange Format, SARIF 2.1.0.
///
/// One run with one result for each diagnostic; the notes of a diagnostic are its related locations. Section numbers are
/// those of the OASIS standard.
public enum DiagnosticSARIF {
  /// The diagnostics of one file.
  public struct File: Sendable {
    /// The path as the person named it.
    public var path: String
    /// In the order in which they are shown.
    public var diagnostics: [Diagnostic]
    /// How many more there were.
    public var omittedCount: Int

    /// Takes each part as it is.
    public init(path: String, diagnostics: [Diagnostic], omittedCount: Int = 0) {
      self.path = path
      self.diagnostics = diagnostics
      self.omittedCount = omittedCount
    }
  }

  /// The log.
  ///
  /// - Parameters:
  ///   - files: the files that were checked, those without a mistake too.
  ///   - version: the version of the tool.
  ///   - title: one line on what a code means, or `nil` where it is not at hand.
  /// - Returns: a JSON object, ended by no line break; the same for the same files.
  public static func log(
    _ files: [File], version: String, title: (DiagnosticCode) -> String? = { _ in nil }
  ) -> String {
    let found = Set(files.flatMap { $0.diagnostics.map(\.code) })
    let codes = DiagnosticCode.allCases.filter(found.contains)
    let indices = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    let rules = codes.map { rule($0, title: title($0)) }
    let results = files.flatMap { file in
      file.diagnostics.map { result($0, uri: uri(of: file.path), ruleIndex: indices[$0.code] ?? 0) }
    }
    let artifacts = files.map { "{\"location\": {\"uri\": \(DiagnosticJSON.string(uri(of: $0.path)))}}" }
    return """
      {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
          {
            "tool": {
              "driver": {
                "name": "dddk",
                "semanticVersion": \(DiagnosticJSON.string(version)),
                "rules": \(list(rules, indent: 10))
              }
            },
            "invocations": [
              {"executionSuccessful": true, "toolExecutionNotifications": \(list(notifications(files), indent: 10))}
            ],
            "artifacts": \(list(artifacts, indent: 6)),
            "columnKind": "unicodeCodePoints",
            "results": \(list(results, indent: 6))
          }
        ]
      }
      """
  }

  private static func list(_ elements: [String], indent: Int) -> String {
    guard !elements.isEmpty else { return "[]" }
    let blank = String(repeating: " ", count: indent)
    return "[\n\(elements.map { "\(blank)  \($0)" }.joined(separator: ",\n"))\n\(blank)]"
  }

  /// A `reportingDescriptor` (3.49).
  private static func rule(_ code: DiagnosticCode, title: String?) -> String {
    var members = ["\"id\": \(DiagnosticJSON.string(code.rawValue))"]
    if let title { members.append("\"shortDescription\": \(message(title))") }
    members.append(
      "\"help\": \(message("`dddk explain \(code.rawValue)` shows an example and how to mend it"))")
    return "{\(members.joined(separator: ", "))}"
  }

  /// A `result` (3.27).
  private static func result(_ diagnostic: Diagnostic, uri: String, ruleIndex: Int) -> String {
    let text = diagnostic.message + (diagnostic.fix.map { "\nfix: \($0)" } ?? "")
    var members = [
      "\"ruleId\": \(DiagnosticJSON.string(diagnostic.code.rawValue))", "\"ruleIndex\": \(ruleIndex)",
      "\"level\": \(DiagnosticJSON.string(diagnostic.severity.rawValue))", "\"message\": \(message(text))",
      "\"locations\": [{\(physical(diagnostic.place, uri))}]",
    ]
    let related = diagnostic.notes.enumerated().map { index, note in
      "{\"id\": \(index + 1), \(physical(note.place, uri)), \"message\": \(message(note.message))}"
    }
    if !related.isEmpty { members.append("\"relatedLocations\": [\(related.joined(separator: ", "))]") }
    return "{\(members.joined(separator: ", "))}"
  }

  /// What was found and is not in the results, as `notification`s (3.58).
  private static func notifications(_ files: [File]) -> [String] {
    files.compactMap { file in
      guard file.omittedCount > 0 else { return nil }
      let text = "\(file.omittedCount) more diagnostics of \(file.path) are not shown"
      return "{\"level\": \"note\", \"message\": \(message(text))}"
    }
  }

  /// Columns count from 1; the end is the column after the last character (3.30.7).
  private static func physical(_ place: SourcePlace, _ uri: String) -> String {
    let region =
      "\"startLine\": \(place.line), \"startColumn\": \(place.column), \"endColumn\": \(place.column &+ place.length)"
    let artifact = "\"artifactLocation\": {\"uri\": \(DiagnosticJSON.string(uri))}"
    return "\"physicalLocation\": {\(artifact), \"region\": {\(region)}}"
  }

  /// A `message` (3.11); braces in its text are doubled, since single ones would be placeholders (3.11.5).
  private static func message(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      if character == "{" || character == "}" { escaped.unicodeScalars.append(character) }
      escaped.unicodeScalars.append(character)
    }
    return "{\"text\": \(DiagnosticJSON.string(escaped))}"
  }

  /// A path as a reference of a URI (RFC 3986): a relative path stays relative.
  static func uri(of path: String) -> String {
    var reference = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        reference.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        reference += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return path.hasPrefix("/") ? "file://\(reference)" : reference
  }
}
