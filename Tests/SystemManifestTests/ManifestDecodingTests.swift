import SystemManifest
import Testing

/// A system with every feature that a manifest can say.
let exampleSystem = SystemManifest(
  components: [
    .init(
      name: "serial", image: "pl011.elf", priority: 200, requests: [], stackBytes: 8192,
      driver: .init(
        name: "PL011", compatibles: ["arm,pl011", "arm,primecell"], device: "/pl011@9000000",
        regions: [.init(index: 0, size: 0x1000)],
        interrupts: [.init(index: 0, trigger: .level), .init(index: 1, trigger: .asDescribed)],
        clocks: [.name("uartclk"), .index(1)], parameters: [9600, .max],
        registers: [
          .init(name: "DR", offset: 0, width: 32), .init(name: "FR", offset: 0x18, width: 32),
        ],
        transmitter: PolledData(
          region: 0, dataOffset: 0, dataWidth: 32, statusOffset: 0x18, statusWidth: 32, mask: 0x20,
          blockedValue: 0x20),
        receiver: PolledData(
          region: 0, dataOffset: 0, dataWidth: 32, statusOffset: 0x18, statusWidth: 32, mask: 0x10,
          blockedValue: 0x10))),
    .init(name: "console", image: "console.elf", priority: 100, requests: .all),
    .init(
      name: "old", image: "old.elf", priority: 150,
      driver: .init(
        name: "OLD", compatibles: ["acme,old"],
        regions: [.init(index: 1, size: 8, access: .ports), .init(index: 0, size: 0x1_0000, access: .ports)])),
  ],
  channels: [.init(server: 0, client: 1, ringBytes: 4096)])

@Suite("decoding a manifest")
struct ManifestDecodingTests {
  @Test("what is written is read back")
  func roundTrip() throws {
    let bytes = try exampleSystem.encoded()
    #expect(try SystemManifest(decoding: bytes) == exampleSystem)
    #expect(try SystemManifest(decoding: bytes + [1, 2, 3]) == exampleSystem)
    #expect(try exampleSystem.encoded() == bytes)
  }

  @Test("every truncation is an error")
  func truncations() throws {
    let bytes = try exampleSystem.encoded()
    for length in 0..<bytes.count {
      #expect(throws: ManifestError.self) { try SystemManifest(decoding: Array(bytes[..<length])) }
    }
  }

  @Test("every single changed byte is read without a crash, and mostly seen")
  func changedBytes() throws {
    let bytes = try exampleSystem.encoded()
    var refused = 0
    for index in bytes.indices {
      for value: UInt8 in [0, 1, 0x7F, 0xFF] {
        var changed = bytes
        changed[index] = value
        do throws(ManifestError) {
          let manifest = try SystemManifest(decoding: changed)
          // What decodes is within all bounds, so it can be written again, but for a text that is not
          // UTF-8 any longer and grew.
          #expect(manifest.components.count <= ManifestLimit.components)
        } catch {
          refused += 1
        }
      }
    }
    #expect(refused > bytes.count)
  }

  @Test("random bytes behind a good header are read without a crash")
  func randomBytes() throws {
    var random = SeededRandom(state: 20_261_123)
    let good = try exampleSystem.encoded()
    var decoded = 0
    for _ in 0..<20_000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let index = Int.random(in: 12..<bytes.count, using: &random)
        bytes[index] =
          Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random) : UInt8.random(in: 0...4, using: &random)
      }
      if (try? SystemManifest(decoding: bytes)) != nil { decoded += 1 }
    }
    // Some changes only touch texts or numbers without a bound: both outcomes must occur, or this
    // test reaches one side only.
    #expect(decoded > 0 && decoded < 20_000, "seed 20261123")
    for _ in 0..<20_000 {
      let length = Int.random(in: 0..<200, using: &random)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(throws: ManifestError.self) { try SystemManifest(decoding: bytes) }
    }
  }

  @Test("an error carries what was found")
  func evidence() throws {
    var bytes = try exampleSystem.encoded()
    bytes[8] = 9
    #expect(throws: ManifestError.unknownVersion(found: 9, known: 3)) {
      try SystemManifest(decoding: bytes)
    }
    bytes[0] = 0
    #expect(throws: ManifestError.notAManifest(found: 0x5453_5953_4B44_4400)) {
      try SystemManifest(decoding: bytes)
    }
    #expect(throws: ManifestError.truncated(wanted: 32, available: 5)) {
      try SystemManifest(decoding: [1, 2, 3, 4, 5])
    }
  }
}

/// A generator whose sequence a seed decides (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
