import Foundation
import Testing

/// Generated text is as swift-format and the compiler want it.
struct LintTests {
  @Test func generatedTextIsFormattedAndWithoutFindings() throws {
    let lint = try run([
      "swift", "format", "lint", "--strict", "--recursive", "--configuration",
      Case.root.appendingPathComponent(".swift-format").path, Case.folder("Golden").path,
    ])
    #expect(lint.status == 0, "\(lint.text)")
    for example in Case.all {
      for file in try FileManager.default.contentsOfDirectory(atPath: example.golden.path).sorted() {
        let url = example.golden.appendingPathComponent(file)
        let format = try run([
          "swift", "format", "format", "--configuration",
          Case.root.appendingPathComponent(".swift-format").path, url.path,
        ])
        #expect(format.text == (try String(contentsOf: url, encoding: .utf8)), "\(file) is not formatted")
      }
    }
  }

  /// A case with hooks needs its author's extension.
  @Test(arguments: Case.all)
  func generatedCodeCompilesWithoutAWarning(_ example: Case) throws {
    var files = try FileManager.default.contentsOfDirectory(atPath: example.golden.path).sorted().map {
      example.golden.appendingPathComponent($0).path
    }
    if let hooks = example.hooks { files.append(hooks.path) }
    let compile = try run(
      [
        "swiftc", "-parse-as-library", "-wmo", "-emit-sil", "-o", "/dev/null", "-swift-version", "6",
        "-strict-memory-safety", "-warnings-as-errors", "-module-name", "generated",
      ] + Compiler.modulePaths + files)
    #expect(compile.status == 0, "\(compile.text)")
  }
}

/// Where the modules of this build are.
enum Compiler {
  static var modulePaths: [String] {
    let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let headers = [
      "Sources/Runtime/CSeL4/include", "Sources/Runtime/CDeviceAccess/include", "Kernel/include",
    ]
    let map = products.appendingPathComponent("CStart.build/module.modulemap").path
    return ["-I", products.appendingPathComponent("Modules").path, "-Xcc", "-fmodule-map-file=\(map)"]
      + headers.flatMap { ["-I", Case.root.appendingPathComponent($0).path] }
  }
}

/// Runs a program of the toolchain and waits for it.
func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = arguments
  let output = Pipe()
  process.standardOutput = output
  process.standardError = output
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}
