import QEMU
import Testing

extension SystemTests {
  /// A second instance of a driver, on a PC's second UART.
  @Suite(.serialized, .timeLimit(.minutes(20)))
  struct TwoUARTs {
    @Test(arguments: TestKernel.everyBoard.filter { $0.board == .qemuPCX86_64 })
    func instancesOfADriverAreIndependent(_ kernel: TestKernel) throws {
      let machine = try TestImage.machine(kernel, system: "two-uarts", lines: 2)
      let first = ScriptedConsole(machine)
      let second = ScriptedConsole(machine, line: 1)
      for console in [first, second] { try console.wait(for: TestImage.prompt, within: .seconds(60)) }
      #expect(try first.answer(to: "echo to the first").contains("\r\nto the first"))
      #expect(try second.answer(to: "echo to the second").contains("\r\nto the second"))
      #expect(!first.text.contains("to the second") && !second.text.contains("to the first"))

      // Each holds its own ports and its own line, and nothing of the other's.
      let grants = try first.answer(to: "explain").split(whereSeparator: \.isNewline).map {
        $0.split(separator: " ").joined(separator: " ")
      }
      func held(_ component: String, _ what: String) -> [String] {
        grants.filter { $0.hasPrefix("\(component) \(what)") }
      }
      #expect(held("first", "I/O ports") == ["first I/O ports 0x3f8, 8 ports, slot 24"])
      #expect(held("second", "I/O ports") == ["second I/O ports 0x2f8, 8 ports, slot 24"])
      #expect(held("first", "interrupt").count == 1 && held("first", "interrupt 4,").count == 1)
      #expect(held("second", "interrupt").count == 1 && held("second", "interrupt 3,").count == 1)
      #expect(held("console", "I/O ports").isEmpty && held("second-console", "I/O ports").isEmpty)

      // One goes down and comes back; the other has seen nothing of it.
      first.type("crash second\r")
      try first.wait(for: "fault: second read 0x0", within: .seconds(60))
      try first.wait(for: TestImage.prompt, within: .seconds(60))
      try second.wait(for: "fault: second read 0x0", within: .seconds(60))
      try second.wait(for: TestImage.prompt, within: .seconds(60))
      #expect(try second.answer(to: "echo still here").contains("\r\nstill here"))
      let rows = try first.answer(to: "components").split(whereSeparator: \.isNewline).map {
        $0.split(separator: " ").prefix(3).joined(separator: " ")
      }
      #expect(rows.contains("first running 0") && rows.contains("second running 1"), "\(rows)")
    }
  }
}
