import HostProcess
import QEMU
import Testing

/// Whole systems in QEMU, with a script at the terminal: one after the other within a suite, since each takes a
/// processor, and suites beside each other, as many as there are processors.
@Suite enum SystemTests {}

extension SystemTests {
  @Suite(.serialized, .timeLimit(.minutes(20)))
  struct ConsoleAnswers {
    @Test(arguments: TestKernel.all) func helpNamesEveryCommand(_ kernel: TestKernel) throws {
      let console = try TestImage.boot(kernel)
      let help = try console.answer(to: "help")
      for command in ["help", "components", "stats", "crash", "start", "bench", "quit"] {
        #expect(help.contains("\(command)"), "\(help)")
      }
      #expect(try console.answer(to: "hlep").contains("`help`"))
    }

    @Test(arguments: TestKernel.everyBoard) func componentsAndCountersAreShown(_ kernel: TestKernel) throws {
      let console = try TestImage.boot(kernel)
      let rows = try console.answer(to: "components").split(whereSeparator: \.isNewline).map {
        $0.split(separator: " ").map(String.init)
      }
      let serial = try #require(rows.first { $0.first == "serial" })
      #expect(serial[1...2] == ["running", "0"])
      #expect(try #require(Int(serial[3])) > 0)
      #expect(rows.contains { $0.starts(with: ["console", "running", "0"]) })

      func count(_ what: String) throws -> Int {
        let words = try console.answer(to: "stats serial").split { $0 == " " || $0 == "," || $0.isNewline }
        let index = try #require(words.firstIndex { $0 == what })
        return try #require(Int(words[index - 1]))
      }
      let (interrupts, transmitted) = (try count("interrupts"), try count("transmitted"))
      _ = try console.answer(to: "echo 0123456789")
      #expect(try count("interrupts") > interrupts)
      #expect(try count("transmitted") >= transmitted + 10)
      #expect(try count("dropped") == 0)
    }

    @Test(arguments: TestKernel.everyBoard) func aLineIsEchoedAndEdited(_ kernel: TestKernel) throws {
      let console = try TestImage.boot(kernel)
      console.type("echo one two")
      try console.wait(for: "echo one two")
      // Control-A, delete `echo one` by words from its end, and write another line.
      console.type("\u{15}echo hxllo\u{1b}[D\u{1b}[D\u{1b}[D\u{7f}e\r")
      try console.wait(for: "\r\nhello\r\n")
      try console.wait(for: TestImage.prompt)
      #expect(try console.answer(to: "echo again").contains("again\r\n"))
      // The last line comes back.
      console.type("\u{1b}[A\r")
      try console.wait(for: "\r\nagain\r\n")
    }

    @Test(arguments: TestKernel.everyBoard) func quitEndsTheRun(_ kernel: TestKernel) throws {
      let console = try TestImage.boot(kernel)
      console.type("quit\r")
      #expect(try console.waitForQuit())
    }

    @Test(arguments: TestKernel.all) func aMebibyteComesBackWhole(_ kernel: TestKernel) throws {
      let console = try TestImage.boot(kernel)
      let bytes = Self.pseudorandomBytes(1 << 20, seed: 2026)
      console.type("cat \(bytes.count)\r")
      try console.wait(for: "cat \(bytes.count)\r\n")
      console.type(bytes)
      let received = try console.receive(bytes.count, within: .seconds(600))
      #expect(received.count == bytes.count)
      #expect(received == bytes, "first difference at \(zip(received, bytes).prefix { $0 == $1 }.count)")
      try console.wait(for: TestImage.prompt)
      #expect(try console.answer(to: "stats serial").contains(" 0 dropped"))
      #expect(try console.answer(to: "echo still here").contains("still here"))
    }

    /// Every byte value, in no order, from a multiplicative generator (Knuth, MMIX).
    private static func pseudorandomBytes(_ count: Int, seed: UInt64) -> [UInt8] {
      var state = seed
      return (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
    }
  }
}
