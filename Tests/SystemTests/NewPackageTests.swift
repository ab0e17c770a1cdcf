import FoundationEssentials
import HostProcess
import Testing

extension SystemTests {
  @Suite(.serialized, .timeLimit(.minutes(30)))
  struct NewPackages {
    /// What a person does on the first evening: make a package, test it, boot it, break it.
    @Test func aNewPackageTestsBootsAndShowsMistakes() throws {
      let folder = try TemporaryFolder(prefix: "dddk-new")
      let made = try Command.run(["new", "blue-uart"], in: folder.path)
      try #require(made.status == .exited(0), "\(made.messages)")
      let package = folder.file("blue-uart")

      let checked = try Command.run(["check"], in: package)
      #expect(checked.status == .exited(0), "\(checked.output)")

      let tested = try Command.run(program: ["swift", "test"], in: package, within: .seconds(1200))
      #expect(tested.status == .exited(0), "\(tested.output) \(tested.messages)")
      #expect(tested.output.contains("4 tests"), "\(tested.output)")

      let ran = try Command.run(
        ["run", "--until", "\r\nfirst words\r\n", "--timeout", "120"], in: package,
        input: "echo first words\n", within: .seconds(1200))
      #expect(ran.status == .exited(0), "\(ran.messages) \(ran.output)")
      #expect(ran.messages.contains("for the first time, which takes some minutes"), "\(ran.messages)")

      // A device that is not as the spec has it is told of on the terminal, with the spec's line.
      let spec = "\(package)/Sources/blue-uart/blue-uart.driver.yaml"
      let text = String(decoding: try #require(FileManager.default.contents(atPath: spec)), as: UTF8.self)
      let impatient = text.replacing("await FR.BUSY == 0 within", with: "await FR.RXFE == 0 within")
      try #require(impatient != text)
      try Data(impatient.utf8).write(to: URL(filePath: spec))
      let stopped = try Command.run(
        ["run", "--until", "held down after 5 starts", "--timeout", "120"], in: package,
        within: .seconds(1200))
      #expect(stopped.status == .exited(0), "\(stopped.messages) \(stopped.output)")
      let awaits = try #require(
        impatient.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
          $0.contains("await FR.RXFE == 0")
        })
      let reason = "serial: FR.RXFE is not as awaited: the register read 0x"
      #expect(
        stopped.output.components(separatedBy: reason).count == 2, "once, not once a life: \(stopped.output)")
      #expect(stopped.output.contains(" at the last of 1000000 polls (spec line \(awaits + 1))"))

      // A mistake in the spec is shown at its place by the command and by the build.
      let wrong = text.replacing("      TXFF: {bits: 5,", with: "      TXFF: {bits: 4,")
      try #require(wrong != text)
      try Data(wrong.utf8).write(to: URL(filePath: spec))
      let refused = try Command.run(["check", "--format", "json"], in: package)
      #expect(refused.status == .exited(1))
      let line = try #require(
        wrong.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
          $0.contains("RXFE: {bits: 4,")
        })
      #expect(
        refused.output.contains("\"line\": \(line + 1)") || refused.output.contains("\"line\": \(line)"))
      let built = try Command.run(program: ["swift", "build", "--product", "blue-uart"], in: package)
      #expect(built.status != .exited(0))
      #expect((built.output + built.messages).contains("blue-uart.driver.yaml:"))
    }
  }
}
