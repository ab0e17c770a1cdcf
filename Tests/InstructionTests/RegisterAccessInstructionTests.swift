import Foundation
import Testing

/// A generated register access is compiled to what the same access in C is compiled to.
///
/// Both are compiled here, by the toolchain's own compilers for AArch64, and their instructions counted.
struct RegisterAccessInstructionTests {
  static let names = [
    "read", "write", "field_read", "wide_field_read", "modify", "modify_wide_field", "write_fields",
    "write_known_field", "clear_by_one", "clear_what_is_set", "poll_and_put", "increasing",
  ].map { "access_\($0)" }

  @Test func accessesAreTheInstructionsOfC() throws {
    let folder = try TemporaryFolder()
    let swift = try Disassembly(object: compileSwift(in: folder))
    let c = try Disassembly(object: compileC(in: folder))
    for name in Self.names {
      let ours = try #require(swift.functions[name], "\(name) is not in the Swift object")
      let theirs = try #require(c.functions[name], "\(name) is not in the C object")
      #expect(
        ours.count <= theirs.count,
        "\(name): Swift \(ours.map(\.text).joined(separator: "; ")) / C \(theirs.map(\.text).joined(separator: "; "))"
      )
      #expect(ours.allSatisfy { !$0.isTrap && !$0.isCall }, "\(name): \(ours.map(\.text))")
      #expect(ours.allSatisfy { !$0.isIndexedAccess }, "\(name): \(ours.map(\.text))")
    }
  }

  private func compileC(in folder: borrowing TemporaryFolder) throws -> URL {
    let object = folder.url.appendingPathComponent("c.o")
    try check([
      "clang", "--target=aarch64-none-elf", "-O2", "-ffreestanding", "-mgeneral-regs-only", "-mstrict-align",
      "-ffunction-sections", "-c", Self.sources.appendingPathComponent("accesses.c").path, "-o", object.path,
    ])
    return object
  }

  private func compileSwift(in folder: borrowing TemporaryFolder) throws -> URL {
    let flags = [
      "-target", "aarch64-none-none-elf", "-enable-experimental-feature", "Embedded", "-wmo", "-O",
      "-parse-as-library", "-swift-version", "6", "-enable-experimental-feature", "Volatile",
      "-Xfrontend", "-disable-stack-protector", "-Xfrontend", "-function-sections", "-Xcc",
      "-mgeneral-regs-only", "-Xcc", "-mstrict-align", "-I", folder.url.path, "-I",
      Package.root.appendingPathComponent("Sources/Runtime/CDeviceAccess/include").path, "-module-cache-path",
      folder.url.appendingPathComponent("cache").path,
    ]
    let access = Package.root.appendingPathComponent("Sources/Runtime/RegisterAccess")
    let sources = try FileManager.default.contentsOfDirectory(atPath: access.path).filter {
      $0.hasSuffix(".swift")
    }.sorted().map { access.appendingPathComponent($0).path }
    try check(
      ["swiftc"] + flags + [
        "-emit-module", "-emit-module-path",
        folder.url.appendingPathComponent("RegisterAccess.swiftmodule").path,
        "-module-name", "RegisterAccess", "-c", "-o",
        folder.url.appendingPathComponent("RegisterAccess.o").path,
      ] + sources)
    // The generated registers, as they are recorded; they need nothing of the runtime but these two names.
    let golden = Package.root.appendingPathComponent(
      "Tests/DriverGeneratorTests/Golden/pl011/pl011.registers.swift")
    let registers = folder.url.appendingPathComponent("registers.swift")
    let text = try String(contentsOf: golden, encoding: .utf8)
      .replacingOccurrences(of: "import DriverRuntime", with: "import RegisterAccess")
    try Data((text + "\nprotocol GeneratedInterface2 {}\n").utf8).write(to: registers)
    let object = folder.url.appendingPathComponent("swift.o")
    try check(
      ["swiftc"] + flags + [
        "-module-name", "accesses", "-c", "-o", object.path, registers.path,
        Self.sources.appendingPathComponent("Accesses.swift").path,
      ])
    return object
  }

  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Registers")
}
