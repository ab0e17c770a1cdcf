import PackagePlugin

@main
struct GenerateDrivers: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] { [] }
}
