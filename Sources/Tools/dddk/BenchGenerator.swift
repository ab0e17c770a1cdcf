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
      Registers are compiled for the board, optimised. First comes what the compiler itself counts of its work, the same on \
      every machine; then processor time, not time on the clock: each figure is the least of several runs, and what the \
      compiler takes for an empty file is taken off. Then a package whose driver the plugin generates is built again and \
      again with nothing changed, beside the same package without the plugin, and once with a changed spec.

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
    let kit = try Kit.locate()
    let compiler = try RegisterCompiler(kit)
    var report = GeneratorReport()
    try report.countWork(of: compiler)
    try report.time(compiler, small: registers[0], large: registers[1], runs: runs)
    if builds > 0 { try report.build(kit, builds: builds) }
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

  private(set) var figures: [Figure] = []

  /// Adds what the compiler counts of its work on a register, beside plain Swift of the same fields.
  ///
  /// Three sizes, so that work which grows faster than the registers shows itself.
  mutating func countWork(of compiler: RegisterCompiler) throws {
    let sizes = [20, 40, 80]
    let devices = sizes.map(SyntheticDevice.init)
    let plain = try devices.map { try compiler.counters(of: $0.plainSwift) }
    let generated = try devices.map { try compiler.counters(of: Self.generated($0)) }
    /// How much a counter grows with a register, between two sizes.
    func perRegister(_ counts: [[String: Double]], _ name: String, _ from: Int, _ to: Int) -> Double {
      (counts[to][name, default: 0] - counts[from][name, default: 0]) / Double(sizes[to] - sizes[from])
    }
    for (counter, name) in Self.comparedCounters {
      let ratio = perRegister(generated, counter, 0, 2) / perRegister(plain, counter, 0, 2)
      figures.append(Figure(name: name, value: ratio, unit: "times", target: Self.mostWork))
    }
    figures.append(
      Figure(
        name: "conformances of a register",
        value: perRegister(generated, "SILModule.NumSILGenWitnessTables", 0, 2), unit: "conformances",
        target: 4))
    // A counter that hardly moves says nothing about growth.
    let growths = generated[2].keys.compactMap { counter -> Double? in
      let first = perRegister(generated, counter, 0, 1)
      return first < 1 ? nil : perRegister(generated, counter, 1, 2) / first
    }
    figures.append(
      Figure(name: "growth of the work", value: growths.max() ?? .infinity, unit: "times", target: 1.1))
  }

  /// The compiler's counters that tell how much it has to do for a register, and what they are called here.
  private static let comparedCounters = [
    ("Sema.NumDeclsTypechecked", "declarations"), ("Sema.NumConstraintScopes", "steps of type inference"),
    ("AST.NumASTBytesAllocated", "memory of syntax trees"), ("SILModule.NumSILGenFunctions", "functions"),
  ]

  /// The most work that a generated register may be to the compiler, in that of one in plain Swift.
  ///
  /// What is counted is not all of its work, and follows it closely: the aim for time is 1.5.
  private static let mostWork = 1.2

  /// Adds how long two sizes take to compile.
  mutating func time(_ compiler: RegisterCompiler, small: Int, large: Int, runs: Int) throws {
    let empty = try compiler.seconds(of: RegisterCompiler.emptyFile, runs: runs)
    /// Processor seconds beyond those of an empty file.
    func seconds(_ text: String) throws -> Double {
      max(0.001, try compiler.seconds(of: text, runs: runs) - empty)
    }
    var perField: [Double] = []
    for count in [small, large] {
      let device = SyntheticDevice(registerCount: count)
      let plain = try seconds(device.plainSwift)
      let generated = try seconds(Self.generated(device))
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
    figures += [
      Figure(
        name: "growth from \(small) to \(large)", value: perField[1] / perField[0], unit: "times", target: 1.3
      ),
      Figure(
        name: "memory of the compiler", value: Double(ChildUsage.current().peakBytes) / 1_048_576,
        unit: "MiB", target: 1024),
    ]
  }

  /// Adds what the plugin adds to a build, and what a changed spec has it do.
  mutating func build(_ kit: Kit, builds: Int) throws {
    let packages = try PluginBuilds(kit)
    let unchanged = try packages.unchanged(pairs: builds)
    let changed = try packages.changed()
    figures += [
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
    let bytes = Array(device.spec.utf8)
    let source = SpecFile(name: "bench.driver.yaml", bytes: bytes)
    guard let spec = CheckedFile(checking: bytes, path: source.name).spec else {
      throw CommandFailure("the synthetic device has mistakes")
    }
    guard let file = DriverGenerator(spec, from: source).files.first else {
      throw CommandFailure("nothing was generated")
    }
    return file.text.replacing("import DriverRuntime", with: "import RegisterAccess")
      + "\nprotocol GeneratedInterface3 {}\n"
  }
}
