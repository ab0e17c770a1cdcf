import Diagnostics

/// A value of JSON, whose members keep their order.
indirect enum SchemaValue {
  case object([(String, SchemaValue)])
  case array([SchemaValue])
  case text(String)
  case number(String)
  case flag(Bool)

  /// A whole number.
  static func number(_ value: UInt64) -> Self { .number("\(value)") }

  /// Texts in an array.
  static func texts(_ texts: [String]) -> Self { .array(texts.map { .text($0) }) }

  /// As JSON, indented by two blanks; short values without other values inside stand on one line.
  func written(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return DiagnosticJSON.string(text)
    case .number(let digits): return digits
    case .flag(let value): return value ? "true" : "false"
    case .array(let items):
      let line = "[" + items.map { $0.written() }.joined(separator: ", ") + "]"
      if items.allSatisfy(\.isPlain), line.utf8.count + indent.utf8.count < 100 { return line }
      return "[\n" + items.map { inner + $0.written(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let line =
        "{" + members.map { "\(DiagnosticJSON.string($0)): \($1.written())" }.joined(separator: ", ") + "}"
      if members.allSatisfy(\.1.isPlain), line.utf8.count + indent.utf8.count < 100 { return line }
      let lines = members.map { "\(inner)\(DiagnosticJSON.string($0)): \($1.written(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private var isPlain: Bool {
    switch self {
    case .text, .number, .flag: true
    case .array(let items): items.isEmpty
    case .object(let members): members.isEmpty
    }
  }
}
