import ArgumentParser
import Diagnostics
import DriverGenerator
import DriverSpec
import FoundationEssentials
import HostProcess
import MutationAnalysis
import SpecReader
import SpecRules

/// `dddk bench mutations`.
struct BenchMutations: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutations",
    abstract: "Changes every token of a spec, one at a time, and counts the mistakes that nobody notices.",
    discussion: """
      Digits, declared names, words that choose and operators are changed. A mistake is noticed by `dddk check`, else, with \
      --driver, by the compiler, by the driver's tests on fakes, or by its tests on QEMU's device. What was found is kept \
      in the scratch folder, so that a run can be ended and taken up again.

      EXAMPLES
        dddk bench mutations DriverSpecs/serial/pl011.driver.yaml --list
        dddk bench mutations DriverSpecs/serial/pl011.driver.yaml --c-driver pl011.c
        dddk bench mutations DriverSpecs/serial/pl011.driver.yaml --driver pl011 --fake-tests PL011Tests
      """)

  @Argument(help: "The driver spec.", completion: .file(extensions: ["yaml"]))
  var spec: String

  @Option(help: "A C driver of the same device, whose mutants the C compiler judges.", completion: .file())
  var cDriver: String?

  @Option(help: "The kit's target of this spec: its survivors are built and tested.")
  var driver: String?

  @Option(help: "The test target that runs the driver on its fake device.")
  var fakeTests: String?

  @Option(help: "The test target that runs the driver on QEMU's device.")
  var deviceTests: String?

  @Option(
    help: "The suite, of the device tests, that holds the device against the spec alone: it is asked first.")
  var specTests: String?

  @Option(help: "Builds at most so many survivors, evenly spread over the file (default: all).")
  var sample: Int?

  @Option(help: "Where survivors are built and what was found is kept.", completion: .directory)
  var scratch: String = ".build-dddk/mutations"

  @Flag(help: "Lists the survivors.")
  var list = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let bytes = try CheckedFile.bytes(of: spec)
    let analysis = try SpecAnalysis(of: bytes, path: spec)
    var report = Report(
      spec: spec, mutants: analysis.mutants.count, equivalent: analysis.equivalentCount,
      noticedByCheck: analysis.noticed.count, stages: [], c: nil, survivors: [])
    for kind in Mutant.Kind.allCases {
      report.byKind.append(
        .init(
          kind: kind.rawValue, mutants: analysis.mutants.count { $0.kind == kind },
          survivors: analysis.survivors.count { $0.kind == kind }))
    }
    var survivors = analysis.survivors
    if let driver {
      let kit = try Kit.locate()
      let stages = try MutationStages(
        driver: driver, fakeTests: fakeTests, deviceTests: deviceTests, specTests: specTests, spec: spec,
        kit: kit, scratch: scratch)
      let chosen = Self.spread(survivors).prefix(max(0, sample ?? .max))
      let found = try stages.judge(Array(chosen), of: bytes)
      report.built = chosen.count
      for stage in MutationStages.Stage.allCases {
        report.stages.append(.init(stage: stage.rawValue, noticed: found.values.count { $0 == stage }))
      }
      survivors = survivors.filter { found[$0.name] == .survived }
    }
    report.survivors = survivors.map(\.name)
    if let cDriver { report.c = try CAnalysis.judge(cDriver) }
    switch output.format {
    case .json: try printJSON(report)
    case .text: print(report.text(listing: list))
    }
  }

  /// Mutants in an order of which any beginning is spread evenly over the file, so that a run that is ended early has
  /// seen a fair part: by the bits of their index, the lowest first.
  static func spread(_ mutants: [Mutant]) -> [Mutant] {
    let width = UInt64(mutants.count.indexWidth)
    return mutants.indices.sorted { left, right in
      UInt64(left).bitsReversed(of: width) < UInt64(right).bitsReversed(of: width)
    }.map { mutants[$0] }
  }

  /// What came of all mutants.
  struct Report: Encodable {
    struct Kind: Encodable {
      let kind: String
      let mutants: Int
      /// Of `dddk check`.
      let survivors: Int
    }
    struct Stage: Encodable {
      let stage: String
      let noticed: Int
    }

    let spec: String
    let mutants: Int
    /// Changed texts that say the same; they are not among the mutants.
    let equivalent: Int
    let noticedByCheck: Int
    var byKind: [Kind] = []
    /// How many survivors of `dddk check` were built and tested.
    var built: Int?
    var stages: [Stage]
    var c: CAnalysis.Result?
    /// `LINE:COLUMN BEFORE -> AFTER` of each that nobody noticed.
    var survivors: [String]

    init(
      spec: String, mutants: Int, equivalent: Int, noticedByCheck: Int, stages: [Stage], c: CAnalysis.Result?,
      survivors: [String]
    ) {
      self.spec = spec
      self.mutants = mutants
      self.equivalent = equivalent
      self.noticedByCheck = noticedByCheck
      self.stages = stages
      self.c = c
      self.survivors = survivors
    }

    func text(listing: Bool) -> String {
      var lines = ["\(spec): \(mutants) mutants (and \(equivalent) that say the same)"]
      lines.append("  \(percent(noticedByCheck, mutants)) noticed by dddk check (\(noticedByCheck))")
      for kind in byKind {
        lines.append("    \(kind.kind): \(kind.survivors) of \(kind.mutants) survive it")
      }
      if let built {
        lines.append("  \(built) of \(mutants - noticedByCheck) survivors built and tested:")
        for stage in stages { lines.append("    \(stage.noticed) \(stage.stage)") }
        let rate = built == 0 ? 0 : Double(survivors.count) / Double(built)
        let all = rate * Double(mutants - noticedByCheck)
        lines.append("  \(percent(Int(all.rounded()), mutants)) of all mutants survive everything")
      } else {
        lines.append("  \(percent(survivors.count, mutants)) survive (\(survivors.count))")
      }
      if let c {
        lines.append("\(c.file): \(c.mutants) mutants")
        lines.append("  \(percent(c.mutants - c.survivors, c.mutants)) noticed by clang with its warnings")
        lines.append("  \(percent(c.survivors, c.mutants)) survive (\(c.survivors))")
      }
      if listing { lines += survivors.map { "\(spec):\($0)" } }
      return lines.joined(separator: "\n")
    }

    private func percent(_ part: Int, _ whole: Int) -> String {
      guard whole > 0 else { return "0%" }
      let tenths = (1_000 * part + whole / 2) / whole
      return "\(tenths / 10).\(tenths % 10)%"
    }
  }
}

