import BoardTree
import Boards
import BootImage
import FirmwareSDK
import FoundationEssentials
import HostProcess
import QEMU
import Testing

extension SystemTests {
  /// The NS16550A's generated driver behind I/O ports beside one that is written in C (Tests/PortDriver).
  @Suite(.serialized, .timeLimit(.minutes(20)))
  struct PortDrivers {
    private static let board = Board.qemuPCX86_64

    /// Both make the same accesses, each a call of the kernel, over the same rings in the same system.
    @Test(arguments: TestKernel.everyBoard.filter { $0.board == board })
    func aByteCostsWhatItCostsInC(_ kernel: TestKernel) throws {
      let folder = try TemporaryFolder(prefix: "dddk-ports")
      let image = try TestImage.of(kernel)
      let module = try #require(image.module)
      let rootTask = folder.file("root-task-image.elf")
      let built = URL(filePath: image.bootImage).deletingLastPathComponent().path
      try Data(Self.rootTaskImage(artefacts: built, driver: Self.driverInC())).write(
        to: URL(filePath: rootTask))
      // How many characters an interrupt finds depends on when the host's bytes come: the least of some runs counts.
      var generated = Figures()
      var written = Figures()
      for _ in 0..<8 {
        generated.lower(to: try Self.measure(image.bootImage, module))
        written.lower(to: try Self.measure(image.bootImage, rootTask))
        if generated.isWithinTenPercent(of: written) { break }
      }
      print("instructions a byte, \(kernel.testDescription): \(generated), in C \(written)")
      // Some hundred instructions of the kernel for each access.
      #expect(written.transmit > 300 && written.receive > 300)
      #expect(generated.isWithinTenPercent(of: written), "\(generated), in C \(written)")
    }

    /// Instructions a byte, each way.
    private struct Figures {
      var transmit = Int.max
      var receive = Int.max

      mutating func lower(to other: Figures) {
        transmit = min(transmit, other.transmit)
        receive = min(receive, other.receive)
      }

      func isWithinTenPercent(of other: Figures) -> Bool {
        transmit * 10 <= other.transmit * 11 && receive * 10 <= other.receive * 11
      }
    }

    private static func measure(_ image: String, _ module: String) throws -> Figures {
      let console = ScriptedConsole(
        try VirtualMachine(board, image: image, module: module, clock: .instructions))
      try console.wait(for: TestImage.prompt, within: .seconds(120))
      let text = try console.bench(until: TestImage.prompt)
      func figure(_ name: String) throws -> Int {
        let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("bench \(name) ") }
        return try #require(line?.split(separator: " ").last.flatMap { Int($0) }, "\(name) in \(text)")
      }
      return Figures(transmit: try figure("transmit"), receive: try figure("receive"))
    }

    /// The reference system with another driver in the generated one's place.
    private static func rootTaskImage(artefacts: String, driver: String) throws -> [UInt8] {
      func program(_ path: String, _ name: String) throws -> Program {
        let bytes = try #require(FileManager.default.contents(atPath: path), "\(path) is there")
        return try Program(elf: [UInt8](bytes), name: name, machine: Processor.x86_64.elfMachine)
      }
      let manifest = try #require(FileManager.default.contents(atPath: "\(artefacts)/manifest.bin"))
      return try RootTaskImage.bytes(
        rootTask: program("\(artefacts)/root-task.elf", "root-task"), manifest: [UInt8](manifest),
        tree: board.tree?.blob(),
        components: [
          (name: "ns16550a.elf", program: try program(driver, "ns16550a")),
          (name: "console.elf", program: try program("\(artefacts)/components/console.elf", "console")),
        ])
    }

    /// Builds the driver in C where other programs of the processor are built.
    private static func driverInC() throws -> String {
      let built = "\(Command.kit)/.build-dddk"
      let scratch = "\(built)/\(board.architecture)-component"
      let build = try Command.run(
        program: [
          "env", "DDDK_WITHOUT_DRIVERS=1", "swift", "build", "--package-path", Command.kit, "--scratch-path",
          scratch, "--swift-sdks-path",
          "\(built)/sdk", "--swift-sdk", FirmwareSDK.name(.component, for: board), "--configuration",
          "release",
          "--product", "port-driver",
        ], in: Command.kit, within: .seconds(900))
      try #require(build.status == .exited(0), "\(build.output)\(build.messages)")
      return "\(scratch)/\(Processor.x86_64.triple)/release/port-driver"
    }
  }
}
