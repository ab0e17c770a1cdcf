import QEMU
import Testing

extension SystemTests {
  @Suite(.serialized, .timeLimit(.minutes(20)))
  struct MessageStream {
    /// Two components send and take four million messages, asleep and awake as the ring fills and empties.
    @Test(arguments: TestKernel.all) func messagesArriveInTheirOrder(_ kernel: TestKernel) throws {
      let console = ScriptedConsole(try TestImage.machine(kernel, system: "message-stream"))
      try console.wait(for: "source: messages begin\r\n", within: .seconds(120))
      let said = try console.wait(for: "sink: messages ", within: .seconds(120))
      #expect(try console.wait(for: "\r\n", within: .seconds(20)).hasPrefix("end: 4194304"), "\(said)")
      // Both sleep now, and the rest of the system was never kept waiting.
      #expect(try console.answer(to: "echo undisturbed").contains("undisturbed"))
      let rows = try console.answer(to: "components").split(whereSeparator: \.isNewline).map {
        $0.split(separator: " ").prefix(3).joined(separator: " ")
      }
      #expect(rows.contains("sink running 0") && rows.contains("source running 0"), "\(rows)")
    }
  }
}
