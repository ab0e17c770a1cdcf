import Boards
import HostProcess
import Testing

@testable import QEMU

struct QuitRequestTests {
  @Test func theRequestIsFoundInPiecesAndTakenOutWithWhatFollows() {
    let stream = Array("before".utf8) + QuitRequest.sequence + Array("after".utf8)
    for cut in 0...stream.count {
      var request = QuitRequest()
      let shown = request.filter(Array(stream[..<cut])) + request.filter(Array(stream[cut...]))
      #expect(request.hasCome)
      #expect(shown == Array("before".utf8))
    }
  }

  @Test func otherEscapesPass() {
    let stream = Array(
      "\u{1b}[1mbold\u{1b}[0m \u{1b}_other\u{1b}\\ \u{1b}\u{1b}_dddk;qui \u{1b}_dddk;quit\u{1b}x".utf8)
    var request = QuitRequest()
    let shown = request.filter(stream)
    #expect(shown == stream)
    #expect(!request.hasCome)
  }

  @Test func aBrokenRequestDoesNotHideTheNext() {
    var request = QuitRequest()
    let broken = Array(QuitRequest.sequence.dropLast())
    let shown = request.filter(broken + QuitRequest.sequence.dropFirst())
    #expect(shown == Array(broken.dropLast()))
    #expect(request.hasCome)
  }
}

struct EmulatorVersionTests {
  @Test func theFirstLineSaysTheVersion() {
    let line = "QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)"
    #expect(EmulatorVersion(in: line) == EmulatorVersion(major: 7, minor: 2, patch: 22))
    #expect(
      EmulatorVersion(in: "QEMU emulator version 10.0") == EmulatorVersion(major: 10, minor: 0, patch: 0))
    #expect(EmulatorVersion(in: "something else") == nil)
    #expect(EmulatorVersion(in: "version x") == nil)
  }

  @Test func versionsAreCompared() {
    let versions = [(5, 2, 0), (7, 1, 9), (7, 2, 0), (7, 2, 1), (10, 0, 0)].map {
      EmulatorVersion(major: $0.0, minor: $0.1, patch: $0.2)
    }
    #expect(versions == versions.shuffled().sorted())
    #expect(versions[1] < .oldest && !(versions[2] < .oldest))
  }
}

struct TextSearchTests {
  @Test func theTextIsFoundWhereverTheStreamIsCut() {
    let stream = Array("aab aaab!".utf8)
    for cut in 0...stream.count {
      var search = TextSearch(Array("aaab".utf8))
      search.look(at: Array(stream[..<cut]))
      search.look(at: Array(stream[cut...]))
      #expect(search.isFound)
    }
    var search = TextSearch(Array("aaab!!".utf8))
    search.look(at: stream)
    #expect(!search.isFound)
    search.look(at: [33])
    #expect(search.isFound)
  }
}

/// A guest of a few instructions that echoes: the console's own tests need no firmware of the kit.
@Suite(.serialized, .timeLimit(.minutes(20)))
struct ConsoleTests {
  /// Echoes every byte from the PL011's data register; a `q` makes it ask for the end.
  static func echoMachine(_ folder: TemporaryFolder) throws -> VirtualMachine {
    let image = folder.file("echo.elf")
    let source = folder.file("echo.s")
    try writeText(
      """
        .globl _start
        _start: mov x1, #0x09000000
          mov w2, #0x70
          str w2, [x1, #0x2c]
          mov w2, #0x301
          str w2, [x1, #0x30]
          adr x4, ready
          bl say
        next: ldr w2, [x1, #0x18]
          tbnz w2, #4, next
          ldr w3, [x1]
          str w3, [x1]
          cmp w3, #'q'
          b.ne next
          adr x4, quit
          bl say
          b next
        say: ldrb w3, [x4], #1
          cbz w3, done
          str w3, [x1]
          b say
        done: ret
        ready: .asciz "ready> "
        quit: .asciz "\\033_dddk;quit\\033\\\\"
      """, to: source)
    let assembled = try ChildProcess.run([
      "clang", "--target=aarch64-none-elf", "-nostdlib", "-fuse-ld=lld", "-Wl,-Ttext=0x40200000", source,
      "-o", image,
    ])
    try #require(assembled.isSuccess, "\(assembled.output)")
    return try VirtualMachine(.standard, image: image)
  }

  static func writeText(_ text: String, to path: String) throws {
    try Descriptor.open(appending: path).sendAll(Array(text.utf8))
  }

  @Test func aScriptTypesAndWaits() throws {
    let folder = try TemporaryFolder()
    let console = ScriptedConsole(try Self.echoMachine(folder))
    try console.wait(for: "ready> ")
    console.type("first second")
    #expect(try console.wait(for: "first") == "first")
    #expect(try console.wait(for: "second") == " second")
    let error = #expect(throws: QEMUError.self) { try console.wait(for: "first", within: .milliseconds(50)) }
    #expect(error == .textMissing("first", transcript: "ready> first second"))
    console.type("q")
    #expect(try console.waitForQuit())
    console.machine.quit()
    #expect(console.machine.hasEnded)
  }

