import BootImage
import FoundationEssentials
import HostProcess
import QEMU
import Testing

extension SystemTests {
  /// The root task `kernel-contract` makes the same requests on every kernel; what seL4 answered is recorded.
  @Suite(.serialized, .timeLimit(.minutes(20)))
  struct KernelContractAnswers {
    @Test(arguments: TestKernel.all) func theKernelGivesTheRecordedAnswers(_ kernel: TestKernel) throws {
      // Builds kernel and loader as a user's system does, and writes the SDKs.
      _ = try TestImage.of(kernel)
      let built = "\(Command.kit)/.build-dddk"
      let build = try Command.run(
        program: [
          "env", "DDDK_WITHOUT_DRIVERS=1", "swift", "build", "--package-path", Command.kit, "--scratch-path",
          "\(built)/aarch64-component", "--swift-sdks-path", "\(built)/sdk", "--swift-sdk",
          "dddk-aarch64-component", "--configuration", "release", "--product", "kernel-contract",
        ], in: Command.kit)
      try #require(build.status == .exited(0), "\(build.output)\(build.messages)")
      let kernelFile =
        kernel.option == "reference"
        ? Self.program("kernel", in: "\(built)/aarch64-kernel") : "\(kernel.option)/bin/kernel.elf"
      let image = try BootImage.bytes(
        loader: Program(
          elf: Self.bytes(Self.program("loader", in: "\(built)/aarch64-loader")), name: "loader", machine: 183
        ),
        kernel: Program(elf: Self.bytes(kernelFile), name: "kernel", machine: 183),
        rootTaskImage: Self.bytes(Self.program("kernel-contract", in: "\(built)/aarch64-component")))
      let folder = try TemporaryFolder(prefix: "dddk-contract")
      let file = folder.file("boot.elf")
      try Data(image).write(to: URL(filePath: file))
      let console = ScriptedConsole(try VirtualMachine(.standard, image: file))
      try console.wait(for: "contract begin\n", within: .seconds(60))
      let text = try console.wait(for: "contract end", within: .seconds(120))
      // A debug build of seL4 prints lines of its own between them.
      let answers = text.split(whereSeparator: \.isNewline).filter { line in
        line.allSatisfy { $0 == " " || $0.isHexDigit }
      }
      let recorded = try String(
        decoding: Self.bytes("\(Command.kit)/Tests/KernelTests/Contract/answers.txt"), as: UTF8.self
      ).split(separator: "\n")
      for (index, line) in recorded.enumerated() {
        try #require(index < answers.count, "the kernel stopped after \(index) answers")
        let words = answers[index].split(separator: " ").joined(separator: " ")
        try #require(words == line, "request \(index)")
      }
    }

    private static func program(_ name: String, in scratch: String) -> String {
      "\(scratch)/aarch64-none-none-elf/release/\(name)"
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
      [UInt8](try #require(FileManager.default.contents(atPath: path), "\(path) is there"))
    }
  }
}
