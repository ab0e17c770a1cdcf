import Diagnostics
import SystemManifest
import SystemSpec
import Testing

/// Files that nobody would write: each is refused with a reason, or is a system whose manifest can be read again.
@Suite(.enabled(if: TestBoard.compiler != nil, Comment(rawValue: TestBoard.absence)))
struct RandomSystemTests {
  private static let words = [
    "board", "components", "driver", "program", "device", "priority", "uses", "stack", "requests", "ring",
    "component", "port", "in", "serial", "console", "relay", "acme", "PL011", "Widget", "Console", "Relay",
    "Idle",
    "/pl011", "/widget@a000000", "serial0", "/", "0", "1", "253", "254", "4096", "0xffffffffffffffff", "64",
    "all",
    "read-log", "[]", "{}", "~", "\"\"", "-1", "dddk",
  ]

  private static let systems = [
    DefaultSystem.text(driver: "PL011", board: "acme"),
    """
    board: acme
    components:
      a: {program: Relay, uses: {in: {component: b, ring: 4096}}, priority: 1, stack: 8192}
      b: {driver: PL011, device: /pl011, priority: 2, requests: [grants]}
      c: {driver: Widget, device: /widget@a000000, priority: 3}
      d: {program: Idle, priority: 0}

    """,
  ]

  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func eachIsRefusedOrMakesAManifest(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let catalogue = try TestBoard.catalogue()
    let devices = BoardDevices(try TestBoard.tree())
    var accepted = 0
    for round in 0..<300 {
      var tokens = Self.tokens(of: Self.systems[round % Self.systems.count])
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: 0..<tokens.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: tokens.remove(at: index)
        case 1: tokens.insert(tokens[Int.random(in: 0..<tokens.count, using: &random)], at: index)
        default: tokens[index] = Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
        }
      }
      let text = tokens.joined()
      let collector = DiagnosticCollector()
      let system = SystemCheck.check(Array(text.utf8), catalogue, devices: devices, into: collector)
      #expect((system == nil) == collector.hasErrors, "seed \(seed), round \(round):\n\(text)")
      guard let system else { continue }
      accepted += 1
      let manifest = SystemManifest(system)
      #expect(try SystemManifest(decoding: try manifest.encoded()) == manifest, "seed \(seed):\n\(text)")
    }
    #expect(accepted > 0, "seed \(seed) made no system at all")
  }

  /// Words and what stands between them.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    for character in text {
      let isWord = character.isLetter || character.isNumber || "/@-_".contains(character)
      if isWord, let last = tokens.last?.last, last.isLetter || last.isNumber || "/@-_".contains(last) {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append(String(character))
      }
    }
    return tokens
  }
}

/// Numbers from a seed, the same on every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