extension Int {
  /// How many bits it takes to number this many things.
  fileprivate var indexWidth: Int { self < 2 ? 0 : Int.bitWidth - (self - 1).leadingZeroBitCount }
}

extension UInt64 {
  /// Its lowest bits in the other order.
  fileprivate func bitsReversed(of width: UInt64) -> UInt64 {
    (0..<width).reduce(0) { $0 << 1 | (self >> $1 & 1) }
  }
}

/// The mutants of a spec, and which of them `dddk check` notices.
struct SpecAnalysis {
  /// Those that say something else than the spec.
  private(set) var mutants: [Mutant] = []
  private(set) var noticed: [Mutant] = []
  private(set) var survivors: [Mutant] = []
  /// Changed texts that mean the same: `0x0c` and `0xc`.
  private(set) var equivalentCount = 0

  init(of source: [UInt8], path: String) throws(CommandFailure) {
    let (original, clean) = Self.model(of: source)
    guard let original, clean else {
      throw CommandFailure("`\(path)` is not free of mistakes", fix: "run dddk check \(path)")
    }
    let meaning = Self.meaning(of: original)
    for mutant in SpecMutations.all(of: source, names: Self.names(of: original)) {
      let (spec, clean) = Self.model(of: mutant.text(of: source))
      guard let spec, clean else {
        mutants.append(mutant)
        noticed.append(mutant)
        continue
      }
      if Self.meaning(of: spec) == meaning {
        equivalentCount += 1
      } else {
        mutants.append(mutant)
        survivors.append(mutant)
      }
    }
  }

