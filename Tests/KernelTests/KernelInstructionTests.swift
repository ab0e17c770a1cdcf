import Boards
import FirmwareSDK
import Foundation
import Testing

/// What the compiler makes of the kernel, with the flags of the kit's own SDK.
///
/// Costs come back silently with a change of code or compiler: a frame on a hot path, a check at each use of
/// a global, objects on a heap.
struct KernelInstructionTests {
  /// The functions of one object file, by symbol, with relocations after the instructions that they belong to.
  private struct Disassembly {
    let functions: [String: [String]]

    init(_ text: String) {
      var functions: [String: [String]] = [:]
      var name: String?
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasSuffix(">:"), let start = line.firstIndex(of: "<") {
          // A label inside a function begins no other.
          let symbol = line[line.index(after: start)...].dropLast(2)
          if !symbol.hasPrefix(".L") { name = String(symbol) }
        } else if let name, line.hasPrefix(" ") || line.hasPrefix("\t") {
          // "      4c: \tmov\tw0, #1" or "\t\t0000004c:  R_AARCH64_CALL26\tsymbol"
          let instruction = line.split(separator: ":", maxSplits: 1).last ?? line
          functions[name, default: []].append(
            instruction.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
      }
      self.functions = functions
    }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(arguments.prefix(3)) failed")
    return String(decoding: data, as: UTF8.self)
  }

  private struct Toolset: Decodable {
    struct Options: Decodable { let extraCLIOptions: [String] }
    let swiftCompiler: Options
    let cCompiler: Options
  }

  /// Compiles the kernel's module as `dddk` does and takes it apart.
  private static func disassembly(for board: Board) throws -> Disassembly {
    let name = FirmwareSDK.name(.kernel, for: board)
    let triple = try #require(Processor.of(board)).triple
    let file = try #require(FirmwareSDK().files().first { $0.path == "\(name)/toolset.json" })
    let toolset = try JSONDecoder().decode(Toolset.self, from: Data(file.text.utf8))
    // SwiftPM gives C's flags to Swift's importer, too.
    let flags =
      toolset.swiftCompiler.extraCLIOptions + toolset.cCompiler.extraCLIOptions.flatMap { ["-Xcc", $0] }
    let folder = FileManager.default.temporaryDirectory.appending(path: "kernel-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let header = root.appending(path: "Kernel/Entry/include/CKernelEntry.h").path
    let map = folder.appending(path: "module.modulemap")
    try Data("module CKernelEntry { header \"\(header)\" export * }".utf8).write(to: map)
    var sources: [String] = []
    for part in ["Core", "Architecture", "Platform"] {
      let files = FileManager.default.enumerator(
        at: root.appending(path: "Kernel/\(part)"), includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        if file.pathExtension == "swift" { sources.append(file.path) }
      }
    }
    let object = folder.appending(path: "kernel.o").path
    _ = try run(
      ["swiftc", "-target", triple, "-O", "-parse-as-library", "-module-name", "Kernel"]
        + flags.filter { flag in
          !["-use-ld=lld", "-Xclang-linker", "-nostdlib", "-static"].contains(flag)
            && !flag.hasPrefix("--target=")
        }
        + ["-module-cache-path", folder.path, "-Xcc", "-fmodule-map-file=\(map.path)", "-c"]
        + sources.sorted()
        + ["-o", object])
    // The disassembler stands beside the compiler, which may be a link to it.
    let compiler = try run(["which", "swiftc"]).trimmingCharacters(in: .whitespacesAndNewlines)
    let tools = URL(filePath: compiler).resolvingSymlinksInPath().deletingLastPathComponent()
    return Disassembly(
      try run([tools.appending(path: "llvm-objdump").path, "-dr", "--no-show-raw-insn", object]))
  }

  /// The longest way through each hot function, in lines, so that a path does not grow unseen.
  private static let bounds: [String: [String: Int]] = [
    "aarch64": [
      "dddk_send": 60, "dddk_call": 130, "dddk_reply_receive": 140, "dddk_interrupt": 150,
      "dddk_system_call": 140,
    ],
    "riscv64": [
      "dddk_send": 70, "dddk_call": 150, "dddk_reply_receive": 160, "dddk_interrupt": 160,
      "dddk_system_call": 150,
    ],
    "x86_64": [
      "dddk_send": 60, "dddk_call": 150, "dddk_reply_receive": 165, "dddk_interrupt": 160,
      "dddk_system_call": 150,
    ],
  ]

  @Test(
    "hot paths have no frame, no object has a heap, no global has a check, no code has floating point",
    arguments: Board.all.map(\.name))
  func costs(_ name: String) throws {
    let board = try #require(Board.named(name))
    let functions = try Self.disassembly(for: board).functions
    let bounds = try #require(Self.bounds[board.architecture])
    for (name, bound) in bounds {
      let body = try #require(functions[name], "\(name) is there")
      #expect(body.count <= bound, "\(name) has \(body.count) lines")
      for line in body {
        #expect(
          !["sp,", "[sp", "(sp)", "%rsp", "push"].contains(where: line.contains),
          "\(name) has a frame: \(line)")
        #expect(!["bl ", "auipc ra,", "callq "].contains(where: line.hasPrefix), "\(name) calls: \(line)")
      }
    }
    let forbidden = [
      "swift_once", "swift_retain", "swift_release", "swift_allocObject", "swift_slowAlloc",
      "swift_beginAccess",
    ]
    for (name, body) in functions where name.contains("6Kernel") || name.hasPrefix("dddk_") {
      for line in body {
        #expect(!forbidden.contains { line.hasSuffix($0) }, "\(name): \(line)")
        // Boot holds its lists of memory on the stack: at most a half of the kernel's 16 KiB.
        #expect(
          frameSize(line) <= (name.contains("Boot") || name == "dddk_boot" ? 8192 : 512), "\(name): \(line)")
        #expect(!usesVectors(line, on: board), "\(name): \(line)")
      }
    }
  }

  /// The bytes that an instruction takes from the stack.
  private func frameSize(_ line: String) -> Int {
    let starts = ["sub sp, sp, #", "addi sp, sp, -", "subq $"]
    guard let start = starts.first(where: { line.hasPrefix($0) }),
      start != "subq $" || line.contains(", %rsp")
    else { return 0 }
    let words = line.dropFirst(start.count).split { " ,".contains($0) }
    let amount = words[0].hasPrefix("0x") ? Int(words[0].dropFirst(2), radix: 16) : Int(words[0])
    guard let amount else { return Int.max }
    return words.dropFirst().starts(with: ["lsl", "#12"]) ? amount << 12 : amount
  }

  /// Whether an operand is a floating-point or vector register: `q0`, `v0.2d` and the like, `fa0`, or `%xmm0`.
  private func usesVectors(_ line: String, on board: Board) -> Bool {
    guard !line.contains("R_AARCH64"), !line.contains("R_RISCV"), !line.contains("R_X86_64") else {
      return false
    }
    let prefixes =
      switch board.architecture {
      case "aarch64": ["q", "v", "d", "s", "b", "h"]
      case "riscv64": ["fa", "fs", "ft"]
      default: ["%xmm", "%ymm", "%zmm", "%mm", "%st"]
      }
    let operands = line.split { " ,[]!()".contains($0) }.dropFirst()
    return operands.contains { operand in
      guard let prefix = prefixes.first(where: { operand.hasPrefix($0) }) else { return false }
      let rest = operand.dropFirst(prefix.count)
      return prefix == "%st" || !rest.isEmpty && rest.allSatisfy { $0.isNumber || $0 == "." }
    }
  }
}
