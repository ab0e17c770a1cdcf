import FoundationEssentials
import HostProcess

/// Compiles registers as a driver of the board is compiled, and says what that took.
struct RegisterCompiler {
  /// A file that needs what registers need and has none.
  static let emptyFile = "import RegisterAccess\n"

  private let folder: String
  private let flags: [String]

  /// Compiles what registers need, once.
  init(_ kit: Kit) throws {
    folder = FileManager.default.temporaryDirectory.path + "/dddk-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    flags = [
      "swiftc", "-target", "aarch64-none-none-elf", "-enable-experimental-feature", "Embedded", "-wmo", "-O",
      "-parse-as-library", "-swift-version", "6", "-strict-memory-safety", "-Xcc", "-mgeneral-regs-only",
      "-Xcc", "-mstrict-align", "-I", folder, "-I",
      kit.path("Sources/Runtime/CDeviceAccess/include"), "-module-cache-path", "\(folder)/cache",
    ]
    let access = kit.path("Sources/Runtime/RegisterAccess")
    let sources = try FileManager.default.contentsOfDirectory(atPath: access).filter {
      $0.hasSuffix(".swift")
    }
    .sorted().map { "\(access)/\($0)" }
    try Self.run(
      flags + [
        "-emit-module", "-module-name", "RegisterAccess", "-emit-module-path",
        "\(folder)/RegisterAccess.swiftmodule",
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
    let statistics = "\(folder)/statistics"
    try FileManager.default.createDirectory(atPath: statistics, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: statistics) }
    try compile(text, ["-stats-output-dir", statistics])
    guard
      let name = try FileManager.default.contentsOfDirectory(atPath: statistics).first(where: {
        $0.contains("swift-frontend")
      }), let bytes = FileManager.default.contents(atPath: "\(statistics)/\(name)")
    else { throw CommandFailure("the compiler left no statistics") }
    let all = try JSONDecoder().decode([String: Double].self, from: bytes)
    // Left out: times, and what the frontend knows of its process.
    return all.filter { name, _ in
      !name.hasPrefix("time.") && !name.hasPrefix("Frontend.") && !name.hasSuffix("PerSecond")
    }
  }

  /// Removes what was compiled.
  func tidyUp() { try? FileManager.default.removeItem(atPath: folder) }

  private func compile(_ text: String, _ options: [String] = []) throws {
    let path = "\(folder)/registers.swift"
    try Data(text.utf8).write(to: URL(filePath: path))
    try Self.run(
      flags + ["-module-name", "registers", "-c", "-o", "\(folder)/registers.o", path] + options)
  }

  private static func run(_ command: [String]) throws {
    let result = try ChildProcess.run(command)
    guard result.isSuccess else { throw CommandFailure("the compiler failed:\n\(result.output)") }
  }
}
