import FoundationEssentials
import HostProcess

/// Compiles registers as a driver of the board is compiled, and says what that took.
struct RegisterCompiler {
  /// A file that needs what registers need and has none.
  static let emptyFile = "import RegisterAccess\n"

  private let folder: TemporaryFolder
  private let flags: [String]

  /// Compiles what registers need, once.
  init(_ kit: Kit) throws {
    folder = try TemporaryFolder(prefix: "dddk-bench")
    flags = [
      "swiftc", "-target", "aarch64-none-none-elf", "-enable-experimental-feature", "Embedded", "-wmo", "-O",
      "-parse-as-library", "-swift-version", "6", "-strict-memory-safety", "-Xcc", "-mgeneral-regs-only",
      "-Xcc", "-mstrict-align", "-I", folder.path, "-I",
      kit.path("Sources/Runtime/CDeviceAccess/include"), "-module-cache-path", folder.file("cache"),
    ]
    let access = kit.path("Sources/Runtime/RegisterAccess")
    let sources = try FileManager.default.contentsOfDirectory(atPath: access).filter {
      $0.hasSuffix(".swift")
    }
    .sorted().map { "\(access)/\($0)" }
    try Self.run(
      flags + [
        "-emit-module", "-module-name", "RegisterAccess", "-emit-module-path",
        folder.file("RegisterAccess.swiftmodule"),
      ] + sources)
  }

  /// The least processor seconds of several runs.
  func seconds(of text: String, runs: Int) throws -> Double {
    var least = Double.infinity
    for _ in 0..<runs {
      let before = ChildUsage.current().userSeconds
      try compile(text)
      least = min(least, ChildUsage.current().userSeconds - before)
    }
    return least
  }

  /// What the compiler counted of its own work, by its names for it; no machine and no load changes these.
  func counters(of text: String) throws -> [String: Double] {
    let statistics = try TemporaryFolder(prefix: "dddk-statistics")
    try compile(text, ["-stats-output-dir", statistics.path])
    guard
      let name = try FileManager.default.contentsOfDirectory(atPath: statistics.path).first(where: {
        $0.contains("swift-frontend")
      }), let bytes = FileManager.default.contents(atPath: statistics.file(name))
    else { throw CommandFailure("the compiler left no statistics") }
    let all = try JSONDecoder().decode([String: Double].self, from: bytes)
    // Left out: times, and what the frontend knows of its process.
    return all.filter { name, _ in
      !name.hasPrefix("time.") && !name.hasPrefix("Frontend.") && !name.hasSuffix("PerSecond")
    }
  }

  private func compile(_ text: String, _ options: [String] = []) throws {
    let path = folder.file("registers.swift")
    try Data(text.utf8).write(to: URL(filePath: path))
    try Self.run(
      flags + ["-module-name", "registers", "-c", "-o", folder.file("registers.o"), path] + options)
  }

  private static func run(_ command: [String]) throws {
    let result = try ChildProcess.run(command)
    guard result.isSuccess else { throw CommandFailure("the compiler failed:\n\(result.output)") }
  }
}
