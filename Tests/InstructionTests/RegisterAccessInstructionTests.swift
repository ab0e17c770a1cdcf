import Foundation
import Testing

/// A generated register access is compiled to what the same access in C is compiled to.
///
/// Both are compiled here, by the toolchain's own compilers for each processor, and their instructions counted.
struct RegisterAccessInstructionTests {
  static let names = [
    "read", "write", "field_read", "wide_field_read", "modify", "modify_wide_field", "write_fields",
    "write_known_field", "clear_by_one", "clear_what_is_set", "poll_and_put", "increasing",
    "element_by_constant",
    "element_by_index", "element_by_checked_index", "block_element_by_index", "big_endian",
  ].map { "access_\($0)" }

  @Test(arguments: Processor.all)
  func accessesAreTheInstructionsOfC(_ processor: Processor) throws {
    let folder = try TemporaryFolder()
    let swift = try Disassembly(object: compileSwift(for: processor, in: folder))
    let c = try Disassembly(object: compileC(for: processor, in: folder))
    for name in Self.names {
      let ours = try #require(swift.functions[name], "\(name) is not in the Swift object")
      let theirs = try #require(c.functions[name], "\(name) is not in the C object")
      #expect(
        ours.count <= theirs.count,
        "\(name): Swift \(ours.map(\.text).joined(separator: "; ")) / C \(theirs.map(\.text).joined(separator: "; "))"
      )
      let isChecked = name.contains("checked")
      #expect(ours.allSatisfy { !$0.isCall && (isChecked || !$0.isTrap) }, "\(name): \(ours.map(\.text))")
    }
    for (name, instructions) in swift.functions where name.hasPrefix("access_") {
      #expect(instructions.allSatisfy { !$0.isIndexedAccess }, "\(name): \(instructions.map(\.text))")
    }
  }

  /// The C of a loop over registers has the access that a hypervisor cannot emulate; so the search finds it.
  @Test func anIndexedAccessWouldBeFound() throws {
    let folder = try TemporaryFolder()
    let source = folder.url.appendingPathComponent("loop.c")
    try Data(
      "void loop(unsigned long b, long n) { for (long i = 0; i < n; i++) *(volatile int *)(b + 256 + i * 32) = 0; }"
        .utf8
    ).write(to: source)
    let object = folder.url.appendingPathComponent("loop.o")
    let processor = try #require(Processor.all.first { $0.name == "aarch64" })
    try check(
      ["clang", "--target=\(processor.clangTarget)", "-O2", "-ffreestanding", "-ffunction-sections"]
        + processor.flags + ["-c", source.path, "-o", object.path])
    let loop = try #require(try Disassembly(object: object).functions["loop"])
    #expect(loop.contains { $0.isIndexedAccess })
  }

  private func compileC(
    for processor: Processor, in folder: borrowing TemporaryFolder
  ) throws -> URL {
    let object = folder.url.appendingPathComponent("c.o")
    try check(
      ["clang", "--target=\(processor.clangTarget)", "-O2", "-ffreestanding", "-ffunction-sections"]
        + processor.flags + [
          "-c", Self.sources.appendingPathComponent("accesses.c").path, "-o", object.path,
        ])
    return object
  }

  private func compileSwift(
    for processor: Processor, in folder: borrowing TemporaryFolder
  ) throws -> URL {
    let flags =
      [
        "-target", processor.swiftTarget, "-enable-experimental-feature", "Embedded", "-wmo", "-O",
        "-parse-as-library", "-swift-version", "6", "-Xfrontend",
        "-disable-stack-protector", "-Xfrontend", "-function-sections", "-I", folder.url.path, "-I",
        Package.root.appendingPathComponent("Sources/Runtime/CDeviceAccess/include").path,
        "-module-cache-path", folder.url.appendingPathComponent("cache").path,
      ] + processor.flags.flatMap { ["-Xcc", $0] }
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
    try Data((text + "\nprotocol GeneratedInterface3 {}\n").utf8).write(to: registers)
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

/// A processor that drivers run on.
struct Processor: Sendable, CustomTestStringConvertible {
  let name: String
  let swiftTarget: String
  let clangTarget: String
  /// What code for it is compiled with, Swift's and C's.
  let flags: [String]

  var testDescription: String { name }

  static let all = [
    Processor(
      name: "aarch64", swiftTarget: "aarch64-none-none-elf", clangTarget: "aarch64-none-elf",
      flags: ["-mgeneral-regs-only", "-mstrict-align"]),
    Processor(
      name: "riscv64", swiftTarget: "riscv64-none-none-eabi", clangTarget: "riscv64-none-elf",
      flags: ["-march=rv64imac", "-mabi=lp64", "-mcmodel=medany"]),
    Processor(
      name: "x86_64", swiftTarget: "x86_64-unknown-none-elf", clangTarget: "x86_64-unknown-none-elf",
      flags: ["-mno-red-zone", "-mno-sse", "-mno-mmx", "-msoft-float"]),
  ]
}
