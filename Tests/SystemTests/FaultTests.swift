import Boards
import HostProcess
import QEMU
import Testing

extension SystemTests {
  @Suite(.serialized, .timeLimit(.minutes(20)))
  struct Faults {
    @Test(arguments: TestKernel.everyBoard) func aCrashIsReportedAndTheLineIsIntact(_ kernel: TestKernel)
      throws
    {
      let console = try TestImage.boot(kernel)
      // The second line is on its way while the driver is rebuilt.
      console.type("crash serial\recho typed meanwhile\r")
      let report = try console.wait(for: "\r\ntyped meanwhile\r\n")
      // The page after the registers, the instruction, and the spec's last register; page 0 where no register is mapped.
      #expect(report.contains("fault: serial read 0x"), "\(report)")
      #expect(report.contains(" at instruction 0x"), "\(report)")
      let register =
        switch kernel.board {
        case .qemuVirtAArch64: "0x4 past register PCellID3 (offset 0xffc)"
        case .qemuPCX86_64: "serial read 0x0 at instruction"
        default: "0xff9 past register SCR (offset 0x7)"
        }
      #expect(report.contains(register), "\(report)")
      try console.wait(for: TestImage.prompt)
      let components = try console.answer(to: "components")
      let serial = try #require(
        components.split(whereSeparator: \.isNewline).first { $0.hasPrefix("serial") })
      #expect(serial.split(separator: " ")[1...2] == ["running", "1"])
    }

    @Test(arguments: TestKernel.all) func aThousandCrashesLeakNothing(_ kernel: TestKernel) throws {
      let console = try TestImage.boot(kernel)
      // The first restart takes what every later one takes again.
      _ = try console.answer(to: "crash serial")
      let before = try console.answer(to: "resources")
      for round in 0..<1_000 {
        _ = try console.answer(to: "crash serial")
        // One byte through the new driver, there and back, and the line emptied again.
        let letter = Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(round % 26)))
        console.type("\(letter)")
        try console.wait(for: "\(letter)")
        console.type("\u{15}")
      }
      let after = try console.answer(to: "resources")
      #expect(before == after)
      #expect(before.contains("slots"), "\(before)")
      let components = try console.answer(to: "components")
      let serial = try #require(
        components.split(whereSeparator: \.isNewline).first { $0.hasPrefix("serial") })
      #expect(serial.split(separator: " ")[1...2] == ["running", "1001"])
    }

    @Test(arguments: TestKernel.everyBoard) func aDriverWithoutProgressIsHeldDown(_ kernel: TestKernel) throws
    {
      let console = try TestImage.boot(kernel)
      console.type("crash serial 100\r")
      try console.wait(for: "held down", within: .seconds(60))
      // Nobody serves the terminal now: the root task itself listens for this.
      console.type("start serial\r")
      try console.wait(for: TestImage.prompt, within: .seconds(60))
      #expect(try console.answer(to: "echo back again").contains("back again"))
      #expect(try console.answer(to: "components").contains("running"))
    }
  }
}
