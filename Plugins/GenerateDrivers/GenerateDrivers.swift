import Foundation
import PackagePlugin

/// Generates the driver of every `*.driver.yaml` among a target's files, before the target is compiled.
@main
struct GenerateDrivers: BuildToolPlugin {
  /// What a spec's file name ends in.
  private static let suffix = ".driver.yaml"
  /// The files of a driver; dddk-generate writes each of them, whatever the spec says.
  private static let parts = ["registers", "driver", "fake", "component"]

  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    guard let target = target.sourceModule else { return [] }
    let tool = try context.tool(named: "dddk-generate")
    let folder = context.pluginWorkDirectoryURL
    return target.sourceFiles.map(\.url)
      .filter { $0.lastPathComponent.hasSuffix(Self.suffix) }
      .sorted { $0.path < $1.path }
      .map { spec in
        let stem = spec.lastPathComponent.dropLast(Self.suffix.count)
        return .buildCommand(
          displayName: "Generating the driver of \(spec.lastPathComponent)",
          executable: tool.url,
          arguments: [spec.path, folder.path],
          inputFiles: [spec],
          outputFiles: Self.parts.map { folder.appendingPathComponent("\(stem).\($0).swift") })
      }
  }
}
