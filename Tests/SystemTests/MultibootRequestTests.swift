import Boards
import BootImage
import FirmwareSDK
import FoundationEssentials
import HostProcess
import QEMU
import Testing

extension SystemTests {
  /// The requests on the board that Multiboot starts: the requests' root task is the kernel's module.
  @Suite(.serialized, .timeLimit(.minutes(20)))
  struct MultibootRequestTests {
    private static let board = Board.qemuPCX86_64

    @Test func theKernelGivesTheRecordedAnswers() throws {
      let file = "\(Command.kit)/Tests/KernelTests/Contract/\(Self.board.architecture)-requests.txt"
      let recorded = String(decoding: try Self.bytes(file), as: UTF8.self).split(separator: "\n")
      #expect(recorded.count == 2500)
      let answers = try Self.answers()
      for (index, line) in recorded.enumerated() {
        try #require(index < answers.count, "the kernel stopped after \(index) answers")
        try #require(answers[index] == line, "request \(index)")
      }
    }

    @Test func aKernelWithoutItsModuleSaysSo() throws {
      let folder = try TemporaryFolder(prefix: "dddk-multiboot")
      let image = try Self.kernelFile(in: folder)
      let console = ScriptedConsole(try VirtualMachine(Self.board, image: image))
      try console.wait(for: "dddk kernel: no memory map or module", within: .seconds(60))
    }

    @Test func aModuleThatIsNoProgramIsRefused() throws {
      let folder = try TemporaryFolder(prefix: "dddk-multiboot")
      let image = try Self.kernelFile(in: folder)
      let module = folder.file("module")
      try Data(repeating: 0x5a, count: 9000).write(to: URL(filePath: module))
      let console = ScriptedConsole(
        try VirtualMachine(Self.board, image: image, arguments: ["-initrd", module]))
      try console.wait(for: "dddk kernel: the module is no program that fits", within: .seconds(60))
    }

    /// Boots the root task of the requests and takes what it prints.
    private static func answers() throws -> [String] {
      let folder = try TemporaryFolder(prefix: "dddk-multiboot")
      let module = try build("kernel-requests", .component)
      let console = ScriptedConsole(
        try VirtualMachine(board, image: kernelFile(in: folder), arguments: ["-initrd", module]))
      try console.wait(for: "requests begin\n", within: .seconds(60))
      let text = try console.wait(for: "requests end", within: .seconds(120))
      return text.split(whereSeparator: \.isNewline).filter { line in
        line.allSatisfy { $0 == " " || $0.isHexDigit }
      }.map { $0.split(separator: " ").joined(separator: " ") }
    }

    /// The kernel as QEMU takes it.
    private static func kernelFile(in folder: TemporaryFolder) throws -> String {
      let program = try Program(
        elf: bytes(build("kernel", .kernel)), name: "kernel", machine: Processor.x86_64.elfMachine)
      let file = folder.file("kernel.elf")
      try Data(try program.multibootELF()).write(to: URL(filePath: file))
      return file
    }

    /// Builds a program of the kit's as a user's system would be; answers its path.
    private static func build(_ product: String, _ role: FirmwareRole) throws -> String {
      let built = "\(Command.kit)/.build-dddk"
      try FirmwareSDK().write(into: URL(filePath: "\(built)/sdk"))
      let scratch = "\(built)/\(role == .kernel ? board.name : board.architecture)-\(role.rawValue)"
      let build = try Command.run(
        program: [
          "env", "DDDK_WITHOUT_DRIVERS=1", "swift", "build", "--package-path", Command.kit, "--scratch-path",
          scratch, "--swift-sdks-path", "\(built)/sdk", "--swift-sdk", FirmwareSDK.name(role, for: board),
          "--configuration", "release", "--product", product,
        ], in: Command.kit)
      try #require(build.status == .exited(0), "\(build.output)\(build.messages)")
      return "\(scratch)/\(Processor.x86_64.triple)/release/\(product)"
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
      [UInt8](try #require(FileManager.default.contents(atPath: path), "\(path) is there"))
    }
  }
}