  /// The spec as it was read, and whether `dddk check` says nothing of it.
  private static func model(of source: [UInt8]) -> (DriverSpec?, isClean: Bool) {
    let collector = DiagnosticCollector()
    let read = SpecReader.read(source, into: collector)
    let checked = read.spec.flatMap { SpecRules.check($0, unread: read.unread, into: collector) }
    return (checked?.spec ?? read.spec, checked != nil && collector.diagnostics.isEmpty)
  }

  /// The model in words, without the places.
  private static func meaning(of spec: DriverSpec) -> String {
    let words = "\(spec)"
    return words.replacing(/SourcePlace\(line: \d+, column: \d+, length: \d+\)/, with: "")
  }

  /// What a spec declares, by what can stand in each other's place.
  static func names(of spec: DriverSpec) -> SpecMutations.Names {
    var registers: [String] = []
    var fields: [String] = []
    var values: [String] = []
    func add(_ items: [RegisterItem]) {
      for item in items {
        registers.append(item.name.value)
        switch item {
        case .register(let register):
          for field in register.fields {
            fields.append(field.name.value)
            values += (field.values + field.readValues + field.writeValues).map(\.name.value)
          }
        case .block(let block): if case .inline(let inner) = block.content { add(inner) }
        }
      }
    }
    add(spec.registers)
    for block in spec.blocks { add(block.items) }
    let numbers =
      spec.resources.map(\.name.value) + spec.parameters.map(\.name.value)
      + spec.sequences.flatMap { $0.allSteps.compactMap(\.value.letName) }
    return SpecMutations.Names([
      registers, fields, values, numbers, spec.interrupts.flatMap { $0.causes.map(\.name.value) },
      spec.sequences.map(\.name.value), spec.hooks.map(\.name.value),
    ])
  }
}

extension Sequence.Step {
  /// The name that a `let` gives.
  fileprivate var letName: String? {
    switch self {
    case .bind(let name, _), .bindRead(let name, _): name.value
    default: nil
    }
  }
}

/// The mutants of a C file, and which of them the compiler notices.
enum CAnalysis {
  struct Result: Encodable {
    let file: String
    let mutants: Int
    /// Those that compile without a warning.
    let survivors: Int
  }

  /// Every warning but those of style, as errors.
  static let arguments = [
    "-std=c11", "-fsyntax-only", "-Wall", "-Wextra", "-Weverything", "-Werror", "-Wno-padded",
    "-Wno-missing-prototypes", "-Wno-declaration-after-statement", "-Wno-pre-c11-compat", "-Wno-c++98-compat",
    "-Wno-unsafe-buffer-usage", "-Wno-c++-keyword", "-Wno-unused-macros",
  ]

  static func judge(_ path: String) throws -> Result {
    let source = try CheckedFile.bytes(of: path)
    guard let clang = HostEnvironment.path(ofProgram: "clang") else {
      throw CommandFailure(
        "clang is not on the search path", fix: "it comes with Swift: add its folder to PATH")
    }
    let folder = FileManager.default.temporaryDirectory.path
    let file = "\(folder)/dddk-mutant-\(ProcessInfo.processInfo.processIdentifier).c"
    defer { try? FileManager.default.removeItem(atPath: file) }
    func isAccepted(_ text: [UInt8]) throws -> Bool {
      try Data(text).write(to: URL(filePath: file))
      return try ChildProcess.run([clang] + arguments + [file]).isSuccess
    }
    guard try isAccepted(source) else {
      throw CommandFailure(
        "`\(path)` does not compile without warnings",
        fix: "clang \(arguments.joined(separator: " ")) \(path)")
    }
    let mutants = CMutations.all(of: source)
    var survivors = 0
    for mutant in mutants where try isAccepted(mutant.text(of: source)) { survivors += 1 }
    return Result(file: path, mutants: mutants.count, survivors: survivors)
  }
}
