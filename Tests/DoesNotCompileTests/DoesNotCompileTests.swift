import Foundation
import Testing

/// Wrong use of a generated driver is refused by the compiler, with a message that says why.
///
/// Each case is a file in which one line is wrong, marked `// error: ` and what the compiler must say there.
/// The same file without that line must compile: it is that line, and nothing else, that is refused. Where the
/// compiler speaks of another line, the wrong one is marked `// wrong`.
struct DoesNotCompileTests {
  static let cases = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []

  @Test func everyKindOfWrongUseHasItsCase() { #expect(Self.cases.count == 20) }

  @Test(arguments: cases)
  func theMarkedLineIsRefusedAndTheRestIsNot(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    var lines = text.components(separatedBy: "\n")
    let marked = lines.indices.filter { lines[$0].contains("// error: ") }
    let index = try #require(marked.count == 1 ? marked.first : nil, "one line is marked `// error: `")
    let expected = try #require(lines[index].components(separatedBy: "// error: ").last)

    let refused = try compile(lines, as: name)
    let errors = refused.text.components(separatedBy: "\n").filter { $0.contains(": error: ") }
    #expect(refused.status != 0, "the wrong line compiles")
    #expect(!errors.isEmpty && errors.allSatisfy { $0.contains("\(name):\(index + 1):") }, "\(refused.text)")
    #expect(errors.contains { $0.contains(expected) }, "\(refused.text)")

    lines[lines.firstIndex { $0.hasSuffix("// wrong") } ?? index] = ""
    let accepted = try compile(lines, as: name)
    #expect(accepted.status == 0, "\(accepted.text)")
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Cases")

  /// Compiles up to the checks that need control flow: of consumed values and of constants.
  private func compile(_ lines: [String], as name: String) throws -> (status: Int32, text: String) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "swiftc", "-parse-as-library", "-emit-sil", "-o", "/dev/null", "-swift-version", "6",
        "-strict-memory-safety", "-diagnostic-style", "llvm", "-module-name", "wrong",
      ] + modulePaths + [file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// Where the modules of this build are, and the headers of those in C.
  private var modulePaths: [String] {
    let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let headers = [
      "Sources/Runtime/CSeL4/include", "Sources/Runtime/CDeviceAccess/include", "Kernel/include",
    ]
    let map = products.appendingPathComponent("CStart.build/module.modulemap").path
    return ["-I", products.appendingPathComponent("Modules").path, "-Xcc", "-fmodule-map-file=\(map)"]
      + headers.flatMap { ["-I", root.appendingPathComponent($0).path] }
  }
}
