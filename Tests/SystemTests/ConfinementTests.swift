import QEMU
import Testing

extension SystemTests {
  @Suite(.serialized, .timeLimit(.minutes(20)))
  struct Confinement {
    /// A component tries memory, system calls, slots and requests that are not its own.
    @Test(arguments: TestKernel.all) func everythingForbiddenIsRefusedOrFaults(_ kernel: TestKernel) throws {
      let console = ScriptedConsole(try TestImage.machine(kernel, system: "confinement"))
      let said = try console.wait(for: " things", within: .seconds(120))
      let outcomes = said.split(whereSeparator: \.isNewline).filter {
        $0.hasSuffix(" refused") || $0.hasSuffix(" faulted") || $0.hasSuffix(" ALLOWED")
      }
      #expect(!outcomes.contains { $0.hasSuffix(" ALLOWED") }, "\(said)")
      #expect(outcomes.count >= 20, "\(said)")
      #expect(outcomes.contains { $0.hasSuffix(" faulted") })
      let tried = try #require(said.split(separator: " ").dropLast().last.flatMap { Int($0) }, "\(said)")
      #expect(outcomes.count == tried, "\(said)")
      // The rest of the system goes on answering.
      #expect(try console.answer(to: "echo undisturbed").contains("undisturbed"))
      let serial = try console.answer(to: "components").split(whereSeparator: \.isNewline).first {
        $0.hasPrefix("serial")
      }
      #expect(try #require(serial).split(separator: " ")[1...2] == ["running", "0"])
    }
  }
}
