import Foundation
import Testing

/// Generated code compiles for the target, in Embedded Swift, without a warning.
struct EmbeddedTests {
  /// The modules that generated code needs, as one: registers, and what drivers are made of.
  @Test func everyCaseCompilesForTheTarget() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let headers = [
      "Sources/Runtime/CDeviceAccess/include", "Sources/Runtime/CSeL4/include", "Kernel/include",
    ]
    let flags =
      [
        "-target", "aarch64-none-none-elf", "-enable-experimental-feature", "Embedded", "-wmo",
        "-parse-as-library", "-swift-version", "6", "-strict-memory-safety", "-warnings-as-errors", "-I",
        folder.path,
        "-module-cache-path", folder.appendingPathComponent("cache").path,
      ] + headers.flatMap { ["-I", Case.root.appendingPathComponent($0).path] }
    func module(_ name: String, of sources: [URL]) throws {
      let compile = try run(
        ["swiftc"] + flags + [
          "-emit-module", "-module-name", name, "-emit-module-path",
          folder.appendingPathComponent("\(name).swiftmodule").path,
        ] + sources.map(\.path))
      try #require(compile.status == 0, "\(compile.text)")
    }
    let runtime = Case.root.appendingPathComponent("Sources/Runtime")
    let access = runtime.appendingPathComponent("RegisterAccess")
    try module("RegisterAccess", of: try swiftFiles(access))
    try module("SeL4", of: try swiftFiles(runtime.appendingPathComponent("SeL4")))
    let driver = runtime.appendingPathComponent("DriverRuntime")
    try module(
      "DriverRuntime",
      of: try swiftFiles(driver.appendingPathComponent("Driver"))
        + swiftFiles(driver.appendingPathComponent("DMA")) + [
          driver.appendingPathComponent("DriverRuntime.swift")
        ])
    for example in Case.all {
      // What starts the component needs the kernel's API, and is the same for all.
      var files = try swiftFiles(example.golden).filter { !$0.lastPathComponent.contains(".component.") }
      if let hooks = example.hooks { files.append(hooks) }
      let compile = try run(
        ["swiftc"] + flags + [
          "-O", "-module-name", "generated", "-c", "-o", folder.appendingPathComponent("generated.o").path,
        ] + files.map(\.path))
      #expect(compile.status == 0, "\(example.name): \(compile.text)")
    }
  }

  private func swiftFiles(_ folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
      .sorted().map(folder.appendingPathComponent)
  }
}
