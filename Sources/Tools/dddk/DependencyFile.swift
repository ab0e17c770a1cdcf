import FoundationEssentials

/// What a result depends on, as make, Ninja and CMake read it: one rule without commands.
struct DependencyFile {
  /// The file that is made.
  let target: String
  /// Files, and folders that stand for all that is in them.
  let inputs: [String]

  /// The rule.
  ///
  /// A folder is named too: a file that comes or goes changes it.
  var text: String {
    let files = inputs.flatMap(Self.contents).map { Self.escaped(Self.absolute($0)) }
    return "\(Self.escaped(Self.absolute(target))):" + files.map { " \\\n  \($0)" }.joined() + "\n"
  }

  private static func contents(of path: String) -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
    guard isFolder else { return [path] }
    let parts = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    return [path]
      + parts.filter { part in !part.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted().map {
        "\(path)/\($0)"
      }
  }

  private static func absolute(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }

  /// Spaces, `#` and `$` mean something to make.
  private static func escaped(_ path: String) -> String {
    path.replacing("\\", with: "\\\\").replacing(" ", with: "\\ ").replacing("#", with: "\\#").replacing(
      "$", with: "$$")
  }
}
