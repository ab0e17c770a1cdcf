import DriverRuntime

/// A fake device, what a driver did to it, and the lines that the driver acknowledged.
struct FakeBench {
  let device: FakeDevice
  let trace = AccessTrace()
  let lines = AcknowledgeCount()

  init(_ device: FakeDevice) { self.device = device }

  /// The way to the device's only window.
  var bus: TracedBus<FakeDevice> { TracedBus(device, into: trace) }

  /// The way to one of several windows, in the order of the spec.
  func bus(_ window: Int) -> TracedBus<FakeRegion> { TracedBus(device.region(window), into: trace) }

  /// The accesses so far, as text.
  var accesses: [String] { trace.accesses.map(\.description) }
}

/// Interrupt lines that count what is acknowledged.
final class AcknowledgeCount: InterruptLines {
  private(set) var count = 0

  func acknowledge(interrupt index: Int) { count += 1 }
}
