import Foundation
import Testing

/// The build plugin in a user's own package: what it runs, what it leaves alone, and how it shows a mistake.
///
/// The package stands in `.build-dddk`, so that the tool and the runtime are built once.
@Suite(.serialized)
struct PluginTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let package = root.appendingPathComponent(".build-dddk/plugin-test")
  static let spec = package.appendingPathComponent("Sources/my-gate/gate.driver.yaml")

  @Test func aBuildDoesWhatTheSpecsChangeAsksForAndNoMore() throws {
    try Self.writePackage()
    let original = try String(contentsOf: Self.spec, encoding: .utf8)
    let first = try Self.build()
    try #require(first.status == 0, "\(first.text)")
    // The first build links the tool a second time after it ran it: SwiftPM runs it once more, to no effect.
    let settled = try Self.build()
    #expect(settled.status == 0 && settled.compiling.isEmpty, "\(settled.text)")

    // Nothing changed: nothing runs.
    let again = try Self.build()
    #expect(again.status == 0)
    #expect(again.generating.isEmpty && again.compiling.isEmpty, "\(again.text)")

    // The same text with another date: the command runs, and writes nothing.
    try Self.write(original)
    let touched = try Self.build()
    #expect(touched.status == 0 && touched.generating.count == 1, "\(touched.text)")
    #expect(touched.compiling.isEmpty, "\(touched.text)")

    // A changed spec: one command, one module.
    try Self.write(original.replacing("summary: opens the gate", with: "summary: lets the gate swing open"))
    let changed = try Self.build()
    #expect(changed.status == 0 && changed.generating.count == 1, "\(changed.text)")
    #expect(!changed.compiling.isEmpty)
    #expect(changed.compiling.allSatisfy { $0.contains(" my_gate") }, "\(changed.text)")

    // A mistake: at its place, with nothing written.
    let generated = try Self.generatedText()
    try Self.write(original.replacing("offset: 0x8", with: "offset: 0x6"))
    let broken = try Self.build()
    #expect(broken.status != 0)
    #expect(
      broken.text.firstMatch(of: /gate\.driver\.yaml:13:[0-9]+: error: .*0x6/) != nil, "\(broken.text)")
    #expect(try Self.generatedText() == generated)

    try Self.write(original)
    #expect(try Self.build().status == 0)
  }

  /// What a build printed.
  struct Build {
    var status: Int32
    var text: String

    var generating: [Substring] { lines.filter { $0.contains("Generating the driver of") } }
    var compiling: [Substring] { lines.filter { $0.contains("] Compiling ") || $0.contains("] Emitting ") } }
    private var lines: [Substring] { text.split(separator: "\n") }
  }

  private static func build() throws -> Build {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["swift", "build", "--package-path", package.path, "--product", "my-gate"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Build(status: process.terminationStatus, text: String(decoding: data, as: UTF8.self))
  }

  private static func write(_ text: String) throws { try Data(text.utf8).write(to: spec) }

  private static func generatedText() throws -> [String] {
    let outputs = package.appendingPathComponent(".build/plugins/outputs")
    let files = FileManager.default.enumerator(atPath: outputs.path)?.compactMap { $0 as? String } ?? []
    return try files.filter { $0.hasSuffix(".swift") }.sorted().map {
      try String(contentsOf: outputs.appendingPathComponent($0), encoding: .utf8)
    }
  }

  /// A package of one driver with hooks, which depends on this one by its path.
  private static func writePackage() throws {
    let sources = spec.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
    let manifest = """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: "my-gate",
        dependencies: [.package(name: "swift-dddk", path: "\(root.path)")],
        targets: [
          .executableTarget(
            name: "my-gate", dependencies: [.product(name: "DriverRuntime", package: "swift-dddk")],
            plugins: [.plugin(name: "GenerateDrivers", package: "swift-dddk")])
        ])

      """
    try Data(manifest.utf8).write(to: package.appendingPathComponent("Package.swift"))
    let driver = root.appendingPathComponent("Tests/GateDriver")
    for file in ["gate.driver.yaml", "GateHooks.swift"] {
      try Data(contentsOf: driver.appendingPathComponent(file)).write(
        to: sources.appendingPathComponent(file))
    }
  }
}
