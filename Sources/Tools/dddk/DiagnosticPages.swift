import Diagnostics
import FoundationEssentials

/// The pages of docs/diagnostics: one for each code, in the kit that the command comes from.
struct DiagnosticPages {
  /// The folder of the pages.
  let folder: String

  /// The pages of a kit.
  init(of kit: Kit) { folder = kit.path("docs/diagnostics") }

  /// The whole page of a code.
  func text(of code: DiagnosticCode) throws(CommandFailure) -> String {
    let path = "\(folder)/\(code.rawValue).md"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure("the page `\(path)` is missing", fix: "use a complete clone of \(Kit.identity)")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// What is wrong, in one line: the page's first below its heading.
  func title(of code: DiagnosticCode) -> String? {
    guard let page = try? text(of: code) else { return nil }
    return page.split(separator: "\n", maxSplits: 2).dropFirst().first.map(String.init)
  }
}
