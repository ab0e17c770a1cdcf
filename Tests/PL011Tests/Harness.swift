import DriverRuntime
import Testing

@testable import pl011

/// The generated driver on its fake device, and the two ends that a system would hold.
struct Harness: ~Copyable {
  /// QEMU's `virt` board runs its UART at 24 MHz.
  static let clock: UInt64 = 24_000_000

  let device: FakeSerialDevice
  let trace = AccessTrace()
  var driver: PL011Driver<TracedBus<FakeSerialDevice>>
  var line: QueueLine
  let lines = AcknowledgeCount()

  init(
    clock: UInt64 = Self.clock, baudRate: UInt64 = 115_200, depth: Int = 16, room: Int = .max
  ) throws(DriverError) {
    device = PL011.fake(depth: depth)
    line = QueueLine(room: room)
    driver = PL011Driver(
      try PL011Resources(registers: TracedBus(device, into: trace), uartclk: clock, baudRate: baudRate))
  }

  /// Serves interrupts until the device asks for nothing.
  ///
  /// - Returns: How many were served.
  @discardableResult
  mutating func serveInterrupts(limit: Int = 1000) -> Int {
    var count = 0
    while device.isInterrupting, count < limit {
      driver.serve(PendingInterrupt(index: 0), line: &line).acknowledge(to: lines)
      count += 1
    }
    return count
  }

  /// The accesses so far, as text.
  var accesses: [String] { trace.accesses.map(\.description) }
  /// The writes so far, as text.
  var writes: [String] { trace.writes.map(\.description) }
}

/// A client's side: queues in place of rings, with the same back-pressure.
struct QueueLine: SerialLine, ~Copyable {
  var room: Int
  var received: [UInt8] = []
  var errors: [LineErrors] = []
  var toSend: [UInt8] = []

  init(room: Int) { self.room = room }

  mutating func receive(from device: inout some SerialDevice & ~Copyable) {
    while received.count < room {
      guard let character = device.receive() else { return }
      if !character.errors.isEmpty { errors.append(character.errors) }
      received.append(character.byte)
    }
    device.disableReceiveInterrupt()
  }

  mutating func transmit(to device: inout some SerialDevice & ~Copyable) {
    while let byte = toSend.first, device.isReadyToTransmit {
      device.transmit(byte)
      toSend.removeFirst()
    }
    if toSend.isEmpty { device.disableTransmitInterrupt() } else { device.enableTransmitInterrupt() }
  }
}

/// Interrupt lines that count what is acknowledged.
final class AcknowledgeCount: InterruptLines {
  private(set) var acknowledged: [Int] = []

  func acknowledge(interrupt index: Int) { acknowledged.append(index) }
}
