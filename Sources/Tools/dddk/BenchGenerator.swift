import ArgumentParser
import DriverGenerator
import FoundationEssentials
import HostProcess

/// `dddk bench generator`.
struct BenchGenerator: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generator",
    abstract:
      "Measures how long generated registers take to compile, beside the same fields written by hand.",
    discussion: """
      Registers are compiled for the board, optimised, and processor time is counted, not time on the clock; each figure is the \
      least of several runs, and what the compiler takes for an empty file is taken off. Then a package whose driver the \
      plugin generates is built again and again with nothing changed, beside the same package without the plugin, and \
      once with a changed spec.

      EXAMPLES
        dddk bench generator
        dddk bench generator --registers 100 1000 --runs 5
      """)

  @Option(parsing: .upToNextOption, help: "How many registers, of five fields each: small, then large.")
  var registers: [Int] = [100, 5_000]

  @Option(help: "Each file is compiled so often.")
  var runs = 3

  @Option(help: "So many builds with nothing changed, with the plugin and without; 0 leaves them out.")
  var builds = 7

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard registers.count == 2, registers[0] > 0, registers[1] > registers[0], runs > 0, builds >= 0 else {
      throw ValidationError("give two numbers of registers, the smaller first, and at least one run")
    }
  }

  func run() throws {
    let report = try GeneratorReport(
      Kit.locate(), small: registers[0], large: registers[1], runs: runs, builds: builds)
    switch output.format {
    case .json: try printJSON(report.figures)
    case .text: print(report.text)
    }
  }
}

/// What was measured, beside what it should be.
struct GeneratorReport {
  /// One number and what it is held against.
  struct Figure: Encodable {
    let name: String
    let value: Double
    let unit: String
    let target: Double?
  }

  let figures: [Figure]

  /// Measures two sizes, and builds of a package where `builds` is not 0.
  init(_ kit: Kit, small: Int, large: Int, runs: Int, builds: Int = 0) throws {
    let compiler = try RegisterCompiler(kit, runs: runs)
    defer { compiler.tidyUp() }
    var figures: [Figure] = []
    var perField: [Double] = []
    for count in [small, large] {
      let device = SyntheticDevice(registerCount: count)
      let plain = try compiler.seconds(of: device.plainSwift)
      let generated = try compiler.seconds(of: try Self.generated(device))
      let fields = Double(device.fieldCount)
      perField.append(generated / fields)
      figures += [
        Figure(
          name: "plain, \(count) registers", value: plain / fields * 1000, unit: "ms a field", target: nil),
        Figure(
          name: "generated, \(count) registers", value: generated / fields * 1000, unit: "ms a field",
          target: nil),
        Figure(name: "ratio, \(count) registers", value: generated / plain, unit: "times", target: 1.5),
      ]
    }
    figures.append(
      Figure(
        name: "growth from \(small) to \(large)", value: perField[1] / perField[0], unit: "times", target: 1.3
      ))
    figures.append(
      Figure(
        name: "memory of the compiler", value: Double(ChildUsage.current().peakBytes) / 1_048_576,
        unit: "MiB",
        target: 1024))
    if builds > 0 { figures += try Self.packageFigures(kit, builds: builds) }
    self.figures = figures
  }

  /// What the plugin adds to a build, and what a changed spec has it do.
  private static func packageFigures(_ kit: Kit, builds: Int) throws -> [Figure] {
    let packages = try PluginBuilds(kit)
    let unchanged = try packages.unchanged(pairs: builds)
    let changed = try packages.changed()
    return [
      Figure(name: "build with nothing changed", value: unchanged, unit: "times", target: 1.2),
      Figure(
        name: "commands for a changed spec", value: Double(changed.commands), unit: "commands", target: 1),
      Figure(name: "modules of a changed spec", value: Double(changed.modules), unit: "modules", target: 1),
    ]
  }

  /// Aligned, each with its target where it has one.
  var text: String {
    figures.map { figure in
      let value = "\((figure.value * 100).rounded() / 100)"
      let target = figure.target.map { ", at most \($0)\(figure.value <= $0 ? "" : ": missed")" } ?? ""
      let padding = String(repeating: " ", count: max(1, 32 - figure.name.count))
      return "\(figure.name)\(padding)\(value) \(figure.unit)\(target)"
    }.joined(separator: "\n")
  }

  /// The registers as they are generated; they need nothing of the runtime but two names.
  private static func generated(_ device: SyntheticDevice) throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/dddk-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/bench.driver.yaml"
    try Data(device.spec.utf8).write(to: URL(filePath: path))
    let checked = try CheckedFile(checking: path)
    guard let spec = checked.spec else { throw CommandFailure("the synthetic device has mistakes") }
    let source = SpecFile(name: "bench.driver.yaml", bytes: Array(device.spec.utf8))
    guard let file = DriverGenerator(spec, from: source).files.first else {
      throw CommandFailure("nothing was generated")
    }
    return file.text.replacing("import DriverRuntime", with: "import RegisterAccess")
      + "\nprotocol GeneratedInterface3 {}\n"
  }
}

/// Compiles registers as a driver of the board is compiled, and counts processor time.
struct RegisterCompiler {
  private let folder: String
  private let flags: [String]
  private let runs: Int
  private let emptySeconds: Double

  /// Compiles what registers need, once.
  init(_ kit: Kit, runs: Int) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/dddk-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let flags = [
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
    _ = try Self.compile(
      flags + [
        "-emit-module", "-module-name", "RegisterAccess", "-emit-module-path",
        "\(folder)/RegisterAccess.swiftmodule",
      ] + sources)
    self.folder = folder
    self.flags = flags
    self.runs = runs
    emptySeconds = try Self.least(of: "import RegisterAccess\n", in: folder, flags, runs: runs)
  }

  /// Processor seconds beyond those of an empty file.
  func seconds(of text: String) throws -> Double {
    max(0.001, try Self.least(of: text, in: folder, flags, runs: runs) - emptySeconds)
  }

  /// Removes what was compiled.
  func tidyUp() { try? FileManager.default.removeItem(atPath: folder) }

  private static func least(
    of text: String, in folder: String, _ flags: [String], runs: Int
  ) throws -> Double {
    let path = "\(folder)/registers.swift"
    try Data(text.utf8).write(to: URL(filePath: path))
    var least = Double.infinity
    for _ in 0..<runs {
      least = min(
        least,
        try compile(flags + ["-module-name", "registers", "-c", "-o", "\(folder)/registers.o", path]))
    }
    return least
  }

  private static func compile(_ command: [String]) throws -> Double {
    let before = ChildUsage.current().userSeconds
    let result = try ChildProcess.run(command)
    guard result.isSuccess else { throw CommandFailure("the compiler failed:\n\(result.output)") }
    return ChildUsage.current().userSeconds - before
  }
}
