import Boards
import HostProcess
import QEMU
import Testing

extension SystemTests {
  /// The AArch64 board with every processor, interrupt controller and memory that it can be had with.
  @Suite(.serialized, .timeLimit(.minutes(20)))
  struct BoardChoices {
    /// A Cortex-A72 with GICv3 and 4 GiB: its memory ends above 4 GiB.
    ///
    /// On seL4 where SEL4_PREFIX_GICV3 names one that was
    /// built for that board.
    static let largest: [TestKernel] = {
      guard
        let board = try? Board.qemuVirtAArch64.with(
          processor: "cortex-a72", memoryMebibytes: 4096, interruptController: "gicv3")
      else { return [] }
      return ["reference", HostEnvironment["SEL4_PREFIX_GICV3"]].compactMap { $0 }.map {
        TestKernel(option: $0, board: board)
      }
    }()

    /// Each memory with each controller, and each processor with both.
    static let machines: [Board] = {
      let choices = Board.qemuVirtAArch64.choices
      return choices.interruptControllers.flatMap { controller in
        choices.memoryMebibytes.enumerated().compactMap { index, memory in
          let processor = choices.processors[index % choices.processors.count].name
          return try? Board.qemuVirtAArch64.with(
            processor: processor, memoryMebibytes: memory, interruptController: controller.name)
        }
      }
    }()

    @Test func thereAreEightMachines() {
      #expect(Self.machines.count == 8)
      #expect(Set(Self.machines.map(\.title)).count == 8)
      #expect(Self.largest.first?.board.title == "qemu-virt-aarch64 (cortex-a72, 4096 MiB, gicv3)")
    }

    /// One kernel for each controller boots with all processors and memories: it finds its memory in the device tree.
    @Test(arguments: machines) func theReferenceKernelHandsOutAllMemory(_ board: Board) throws {
      let built = TestKernel(
        option: "reference",
        board: try Board.qemuVirtAArch64.with(interruptController: board.interruptController?.name))
      let console = ScriptedConsole(try VirtualMachine(board, image: TestImage.of(built).bootImage))
      let start = try console.wait(for: TestImage.prompt, within: .seconds(60))
      // root task: 1047550 KiB of memory, 3832 slots
      let words = start.split(whereSeparator: \.isWhitespace)
      let index = try #require(words.firstIndex(of: "KiB"))
      let kibibytes = try #require(Int(words[index - 1]))
      let all = board.emulator.memoryMebibytes << 10
      #expect((all - 2048..<all).contains(kibibytes), "\(board.title): \(start)")
      // The answer is typed and comes by interrupts.
      #expect(try console.answer(to: "echo by interrupt").contains("by interrupt"))
    }

    @Test(arguments: largest) func aDriverRunsCrashesAndComesBack(_ kernel: TestKernel) throws {
      let console = try TestImage.boot(kernel)
      #expect(try console.answer(to: "crash serial").contains("fault: serial read"))
      let components = try console.answer(to: "components")
      let serial = try #require(
        components.split(whereSeparator: \.isNewline).first { $0.hasPrefix("serial") })
      #expect(serial.split(separator: " ")[1...2] == ["running", "1"])
      #expect(try console.answer(to: "stats serial").contains(" 0 dropped"))
      console.type("quit\r")
      #expect(try console.waitForQuit())
    }

    @Test(arguments: [("gicv2", "gicv3"), ("gicv3", "gicv2")])
    func aKernelForAnotherControllerSaysSo(_ built: String, _ found: String) throws {
      let kernel = TestKernel(
        option: "reference", board: try Board.qemuVirtAArch64.with(interruptController: built))
      let machine = try Board.qemuVirtAArch64.with(interruptController: found)
      let console = ScriptedConsole(
        try VirtualMachine(machine, image: TestImage.of(kernel).bootImage))
      let name = built == "gicv2" ? "GICv2" : "GICv3"
      try console.wait(
        for: "dddk kernel: built for \(name), and the machine has another interrupt controller",
        within: .seconds(60))
    }
  }
}

extension Board: CustomTestStringConvertible {
  /// What it is made with, instead of all that is known of it.
  public var testDescription: String { title }
}
