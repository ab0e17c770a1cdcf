import BootImage
import ContractModel
import FirmwareSDK
import FoundationEssentials
import HostProcess
import KernelContract
import QEMU
import SeL4
import Testing

/// Something that runs the contract and tells what it saw: a kernel in QEMU, or the model.
protocol ContractRunner: AnyObject {
  /// The hashes of blocks of random calls.
  func blocks(seed: UInt, first: Int, count: Int) throws -> [String]
  /// The calls of an episode, and what was seen after each.
  func episode(seed: UInt, number: Int) throws -> [String]
  /// What was seen of the calls of lines that `episode` gave, some of which may be left out.
  func make(_ calls: [String]) throws -> [String]
}

/// The model as a program, which is one processor's.
final class ModelRunner: ContractRunner {
  /// The processors that the model can be.
  static let architectures = ["aarch64", "riscv64", "x86_64"]

  private let program: String

  init(_ architecture: String) throws {
    program = try Self.program(architecture)
  }

  private func answer(to commands: [String]) throws -> [String] {
    let outcome = try Command.run(
      program: [program], in: Command.kit, input: commands.map { "\($0)\n" }.joined(), within: .seconds(600))
    try #require(outcome.status == .exited(0), "\(outcome.messages)")
    return outcome.output.split(whereSeparator: \.isNewline).map(String.init).filter { $0 != "contract end" }
  }

  func cases() throws -> [String] { try answer(to: ["cases"]) }

  func blocks(seed: UInt, first: Int, count: Int) throws -> [String] {
    let numbers = [seed, UInt(first), UInt(count)].map { String($0, radix: 16) }
    return try answer(to: ["random \(numbers.joined(separator: " "))"])
  }

  func episode(seed: UInt, number: Int) throws -> [String] {
    try answer(to: ["episode \(String(seed, radix: 16)) \(String(number, radix: 16))"])
  }

  func make(_ calls: [String]) throws -> [String] { try answer(to: ["begin"] + calls + ["finish"]) }

  /// Builds the program with optimisation, and lets it see the kernel's inside as tests do; the condition says which
  /// processor the kernel is compiled for.
  private static func program(_ architecture: String) throws -> String {
    let scratch = "\(Command.kit)/.build-dddk/\(architecture)-model"
    let condition = "-DMODEL_\(architecture.uppercased())"
    let build = try Command.run(
      program: [
        "env", "DDDK_WITHOUT_DRIVERS=1", "swift", "build", "--package-path", Command.kit, "--scratch-path",
        scratch, "--configuration", "release", "--product", "contract-model", "-Xswiftc", "-enable-testing",
        "-Xswiftc", "-DDEBUG", "-Xswiftc", condition, "-Xswiftc", "-Xcc", "-Xswiftc", condition, "-Xcc",
        condition,
      ], in: Command.kit, within: .seconds(1200))
    try #require(build.status == .exited(0), "\(build.output)\(build.messages)")
    return "\(scratch)/release/contract-model"
  }
}

/// A kernel in QEMU with the root task `kernel-contract`.
final class KernelRunner: ContractRunner {
  private let kernel: TestKernel
  private let image: ContractImage
  private var console: ScriptedConsole

  init(_ kernel: TestKernel) throws {
    self.kernel = kernel
    image = try ContractImage.of(kernel)
    console = try Self.boot(image, of: kernel)
  }

  private static func boot(_ image: ContractImage, of kernel: TestKernel) throws -> ScriptedConsole {
    // One nanosecond an instruction: no turn of a thread ends in the middle of a case because the host was busy.
    let console = ScriptedConsole(
      try VirtualMachine(kernel.board, image: image.file, module: image.module, clock: .instructions))
    try console.wait(for: "contract ready\n", within: .seconds(60))
    return console
  }

