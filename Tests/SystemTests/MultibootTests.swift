import Boards
import BootImage
import FirmwareSDK
import FoundationEssentials
import HostProcess
import QEMU
import Testing

extension SystemTests {
  /// What the reference kernel says of a Multiboot module, which the root task is, where it is missing or no program.
  @Suite(.serialized, .timeLimit(.minutes(20)))
  struct MultibootTests {
    private static let board = Board.qemuPCX86_64

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

    /// The kernel as QEMU takes it.
    private static func kernelFile(in folder: TemporaryFolder) throws -> String {
      let program = try Program(
        elf: bytes(build()), name: "kernel", machine: Processor.x86_64.elfMachine)
      let file = folder.file("kernel.elf")
      try Data(try program.multibootELF()).write(to: URL(filePath: file))
      return file
    }

    /// Builds the kernel as a user's system would be; answers its path.
    private static func build() throws -> String {
      let built = "\(Command.kit)/.build-dddk"
      try FirmwareSDK().write(into: URL(filePath: "\(built)/sdk"))
      let scratch = "\(built)/\(board.name)-kernel"
      let build = try Command.run(
        program: [
          "env", "DDDK_WITHOUT_DRIVERS=1", "swift", "build", "--package-path", Command.kit, "--scratch-path",
          scratch, "--swift-sdks-path", "\(built)/sdk", "--swift-sdk", FirmwareSDK.name(.kernel, for: board),
          "--configuration", "release", "--product", "kernel",
        ], in: Command.kit)
      try #require(build.status == .exited(0), "\(build.output)\(build.messages)")
      return "\(scratch)/\(Processor.x86_64.triple)/release/kernel"
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
      [UInt8](try #require(FileManager.default.contents(atPath: path), "\(path) is there"))
    }
  }
}
