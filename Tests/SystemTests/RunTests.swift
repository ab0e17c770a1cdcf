import FoundationEssentials
import HostProcess
import QEMU
import Testing

extension SystemTests {
  @Suite(.serialized, .timeLimit(.minutes(30)))
  struct Runs {
    @Test(arguments: TestKernel.everyBoard) func theTextEndsTheRunWithZero(_ kernel: TestKernel) throws {
      let outcome = try Command.run(
        ["run"] + kernel.arguments + ["--until", "\r\nfor dddk\r\n", "--timeout", "120"],
        input: "echo for dddk\n")
      #expect(outcome.status == .exited(0), "\(outcome.messages)")
      #expect(outcome.output.contains("dddk> echo for dddk\r\n"))
      #expect(outcome.messages.contains("(SHA-256)"))
    }

    @Test func theTimeEndsTheRunWithOneAndTheConsoleSoFar() throws {
      let outcome = try Command.run(
        ["run", "--until", "never said", "--timeout", "15"], input: "echo so far\n")
      #expect(outcome.status == .exited(1))
      #expect(outcome.output.contains("\r\nso far\r\n"))
      #expect(outcome.messages.contains("`never said` did not come within 15 seconds"))
    }

    @Test func quitEndsTheRunWithZero() throws {
      let outcome = try Command.run(["run", "--timeout", "120"], input: "quit\n")
      #expect(outcome.status == .exited(0), "\(outcome.messages)")
      #expect(!outcome.output.contains("_dddk;quit"))
    }

    @Test func quitBeforeTheTextIsAFailure() throws {
      let outcome = try Command.run(["run", "--until", "never said"], input: "quit\n")
      #expect(outcome.status == .exited(1))
      #expect(outcome.messages.contains("the guest quit before"))
    }

    @Test func theEndOfTheInputEndsTheRun() throws {
      let outcome = try Command.run(["run", "--timeout", "120"], input: "echo piped in\n")
      #expect(outcome.status == .exited(0), "\(outcome.messages)")
      #expect(outcome.output.contains("\r\npiped in\r\n"))
    }

    @Test(arguments: TestKernel.all) func explainPrintsEveryGrant(_ kernel: TestKernel) throws {
      let outcome = try Command.run(
        ["run", "--kernel", kernel.option, "--explain", "--timeout", "120"], input: "\n")
      #expect(outcome.status == .exited(0), "\(outcome.messages)")
      let lines = outcome.output.split(whereSeparator: \.isNewline)
      func has(_ component: String, _ words: String...) -> Bool {
        lines.contains { line in line.hasPrefix(component) && words.allSatisfy { line.contains($0) } }
      }
      #expect(has("serial", "0x9000000", "4096 bytes"), "\(outcome.output)")
      #expect(has("serial", "interrupt   33", "level"))
      #expect(has("serial", "untyped"))
      #expect(has("console", "untyped"))
      #expect(!has("console", "0x9000000"))
      #expect(!has("console", "interrupt"))
    }

    @Test(
      .enabled(
        if: TestKernel.everyBoard.contains { !$0.isReference },
        "SEL4_PREFIX is not set: nothing was run on seL4"),
      arguments: TestKernel.everyBoard.filter { !$0.isReference })
    func theRootTaskImageIsTheSameOnSEL4(_ sel4: TestKernel) throws {
      let reference = try TestImage.of(TestKernel(option: "reference", board: sel4.board))
      #expect(try reference.rootTaskImage == TestImage.of(sel4).rootTaskImage)
    }

    @Test func aFolderWithoutSEL4IsExplained() throws {
      let folder = try TemporaryFolder()
      let outcome = try Command.run(["run", "--kernel", folder.path, "--timeout", "10"], input: "")
      #expect(outcome.status == .exited(1))
      #expect(outcome.messages.contains("is no installed seL4"), "\(outcome.messages)")
      #expect(outcome.messages.contains("fix:"))
    }
  }
}
