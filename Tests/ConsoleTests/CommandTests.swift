import ConsoleCore
import Testing

@Suite("A line is one command, or says what was meant")
struct CommandTests {
  private func read(_ line: String) -> Command { Command(Array(line.utf8).span) }

  @Test func everyCommandIsKnownByItsName() {
    #expect(read("") == .nothing)
    #expect(read("   ") == .nothing)
    #expect(read("help") == .help)
    #expect(read("  components ") == .components)
    #expect(read("stats") == .stats(name: 5..<5))
    #expect(read("stats serial") == .stats(name: 6..<12))
    #expect(read("crash  serial") == .crash(name: 7..<13, count: 1))
    #expect(read("crash serial 12") == .crash(name: 6..<12, count: 12))
    #expect(read("start serial") == .start(name: 6..<12))
    #expect(read("bench") == .bench)
    #expect(read("explain") == .explain)
    #expect(read("resources") == .resources)
    #expect(read("echo a  b ") == .echo(text: 5..<10))
    #expect(read("echo") == .echo(text: 4..<4))
    #expect(read("cat 1048576") == .cat(count: 1_048_576))
    #expect(read("sink 18446744073709551615") == .sink(count: .max))
    #expect(read("quit") == .quit)
  }

  @Test(arguments: [
    ("crash", CommandName.crash), ("start", .start), ("crash a b", .crash), ("crash a 1 2", .crash),
    ("cat", .cat), ("cat x", .cat),
    ("cat 18446744073709551616", .cat), ("cat -1", .cat), ("sink 1 2", .sink), ("help me", .help),
    ("quit now", .quit),
  ])
  func aCommandWithTheWrongArgumentsSaysHowToWriteIt(_ line: String, _ name: CommandName) {
    #expect(read(line) == .malformed(name))
  }

  @Test(arguments: [
    ("hepl", CommandName?.some(.help)), ("component", .components), ("stat", .stats),
    ("crahs serial", .crash),
    ("strat", .start), ("exlpain", .explain), ("qiut", .quit), ("ecoh", .echo), ("ct", .cat),
    ("frobnicate", nil), ("x", nil), ("xy", nil), ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", nil),
  ])
  func aWordThatIsNoCommandIsComparedWithThoseThatAre(_ line: String, _ name: CommandName?) {
    #expect(read(line) == .unknown(name))
  }

  @Test func everyCommandIsExplained() {
    for name in CommandName.allCases {
      #expect(name.usage.description.hasPrefix(name.text.description))
      #expect(!name.summary.description.isEmpty)
      #expect(name.usage.utf8CodeUnitCount < 20, "the help's second column begins there")
    }
  }
}
