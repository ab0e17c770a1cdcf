import DriverRuntime
import Foundation
import Testing

@testable import GoldenDrivers
@testable import cmsdk_timer
@testable import edu
@testable import goldfish_rtc
@testable import ns16550a
@testable import pl031
@testable import pl061

/// Random reads and writes of a generated fake, and of the plainest device that its spec can mean, give the same.
struct RandomOperationTests {
  /// A generated fake and its spec.
  struct Subject: Sendable, CustomTestStringConvertible {
    var spec: String
    var folder = "DriverSpecs"
    var fake: @Sendable () -> FakeDevice
    /// Registers in which a fake shows interrupts: not the spec's words alone.
    var status: Set<String> = []

    var testDescription: String { spec }
  }

  static let subjects = [
    Subject(spec: "rtc/pl031", fake: { PL031.fake() }, status: ["RTCMIS"]),
    Subject(spec: "rtc/goldfish-rtc", fake: { GoldfishRTC.fake() }),
    Subject(spec: "gpio/pl061", fake: { PL061.fake() }, status: ["GPIOMIS"]),
    Subject(spec: "timer/cmsdk-timer", fake: { CMSDKTimer.fake() }, status: ["INTSTATUS"]),
    Subject(spec: "education/edu", fake: { EDU.fake() }, status: ["INTERRUPT_STATUS"]),
    Subject(spec: "serial/ns16550a", fake: { NS16550A.fake().registers }, status: ["IIR"]),
    golden("effects", { EFFECTS.fake() }),
    golden("guarded", { GUARD.fake() }),
    golden("arrays", { DMA.fake() }, status: ["READY"]),
    golden("interrupts", { LINES.fake() }, status: ["CODE", "FLAGS", "EVENT"]),
    golden("steps", { STEPS.fake() }),
  ]

  /// A golden case of the generator, as it is recorded.
  private static func golden(
    _ name: String, _ fake: @escaping @Sendable () -> FakeDevice, status: Set<String> = []
  ) -> Subject {
    Subject(
      spec: "\(name)/\(name)", folder: "Tests/DriverGeneratorTests/Cases", fake: fake, status: status)
  }

  @Test(arguments: subjects)
  func fakeAndPlainDeviceAgree(subject: Subject) throws {
    /// The same in each run, or what `DDDK_SEED` says.
    let seed = ProcessInfo.processInfo.environment["DDDK_SEED"].flatMap { UInt64($0) } ?? 20_261_123
    var random = SplitMix(state: seed)
    let fake = subject.fake()
    var plain = try PlainDevice(specAt: "\(subject.folder)/\(subject.spec).driver.yaml")
    var counts = (reads: 0, writes: 0)
    for step in 0..<10_000 {
      let element = plain.elements[Int.random(in: 0..<plain.elements.count, using: &random)]
      guard plain.isThere(element) else { continue }
      if Bool.random(using: &random), element.isWritable {
        let any = UInt64.random(in: 0...UInt64.max, using: &random) >> UInt64(64 - element.width)
        // What opens a lock is not met by chance.
        let value =
          Bool.random(using: &random) ? plain.turns(element).randomElement(using: &random) ?? any : any
        plain.write(value, to: element)
        fake.write(value, element)
        counts.writes += 1
      } else if element.isReadable, !subject.status.contains(element.name) {
        let expected = plain.read(element) & element.readable
        let found = fake.read(element) & element.readable
        #expect(found == expected, "seed \(seed), step \(step): \(element.name)")
        guard found == expected else { return }
        counts.reads += 1
      }
    }
    #expect(counts.reads > 1_000 && counts.writes > 1_000, "seed \(seed): \(counts)")
  }
}

extension FakeDevice {
  fileprivate func read(_ element: PlainDevice.Element) -> UInt64 {
    switch element.width {
    case 8: UInt64(load(Word<UInt8>.self, at: element.offset))
    case 16: UInt64(load(Word<UInt16>.self, at: element.offset))
    case 32: UInt64(load(Word<UInt32>.self, at: element.offset))
    default: load(Word<UInt64>.self, at: element.offset)
    }
  }

  fileprivate func write(_ value: UInt64, _ element: PlainDevice.Element) {
    switch element.width {
    case 8: store(UInt8(value), to: Word<UInt8>.self, at: element.offset)
    case 16: store(UInt16(value), to: Word<UInt16>.self, at: element.offset)
    case 32: store(UInt32(value), to: Word<UInt32>.self, at: element.offset)
    default: store(value, to: Word<UInt64>.self, at: element.offset)
    }
  }
}

/// A register of which only the width is known.
private struct Word<Contents: RegisterWord>: RegisterValue {
  var word: Contents

  init(word: Contents) { self.word = word }
}

/// Numbers from a seed (SplitMix64).
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
