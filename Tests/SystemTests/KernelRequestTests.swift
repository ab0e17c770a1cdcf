import Boards
import BootImage
import FirmwareSDK
import FoundationEssentials
import HostProcess
import QEMU
import Testing

extension SystemTests {
  /// The root task `kernel-requests` makes the same requests on every kernel; what seL4 answered is recorded.
  @Suite(.serialized, .timeLimit(.minutes(20)))
  struct KernelRequestTests {
    @Test(arguments: TestKernel.everyBoard.filter { $0.board != .standard && $0.board.start == .loader })
    func theKernelOfAnotherProcessorAnswersAsRecorded(_ kernel: TestKernel) throws {
      let file = "\(Command.kit)/Tests/KernelTests/Contract/\(kernel.board.architecture)-requests.txt"
      let recorded = String(decoding: try Self.bytes(file), as: UTF8.self).split(separator: "\n")
      #expect(recorded.count == 2500)
      try Self.expect(Self.answers(of: kernel), toBe: recorded)
    }

    private static func expect(_ answers: [String], toBe recorded: [Substring]) throws {
      for (index, line) in recorded.enumerated() {
        try #require(index < answers.count, "the kernel stopped after \(index) answers")
        try #require(answers[index] == line, "request \(index)")
      }
    }

    /// Boots the contract's root task and takes what it prints.
    private static func answers(of kernel: TestKernel) throws -> [String] {
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
          "kernel-requests",
        ], in: Command.kit)
      try #require(build.status == .exited(0), "\(build.output)\(build.messages)")
      func program(_ name: String, in scratch: String) -> String {
        "\(scratch)/\(processor.triple)/release/\(name)"
      }
      let kernelFile =
        kernel.isReference
        ? program("kernel", in: "\(built)/\(board.name)-kernel") : "\(kernel.option)/bin/kernel.elf"
      let image = try BootImage.bytes(
        loader: Program(
          elf: Self.bytes(program("loader", in: "\(built)/\(board.name)-loader")), name: "loader",
          machine: processor.elfMachine),
        kernel: Program(elf: Self.bytes(kernelFile), name: "kernel", machine: processor.elfMachine),
        rootTaskImage: Self.bytes(program("kernel-requests", in: components)))
      let folder = try TemporaryFolder(prefix: "dddk-requests")
      let file = folder.file("boot.elf")
      try Data(image).write(to: URL(filePath: file))
      let console = ScriptedConsole(try VirtualMachine(board, image: file))
      try console.wait(for: "requests begin\n", within: .seconds(60))
      let text = try console.wait(for: "requests end", within: .seconds(120))
      // A debug build of seL4 prints lines of its own between them.
      return text.split(whereSeparator: \.isNewline).filter { line in
        line.allSatisfy { $0 == " " || $0.isHexDigit }
      }.map { $0.split(separator: " ").joined(separator: " ") }
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
      [UInt8](try #require(FileManager.default.contents(atPath: path), "\(path) is there"))
    }
  }
}
