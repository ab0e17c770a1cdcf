import ArgumentParser
import Diagnostics

/// `dddk explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explains a diagnostic's code: what is wrong, an example, how to mend it.",
    discussion: """
      Without a code it lists all of them. The pages are those of docs/diagnostics.

      EXAMPLES
        dddk explain registers-overlap
        dddk explain
      """)

  @Argument(
    help: "The code, as it stands in brackets behind a message.",
    completion: .list(DiagnosticCode.allCases.map(\.rawValue)))
  var code: String?

  func run() throws {
    let pages = DiagnosticPages(of: try Kit.locate())
    if let code {
      print(try pages.text(of: Self.diagnosticCode(code)), terminator: "")
    } else {
      let width = DiagnosticCode.allCases.map(\.rawValue.utf8.count).max() ?? 0
      for code in DiagnosticCode.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
        let blank = String(repeating: " ", count: width - code.rawValue.utf8.count)
        print("\(Paint.output(code.rawValue, .bold))\(blank)  \(pages.title(of: code) ?? "")")
      }
    }
  }

  /// The code that a person wrote, with or without its brackets.
  static func diagnosticCode(_ written: String) throws(CommandFailure) -> DiagnosticCode {
    var name = written[...]
    if name.hasPrefix("["), name.hasSuffix("]") { name = name.dropFirst().dropLast() }
    if let code = DiagnosticCode(rawValue: String(name)) { return code }
    let near = Suggestion.nearest(to: String(name), among: DiagnosticCode.allCases.map(\.rawValue))
    throw CommandFailure(
      "no diagnostic has the code \(String(name).quoted)",
      fix: near.map { "did you mean \($0.quoted)?" } ?? "`dddk explain` lists every code")
  }
}