  /// What the contract tells up to the end of a command.
  private func answer(to command: String, within limit: Duration) throws -> [String] {
    console.type("\(command)\n")
    do {
      let text = try console.wait(for: "contract end\n", within: limit)
      return text.split(whereSeparator: \.isNewline).map(String.init).dropLast()
    } catch {
      // The kernel hangs: what it told so far is what there is, and another machine goes on.
      let told = console.text
      console = try Self.boot(image, of: kernel)
      guard case .textMissing = error else { throw error }
      let lines = told.split(whereSeparator: \.isNewline).map(String.init)
      return lines.suffix(200) + ["no end of `\(command)`"]
    }
  }

  func cases() throws -> [String] { try answer(to: "cases", within: .seconds(240)) }

  func blocks(seed: UInt, first: Int, count: Int) throws -> [String] {
    let numbers = [seed, UInt(first), UInt(count)].map { String($0, radix: 16) }
    return try answer(to: "random \(numbers.joined(separator: " "))", within: .seconds(600))
      .filter { $0.hasPrefix("block ") }
  }

  func episode(seed: UInt, number: Int) throws -> [String] {
    try answer(
      to: "episode \(String(seed, radix: 16)) \(String(number, radix: 16))", within: .seconds(30))
  }

  func make(_ calls: [String]) throws -> [String] {
    var lines = try answer(to: "begin", within: .seconds(10))
    for call in calls {
      lines += try answer(to: "make \(call.dropFirst(5))", within: .seconds(10))
      if lines.last?.hasPrefix("no end") == true { return lines }
    }
    return try lines + answer(to: "finish", within: .seconds(10))
  }
}

/// What boots the root task `kernel-contract`, built once for each kernel.
private struct ContractImage {
  /// What the machine boots.
  let file: String
  /// What it is given beside it, where Multiboot starts the board: the root task.
  let module: String?

  static func of(_ kernel: TestKernel) throws -> ContractImage {
    // Builds kernel and loader as a user's system does, and writes the SDKs.
    _ = try TestImage.of(kernel)
    let board = kernel.board
    let processor = try #require(Processor.of(board))
    let built = "\(Command.kit)/.build-dddk"
    let components = "\(built)/\(processor.name)-component"
    let build = try Command.run(
      program: [
        "env", "DDDK_WITHOUT_DRIVERS=1", "swift", "build", "--package-path", Command.kit, "--scratch-path",
        components, "--swift-sdks-path", "\(built)/sdk", "--swift-sdk",
        FirmwareSDK.name(.component, for: board), "--configuration", "release", "--product",
        "kernel-contract",
      ], in: Command.kit)
    try #require(build.status == .exited(0), "\(build.output)\(build.messages)")
    func program(_ name: String, in scratch: String) -> String {
      "\(scratch)/\(processor.triple)/release/\(name)"
    }
    let kernelFile =
      kernel.isReference
      ? program("kernel", in: "\(built)/\(board.name)-kernel") : "\(kernel.option)/bin/kernel.elf"
    let name = "\(kernel.isReference ? "reference" : "sel4")-\(board.architecture).elf"
    if board.start == .multiboot {
      let image = try Program(
        elf: bytes(kernelFile), name: "kernel", machine: processor.elfMachine, isEnteredBeforePaging: true
      ).multibootELF()
      return ContractImage(
        file: try write(image, name), module: program("kernel-contract", in: components))
    }
    let image = try BootImage.bytes(
      loader: Program(
        elf: bytes(program("loader", in: "\(built)/\(board.name)-loader")), name: "loader",
        machine: processor.elfMachine),
      kernel: Program(elf: bytes(kernelFile), name: "kernel", machine: processor.elfMachine),
      rootTaskImage: bytes(program("kernel-contract", in: components)))
    return ContractImage(file: try write(image, name), module: nil)
  }

  private static func write(_ image: [UInt8], _ name: String) throws -> String {
    let file = try folder.get().file(name)
    try Data(image).write(to: URL(filePath: file))
    return file
  }

  private static let folder = Result { try TemporaryFolder(prefix: "dddk-contract") }

  private static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try #require(FileManager.default.contents(atPath: path), "\(path) is there"))
  }
}
