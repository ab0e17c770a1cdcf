import FoundationEssentials
import HostProcess

/// Builds a driver and its tests again and again, without a package manager: what does not change is taken as the kit's own
/// build left it.
///
/// Modules, objects and the sources of the tests are copied when it is made, so that the kit may be edited while it is used.
struct MutantBuild {
  /// A driver whose module has been built.
  struct Driver {
    let object: String
    /// All that a test can know of the driver when it is compiled.
    let interface: Data?
  }

  /// Where the driver and its tests stand: the tests look for the spec below it.
  let root: String
  private let work: String
  private let kitObjects: [String]
  private let options: [String]
  private let driver: KitTargets.Target
  private let tests: [String: TestTarget]

  private struct TestTarget {
    var target: KitTargets.Target
    var files: [String]
  }

  /// The longest that one call of a compiler may take.
  private static let patience = Duration.seconds(300)

  /// Builds what a driver and its tests need of the kit, and copies it.
  ///
  /// - Parameters:
  ///   - driver: the driver's target.
  ///   - tests: its test targets; their files that import other drivers are left out.
  ///   - kit: the kit.
  ///   - folder: where to copy it to and to build.
  /// - Throws: `CommandFailure` when the kit does not build.
  init(of driver: String, tests: [String], kit: Kit, in folder: String) throws {
    let (root, work) = ("\(folder)/root", "\(folder)/work")
    (self.root, self.work) = (root, work)
    let manager = FileManager.default
    let targets = try KitTargets(of: kit)
    self.driver = try targets[driver]
    let needed = try targets.needed(by: [driver] + tests)
    say("building what the driver and its tests need …")
    for target in needed
    where !needed.contains(where: { $0.dependencies.contains { $0.name == target.name } }) {
      // The manifest without drivers spares the generator, which no module needs that is built here.
      let build = ["swift", "build", "--package-path", kit.root, "--target", target.name]
      guard try ChildProcess.run(build, environment: ["DDDK_WITHOUT_DRIVERS": "1"]).isSuccess else {
        throw CommandFailure(
          "the kit's `\(target.name)` does not build", fix: build.joined(separator: " "))
      }
    }
    let bin = try ChildProcess.run(
      ["swift", "build", "--show-bin-path", "--package-path", kit.root], errors: .null
    ).output.split(separator: "\n").last.map(String.init)
    guard let bin else {
      throw CommandFailure(
        "the kit's build is not found", fix: "run swift build --show-bin-path in \(kit.root)")
    }
    for stale in [root, work] { try? manager.removeItem(atPath: stale) }
    for path in [root, work, "\(work)/modules"] {
      try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    var objects: [String] = []
    var options = ["-I", "\(work)/modules", "-module-cache-path", "\(folder)/module-cache"]
    for target in needed {
      let path = kit.path(target.path)
      let headers = "\(path)/\(target.publicHeadersPath ?? "include")"
      let module = "\(bin)/Modules/\(target.module).swiftmodule"
      if target.type == "system" {
        options += ["-Xcc", "-fmodule-map-file=\(path)/module.modulemap"]
        continue
      } else if manager.fileExists(atPath: module) {
        try manager.copyItem(atPath: module, toPath: "\(work)/modules/\(target.module).swiftmodule")
      } else {
        let own = "\(headers)/module.modulemap"
        let map = manager.fileExists(atPath: own) ? own : "\(bin)/\(target.module).build/module.modulemap"
        options += ["-Xcc", "-fmodule-map-file=\(map)", "-Xcc", "-I\(headers)"]
      }
      let build = "\(bin)/\(target.module).build"
      for case let file as String in manager.enumerator(atPath: build) ?? .init()
      where file.hasSuffix(".o") && !file.hasSuffix(".swiftmodule.o") {
        let copy = "\(work)/\(target.module)-\(file.replacing("/", with: "-"))"
        try manager.copyItem(atPath: "\(build)/\(file)", toPath: copy)
        objects.append(copy)
      }
    }
    kitObjects = objects
    self.options = options
    var kept: [String: TestTarget] = [:]
    for name in tests {
      let target = try targets[name]
      let files = try targets.files(of: target, without: driver)
      try manager.createDirectory(atPath: "\(root)/\(target.path)", withIntermediateDirectories: true)
      for file in files {
        try manager.copyItem(
          atPath: kit.path("\(target.path)/\(file)"), toPath: "\(root)/\(target.path)/\(file)")
      }
      kept[name] = TestTarget(target: target, files: files.map { "\(root)/\(target.path)/\($0)" })
    }
    self.tests = kept
    try manager.createDirectory(atPath: sourceFolder, withIntermediateDirectories: true)
    for file in try manager.contentsOfDirectory(atPath: kit.path(self.driver.path))
    where self.driver.owns(file) {
      try manager.copyItem(
        atPath: kit.path("\(self.driver.path)/\(file)"), toPath: "\(sourceFolder)/\(file)")
    }
    try Data("import Testing\nawait Testing.__swiftPMEntryPoint() as Never\n".utf8).write(
      to: URL(filePath: "\(work)/main.swift"))
    guard try compile("runner", ["\(work)/main.swift"], to: "\(work)/runner.o", []) else {
      throw CommandFailure("the runner of the tests does not compile", fix: "see \(work)")
    }
  }

  /// The driver's folder in ``root``.
  var sourceFolder: String { "\(root)/\(driver.path)" }

  /// Compiles the driver of the files that stand in its folder; `nil` where they are refused.
  func buildDriver() throws -> Driver? {
    let object = "\(work)/\(driver.module).o"
    let module = "\(work)/modules/\(driver.module).swiftmodule"
    let files = try FileManager.default.contentsOfDirectory(atPath: sourceFolder).sorted()
      .filter { $0.hasSuffix(".swift") }.map { "\(sourceFolder)/\($0)" }
    let isBuilt = try compile(
      driver.module, files, to: object,
      driver.compilerOptions + [
        "-emit-module", "-emit-module-path", module, "-Xfrontend", "-entry-point-function-name", "-Xfrontend",
        "\(driver.module)_main",
      ])
    guard isBuilt else { return nil }
    return Driver(object: object, interface: FileManager.default.contents(atPath: module))
  }

  /// Compiles one of the test targets against the driver that was built last.
  ///
  /// - Parameters:
  ///   - name: the test target.
  ///   - object: the name of the file to make.
  /// - Throws: `HostError` when the compiler cannot be run.
  /// - Returns: the object's path, `nil` where the tests do not compile.
  func buildTests(_ name: String, to object: String) throws -> String? {
    guard let tests = tests[name] else { return nil }
    let path = "\(work)/\(object)"
    let isBuilt = try compile(
      tests.target.module, tests.files, to: path, tests.target.compilerOptions + ["-parse-as-library"])
    return isBuilt ? path : nil
  }

  /// Links a program that runs tests.
  ///
  /// - Parameters:
  ///   - driver: the driver.
  ///   - tests: the object of its tests.
  ///   - name: the name of the program.
  /// - Throws: `HostError` when the linker cannot be run.
  /// - Returns: the program's path, `nil` where it does not link.
  func link(_ driver: Driver, _ tests: String, to name: String) throws -> String? {
    let program = "\(work)/\(name)"
    let isLinked = try run(
      ["swiftc", "-use-ld=lld", "-emit-executable", "-o", program, "\(work)/runner.o", driver.object, tests]
        + kitObjects)
    return isLinked ? program : nil
  }

  private func compile(_ module: String, _ files: [String], to object: String, _ more: [String]) throws
    -> Bool
  {
    try run(
      ["swiftc", "-module-name", module, "-wmo", "-Onone", "-enable-testing", "-swift-version", "6"]
        + ["-DSWIFT_PACKAGE", "-DDEBUG", "-c", "-o", object] + options + more + files)
  }

  private func run(_ command: [String]) throws -> Bool {
    let result = try ChildProcess.run(command, until: .after(Self.patience))
    try Data(result.output.utf8).write(to: URL(filePath: "\(work)/last-output.txt"))
    return result.isSuccess
  }
}
