import Foundation
import QEMU
import Testing

/// QEMU's device models do what the specs say of their registers.
@Suite(.serialized, .timeLimit(.minutes(20))) struct ConformanceTests {
  /// A spec, and where a board has its device.
  struct Place: CustomTestStringConvertible, Sendable {
    var spec: String
    var board: DeviceBoard
    var base: UInt64
    /// What the model lacks or changes by itself.
    var exceptions: Set<String> = []

    var testDescription: String { spec }

    /// A driver's own package has its spec alone.
    var isHere: Bool {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      return FileManager.default.fileExists(atPath: root.appending(path: "DriverSpecs/\(spec)").path)
    }
  }

  static let places = [
    Place(spec: "serial/pl011.driver.yaml", board: .virtAArch64, base: 0x0900_0000),
    // QEMU begins with OUT2 set, as firmware of a PC leaves it.
    Place(
      spec: "serial/ns16550a.driver.yaml", board: .virtRISCV64, base: 0x1000_0000, exceptions: ["MCR.OUT2"]),
    // Once it runs it is never stopped.
    Place(spec: "rtc/pl031.driver.yaml", board: .virtAArch64, base: 0x0901_0000, exceptions: ["RTCCR.EN"]),
    // Lines that are inputs show what is outside.
    Place(spec: "gpio/pl061.driver.yaml", board: .virtAArch64, base: 0x0903_0000, exceptions: ["GPIODATA"]),
    Place(spec: "timer/cmsdk-timer.driver.yaml", board: .mps2, base: 0x4000_0000),
  ].filter { $0.isHere && $0.board.isInstalled }

  @Test(arguments: places) func theDeviceDoesWhatItsSpecSays(_ place: Place) throws {
    let device = try ModelledDevice(place.board, options: ["-d", "guest_errors"])
    let conformance = try SpecConformance(
      specAt: "DriverSpecs/\(place.spec)", device.machine, base: place.base, except: place.exceptions)
    let differences = try conformance.differences()
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }
}
