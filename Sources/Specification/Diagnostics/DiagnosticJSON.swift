/// Diagnostics for programs: one JSON object for each, in an array.
public enum DiagnosticJSON {
  /// The array, with one object a line.
  ///
  /// Each object has `path`, `line`, `column`, `length`, `severity`, `code`, `message`, `fix` (a string or null) and `notes`
  /// (objects with `line`, `column`, `length` and `message`).
  public static func array(_ files: [(path: String, diagnostics: [Diagnostic])]) -> String {
    var objects: [String] = []
    for file in files {
      for diagnostic in file.diagnostics { objects.append(object(diagnostic, path: file.path)) }
    }
    return objects.isEmpty ? "[]" : "[\n\(objects.joined(separator: ",\n"))\n]"
  }

  private static func object(_ diagnostic: Diagnostic, path: String) -> String {
    let notes = diagnostic.notes.map { note in
      "{\(place(note.place)), \"message\": \(string(note.message))}"
    }
    let members = [
      "\"path\": \(string(path))", place(diagnostic.place),
      "\"severity\": \(string(diagnostic.severity.rawValue))",
      "\"code\": \(string(diagnostic.code.rawValue))", "\"message\": \(string(diagnostic.message))",
      "\"fix\": \(diagnostic.fix.map(string) ?? "null")", "\"notes\": [\(notes.joined(separator: ", "))]",
    ]
    return "  {\(members.joined(separator: ", "))}"
  }

  private static func place(_ place: SourcePlace) -> String {
    "\"line\": \(place.line), \"column\": \(place.column), \"length\": \(place.length)"
  }

  /// Text as a JSON string, quotes included.
  public static func string(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\0"..<" ", "\u{7f}":
        let digits = String(character.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(character)
      }
    }
    return quoted + "\""
  }
}
