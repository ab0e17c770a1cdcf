import Diagnostics
import DriverGenerator
import FoundationEssentials
import HostProcess
import MutationAnalysis
import SpecReader
import SpecRules

/// Asks one after the other whether a mutant of a spec is noticed: the compiler, the tests on the fake, those on QEMU's
/// device.
///
/// Tests that read the spec and see nothing of the driver are asked first: they need no compiler. What is known without
/// asking is not asked: a driver whose code is unchanged is not compiled again, nor are tests whose driver has the same
/// interface, nor are tests on fakes run of the same code, since they see nothing else of the spec.
struct MutationStages {
  /// Who noticed a mutant.
  enum Stage: String, CaseIterable, Sendable {
    /// It does not compile, or its tests do not.
    case compiler
    /// A test on the fake device fails.
    case fake
    /// A test on QEMU's device fails.
    case device
    case survived
  }

  private let build: MutantBuild
  private let record: MutationRecord
  private let specPath: String
  private let specName: String
  private let fakes: Tests?
  private let devices: Tests?
  private let specTests: String?

  /// One kind of tests, as they were built of the unchanged driver.
  private struct Tests {
    var stage: Stage
    var target: String
    var object: String
    var program: String
    /// The longest that they may take for a mutant: many times what they took for the unchanged driver, in the same run.
    var patience: Duration
  }

  /// What a mutant is compared with.
  private struct Original {
    var code: [String]
    var interface: Data?
  }
  private let original: Original

  /// The longest that the tests of the unchanged driver may take: some seconds, and on a machine with much else to do a minute.
  private static let patience = Duration.seconds(600)

  /// Builds the driver unchanged, and sees it pass.
  ///
  /// - Parameters:
  ///   - driver: the driver's target.
  ///   - fakeTests: the target of its tests on the fake device.
  ///   - deviceTests: the target of its tests on QEMU's.
  ///   - specTests: the suite, of the target of its tests on QEMU's, that holds the device against the spec alone.
  ///   - spec: the path of its spec.
  ///   - kit: the kit.
  ///   - scratch: where to build, and to keep what was found.
  /// - Throws: `CommandFailure` when the unchanged driver does not pass its tests.
  init(
    driver: String, fakeTests: String?, deviceTests: String?, specTests: String?, spec: String, kit: Kit,
    scratch: String
  ) throws {
    self.specTests = specTests
    let folder = URL(filePath: "\(scratch)/\(driver)").path
    let source = [UInt8](try Data(contentsOf: URL(filePath: spec)))
    let build = try MutantBuild(
      of: driver, tests: [fakeTests, deviceTests].compactMap { $0 }, kit: kit, in: folder)
    self.build = build
    record = try MutationRecord(in: folder, of: source)
    specName = URL(filePath: spec).lastPathComponent
    specPath = "\(build.sourceFolder)/\(specName)"
    say("building the driver unchanged …")
    let unfit = CommandFailure(
      "the unchanged driver does not build or does not pass its tests", fix: "see \(folder)")
    guard let code = try Self.write(source, named: specName, to: build.sourceFolder),
      let unchanged = try build.buildDriver()
    else { throw unfit }
    original = Original(code: code, interface: unchanged.interface)
    func tests(_ stage: Stage, _ target: String?) throws -> Tests? {
      guard let target else { return nil }
      guard let object = try build.buildTests(target, to: "\(target).o"),
        let program = try build.link(unchanged, object, to: "\(target).unchanged")
      else { throw unfit }
      let start = ContinuousClock.now
      guard try Self.passes(program, within: Self.patience) else { throw unfit }
      return Tests(
        stage: stage, target: target, object: object, program: program,
        patience: max(.seconds(30), start.duration(to: .now) * 20))
    }
    fakes = try tests(.fake, fakeTests)
    devices = try tests(.device, deviceTests)
  }

  /// Who notices each of some mutants, by their names.
  func judge(_ mutants: [Mutant], of source: [UInt8]) throws -> [String: Stage] {
    var found = record.found
    let open = mutants.filter { found[$0.name] == nil }
    for (index, mutant) in open.enumerated() {
      let stage = try stage(of: mutant.text(of: source))
      found[mutant.name] = stage
      try record.keep(stage, of: mutant)
      say("\(index + 1) of \(open.count): \(mutant.name): \(stage.rawValue)")
    }
    return found.filter { entry in mutants.contains { $0.name == entry.key } }
  }

  private func stage(of source: [UInt8]) throws -> Stage {
    guard let code = try Self.write(source, named: specName, to: build.sourceFolder) else { return .compiler }
    if let specTests, let devices, try !Self.passes(devices.program, of: specTests, within: devices.patience)
    {
      return .device
    }
    if code == original.code {
      // The tests on the device read the spec as well.
      return try devices.map { try Self.passes($0.program, within: $0.patience) } ?? true
        ? .survived : .device
    }
    guard let driver = try build.buildDriver() else { return .compiler }
    for tests in [fakes, devices].compactMap({ $0 }) {
      let isKnown = driver.interface != nil && driver.interface == original.interface
      guard let object = isKnown ? tests.object : try build.buildTests(tests.target, to: "mutant.o"),
        let program = try build.link(driver, object, to: "mutant")
      else { return .compiler }
      if try !Self.passes(program, within: tests.patience) { return tests.stage }
    }
    return .survived
  }

  /// Writes a spec and what is generated of it.
  ///
  /// - Returns: the generated code, without what is said about it; `nil` where the spec has mistakes.
  private static func write(_ source: [UInt8], named name: String, to folder: String) throws -> [String]? {
    let collector = DiagnosticCollector()
    let read = SpecReader.read(source, into: collector)
    guard let spec = read.spec.flatMap({ SpecRules.check($0, unread: read.unread, into: collector) }) else {
      return nil
    }
    try Data(source).write(to: URL(filePath: "\(folder)/\(name)"))
    return try DriverGenerator(spec, from: SpecFile(name: name, bytes: source)).files.map { file in
      try Data(file.text.utf8).write(to: URL(filePath: "\(folder)/\(file.name)"))
      return file.text.split(separator: "\n").filter { line in
        !line.drop { $0 == " " }.hasPrefix("//")
      }.joined(separator: "\n")
    }
  }

  private static func passes(
    _ program: String, of suite: String? = nil, within patience: Duration
  ) throws -> Bool {
    try ChildProcess.run(
      [program, "--testing-library", "swift-testing"] + (suite.map { ["--filter", $0] } ?? []),
      until: .after(patience)
    ).isSuccess
  }
}