  @Test func muchInputComesBackWhole() throws {
    let folder = try TemporaryFolder()
    let console = ScriptedConsole(try Self.echoMachine(folder))
    try console.wait(for: "ready> ")
    var seed: UInt32 = 1
    let bytes = (0..<50_000).map { _ in
      seed = seed &* 1_664_525 &+ 1_013_904_223
      return UInt8(ascii: "A") + UInt8(seed >> 28)
    }
    console.type(bytes + [0x21])
    #expect(try Array(console.wait(for: "!").utf8) == bytes + [0x21])
  }

  /// The guest's own prompt is `ready> `: whoever waits for another one is not kept waiting for ever.
  @Test func aConsoleThatNeverListensEndsTheSession() throws {
    let folder = try TemporaryFolder()
    try Self.writeText("typed too early", to: folder.file("input"))
    var console = AttachedConsole(
      input: try .open(reading: folder.file("input")), output: try .open(appending: folder.file("output")),
      prompt: "never> ")
    console.patience = .milliseconds(300)
    #expect(try console.run(on: Self.echoMachine(folder)) == .neverListened)
  }

  @Test func aLoaderOrKernelThatGivesUpEndsTheSession() throws {
    let folder = try TemporaryFolder()
    let line = "dddk kernel: fault 0x0000000096000000 0x0000000000000001 0x0000000000000002"
    try Self.writeText("x\n\(line)\nmore\n", to: folder.file("input"))
    var console = AttachedConsole(
      input: try .open(reading: folder.file("input")), output: try .open(appending: folder.file("output")),
      prompt: "ready> ")
    console.patience = .seconds(20)
    #expect(try console.run(on: Self.echoMachine(folder)) == .guestFailed(line))
  }

  @Test(arguments: [
    ("dddk loader: no device tree where the board puts it\r\n", true, true),
    ("\r\ndddk kernel: cannot boot\r\n", true, true),
    ("dddk loader: typed by somebody\r\n", false, false),
    ("dddk kernel: typed by somebody\r\n", false, false),
    ("dddk kernel: fault 0x0000000000000001\r\n", false, true),
    ("echo dddk loader: x\r\n", true, false),
    ("dddk loader: not whole", true, false),
  ]) func theLineOfAFailureIsFound(_ text: String, _ isEarly: Bool, _ isFound: Bool) {
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var search = FailureLine()
      let first = search.look(at: Array(bytes[..<cut]), beforeThePrompt: isEarly)
      let second = search.look(at: Array(bytes[cut...]), beforeThePrompt: isEarly)
      #expect(((first ?? second) != nil) == isFound, "\(text)")
    }
  }

  @Test func anAttachedConsoleEndsForEachReason() throws {
    func session(_ input: String, until: String?, seconds: Int) throws -> (AttachedConsole.Ending, String) {
      let folder = try TemporaryFolder()
      let typed = folder.file("input")
      try Self.writeText(input, to: typed)
      let shown = folder.file("output")
      let machine = try Self.echoMachine(folder)
      let console = AttachedConsole(
        input: try .open(reading: typed), output: try .open(appending: shown), prompt: "ready> ",
        until: until, deadline: .after(.seconds(seconds)))
      let ending = try console.run(on: machine)
      guard case .bytes(let bytes) = try Descriptor.open(reading: shown).receive() else {
        return (ending, "")
      }
      return (ending, String(decoding: bytes, as: UTF8.self))
    }
    #expect(try session("abc", until: "bc", seconds: 20) == (.textSeen, "ready> abc"))
    #expect(try session("abcq", until: nil, seconds: 20) == (.guestQuit, "ready> abcq"))
    #expect(try session("abc", until: nil, seconds: 20) == (.inputEnded, "ready> abc"))
    #expect(try session("abc", until: "bd", seconds: 3) == (.timeIsOver, "ready> abc"))
  }

  @Test func theBoardsDeviceTreeNamesItsSerialLine() throws {
    let folder = try TemporaryFolder()
    try Board.standard.writeDeviceTree(to: folder.file("virt.dtb"))
    guard
      case .bytes(let blob) = try Descriptor.open(reading: folder.file("virt.dtb")).receive(atMost: 1 << 20)
    else {
      Issue.record("no device tree")
      return
    }
    #expect(blob.starts(with: [0xd0, 0x0d, 0xfe, 0xed]))
    let node = Array(Board.standard.serialNode.utf8.dropFirst())
    #expect(TextSearch.end(of: node, in: blob, from: 0) != nil)
  }
}
