import Foundation
import PackagePlugin

/// Generates the driver of the `*.driver.yaml` among a target's files, before the target is compiled.
@main
struct GenerateDrivers: BuildToolPlugin {
  /// What a spec's file name ends in.
  private static let suffix = ".driver.yaml"
  /// Where `dddk` builds a package it names itself here: it has the generator, and SwiftPM need not compile it first.
  private static let generator = "DDDK_GENERATOR"
  /// The files of a driver; dddk-generate writes each of them, whatever the spec says.
  private static let parts = ["registers", "driver", "fake", "component"]

  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let specs = module.sourceFiles.map(\.url).filter { $0.lastPathComponent.hasSuffix(Self.suffix) }
      .sorted { $0.path < $1.path }
    guard let spec = specs.first else {
      Diagnostics.warning("`\(target.name)` uses GenerateDrivers and has no file that ends in \(Self.suffix)")
      return []
    }
    if specs.count > 1 {
      Diagnostics.error(
        "`\(target.name)` has \(specs.count) driver specs, and a component drives one device; "
          + "fix: make a target for each of \(specs.map(\.lastPathComponent).joined(separator: ", "))")
      return []
    }
    if module.kind != .executable {
      Diagnostics.error(
        "`\(target.name)` has a driver spec and is no program; fix: make it an `.executableTarget`")
      return []
    }
    let stem = spec.lastPathComponent.dropLast(Self.suffix.count)
    let folder = context.pluginWorkDirectoryURL
    let executable: URL
    let arguments: [String]
    var inputs = [spec]
    if let command = ProcessInfo.processInfo.environment[Self.generator] {
      executable = URL(fileURLWithPath: command)
      arguments = ["generate", spec.path, "--output", folder.path]
      // SwiftPM does not know that what it did not build may change.
      inputs.append(executable)
    } else {
      executable = try context.tool(named: "dddk-generate").url
      arguments = [spec.path, folder.path]
    }
    return [
      .buildCommand(
        displayName: "Generating the driver of \(spec.lastPathComponent)", executable: executable,
        arguments: arguments, inputFiles: inputs,
        outputFiles: Self.parts.map { folder.appendingPathComponent("\(stem).\($0).swift") })
    ]
  }
}
