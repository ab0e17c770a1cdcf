import Foundation
import Testing

/// The instructions of an object or a program, function by function.
struct Disassembly {
  /// By symbol, in the order of their addresses.
  private(set) var functions: [String: [Instruction]] = [:]

  /// One instruction of AArch64, RISC-V or x86-64.
  struct Instruction {
    let address: UInt64
    /// Mnemonic and operands.
    let text: String

    var mnemonic: Substring { text.prefix { $0 != " " } }
    /// A trap: a check of Swift's that was not proved away.
    var isTrap: Bool { ["brk", "udf", "unimp", "ud2"].contains(mnemonic) }
    var isCall: Bool { ["bl", "blr", "jalr", "jal", "callq"].contains(mnemonic) }
    /// What fills the space before a loop or a function.
    var isPadding: Bool { mnemonic.hasPrefix("nop") || text == "int3" }
    /// A load or store that changes its base register, which a hypervisor cannot emulate on a device.
    var isIndexedAccess: Bool {
      (mnemonic.hasPrefix("ldr") || mnemonic.hasPrefix("str"))
        && (text.hasSuffix("]!") || text.contains("], #"))
    }
    /// Where a branch within the program goes.
    var target: UInt64? {
      guard isBranch, let match = text.firstMatch(of: /0x([0-9a-f]+) </) else { return nil }
      return UInt64(match.1, radix: 16)
    }
    var isBranch: Bool {
      mnemonic == "b" || mnemonic.hasPrefix("b.") || ["cbz", "cbnz", "tbz", "tbnz"].contains(mnemonic)
    }
  }

  /// Disassembles every function of a file.
  init(object: URL) throws {
    let text = try check([
      "llvm-objdump", "--disassemble", "--no-show-raw-insn", "--no-leading-headers", object.path,
    ])
    let isRelocatable = object.pathExtension == "o"
    var section = ""
    var bySection: [String: [Instruction]] = [:]
    for line in text.split(separator: "\n") {
      if line.hasPrefix("Disassembly of section ") {
        section = String(line.dropFirst("Disassembly of section ".count).dropLast())
        continue
      }
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let address = UInt64(parts[0].trimmingCharacters(in: .whitespaces), radix: 16)
      else { continue }
      let instruction = parts[1].trimmingCharacters(in: .whitespaces).replacingOccurrences(
        of: "\t", with: " ")
      let parsed = Instruction(address: address, text: instruction)
      if !parsed.isPadding { bySection[section, default: []].append(parsed) }
    }
    if isRelocatable {
      for (section, instructions) in bySection where section.hasPrefix(".text.") {
        functions[String(section.dropFirst(".text.".count))] = instructions
      }
      return
    }
    // In a linked program the disassembler names code by mapping symbols; the symbol table knows functions.
    let symbols = try check(["llvm-nm", "--print-size", "--defined-only", object.path])
    let all = bySection.values.flatMap { $0 }.sorted { $0.address < $1.address }
    for line in symbols.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 4, "tTwW".contains(parts[2]), let start = UInt64(parts[0], radix: 16),
        let size = UInt64(parts[1], radix: 16), size > 0
      else { continue }
      functions[String(parts[3])] = all.filter { $0.address >= start && $0.address < start + size }
    }
  }
}

/// The package that is tested.
enum Package {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}

/// A folder that lasts as long as the value.
struct TemporaryFolder: ~Copyable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// Runs a program of the toolchain, which must succeed.
@discardableResult
func check(_ arguments: [String], in folder: URL? = nil) throws -> String {
  let result = try run(arguments, in: folder)
  guard result.status == 0 else {
    throw Failure(description: "\(arguments.prefix(3).joined(separator: " ")): \(result.text)")
  }
  return result.text
}

/// Runs a program and waits for it.
func run(_ arguments: [String], in folder: URL? = nil) throws -> (status: Int32, text: String) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = arguments
  if let folder { process.currentDirectoryURL = folder }
  let output = Pipe()
  process.standardOutput = output
  process.standardError = output
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}

/// A program failed, with what it said.
struct Failure: Error, CustomStringConvertible {
  let description: String
}
