import DriverRuntime
import QEMU
import Testing

/// One of QEMU's device models under test: the machine, the way to its registers, and what the driver did by its own
/// account.
final class ModelledDevice {
  let machine: DeviceMachine
  /// What the driver did, by its own account.
  let trace = AccessTrace()
  /// How often the driver acknowledged an interrupt.
  let lines = AcknowledgeCount()
  private var buses: [QTestBus] = []

  /// Starts a machine, with its interrupts heard and every access to its devices traced.
  init(
    _ board: DeviceBoard, devices: [String] = [], options: [String] = [], time: DeviceMachine.Time = .still
  ) throws {
    machine = try DeviceMachine(
      board, devices: devices, options: options, time: time, trace: ["memory_region_ops_*"])
    try machine.hearInterrupts()
  }

  /// A test runs on a board that is installed, or says which package holds it.
  static func isInstalled(_ board: DeviceBoard) -> ConditionTrait {
    .enabled(if: board.isInstalled, "\(board.emulator) is not installed: apt-get install \(board.package)")
  }

  /// The way to registers of the device; see ``QTestBus``.
  func bus(_ space: QTestBus.Space, shift: Int = 0, accessBytes: Int? = nil) -> TracedBus<QTestBus> {
    let bus = QTestBus(machine.memory, space, shift: shift, accessBytes: accessBytes)
    buses.append(bus)
    return TracedBus(bus, into: trace)
  }

  /// What went wrong with a connection, if anything.
  var failure: QEMUError? { buses.compactMap(\.failure).first }

  /// Whether a condition comes to hold: virtual time and the device's threads get on in their own time.
  static func poll(atMost polls: Int = 20_000, _ condition: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<polls where try condition() { return true }
    return false
  }

  /// Ends the machine, and expects that the device saw what the driver says that it did, and nothing that the spec
  /// does not declare.
  ///
  /// - Parameters:
  ///   - spec: the path of the driver's spec.
  ///   - windows: where the machine has the spec's registers.
  ///   - count: how many accesses there are at least.
  ///   - function: the PCI device whose configuration space is the window `pci`; what the test did there before the
  ///     driver began is left out.
  ///   - sourceLocation: where to report.
  /// - Throws: `DeclaredAccess.Unreadable` for a spec with mistakes.
  func expectDeclared(
    by spec: String, at windows: [DeclaredAccess.Window], atLeast count: Int,
    configurationOf function: UInt8? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(failure == nil, sourceLocation: sourceLocation)
    let own = trace.accesses
    let all = machine.finish()
    let stream = function.map { all.withConfiguration(ofDevice: $0) } ?? all
    var seen = stream.filter { access in windows.contains { $0.region == access.region } }
    if function != nil { seen = seen.suffix(own.count) }
    let declared = try DeclaredAccess(specAt: spec)
    #expect(declared.violations(in: seen, at: windows) == [], sourceLocation: sourceLocation)
    #expect(seen.count == own.count, sourceLocation: sourceLocation)
    #expect(own.count >= count, sourceLocation: sourceLocation)
    for (index, (seen, own)) in zip(seen, own).enumerated() {
      guard let window = windows.first(where: { $0.region == seen.region }) else { continue }
      let isSame =
        seen.isWrite == (own.kind == .write)
        && seen.address == window.base + UInt64(own.offset) << UInt64(window.shift)
        && seen.bytes == window.accessBytes ?? own.width / 8 && seen.value == own.value
      #expect(
        isSame, "access \(index): QEMU saw \(seen), the driver made \(own)", sourceLocation: sourceLocation)
      guard isSame else { break }
    }
  }
}

/// Interrupt lines that count what is acknowledged.
final class AcknowledgeCount: InterruptLines {
  private(set) var count = 0

  func acknowledge(interrupt index: Int) { count += 1 }
}
