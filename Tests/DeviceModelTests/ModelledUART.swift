import DriverRuntime
import QEMU
import Testing

@testable import pl011

/// QEMU's PL011 with the generated driver on it, its rings, and the far end of the line.
struct ModelledUART: ~Copyable {
  /// Where QEMU's `virt` board has its UART, and at which input of its GIC.
  static let base: UInt64 = 0x0900_0000
  static let interrupt = 1
  /// The rate of the board's `uartclk` in Hz.
  static let clock: UInt64 = 24_000_000
  /// The most interrupts that a test serves in one go: a line that never falls is a failure and no endless loop.
  static let interruptLimit = 20_000
  /// How many bytes go out before the far end is heard.
  static let chunk = 64

  let machine: DeviceMachine
  let bus: QTestBus
  /// What the driver did, by its own account.
  let trace: AccessTrace
  var driver: PL011Driver<TracedBus<QTestBus>>
  let rings: RingPair
  var server: SerialServer
  var client: SerialClient
  let lines: AcknowledgeCount
  /// What came out of the line.
  private var heard: [UInt8] = []

  init(baudRate: UInt64 = 115_200, ringBytes: Int = 4096) throws {
    let trace = AccessTrace()
    let machine = try DeviceMachine(trace: ["memory_region_ops_*"])
    try machine.hearInterrupts()
    let bus = QTestBus(machine.memory, .memory(Self.base))
    let resources = try PL011Resources(
      registers: TracedBus(bus, into: trace), uartclk: Self.clock, baudRate: baudRate)
    self.machine = machine
    self.trace = trace
    self.bus = bus
    driver = PL011Driver(resources)
    rings = RingPair(ringBytes: ringBytes)
    server = rings.server()
    client = rings.client()
    lines = AcknowledgeCount()
  }

  /// Starts the driver and lets its interrupts through, as a component does.
  mutating func start() throws {
    try driver.probe()
    try driver.start()
    server.begin(driver)
  }

  /// Replaces driver and server by new ones on the same device and rings, as a restart does: nothing is said to the old.
  mutating func restart() throws {
    driver = PL011Driver(
      try PL011Resources(registers: TracedBus(bus, into: trace), uartclk: Self.clock))
    server = rings.server()
    try start()
  }

  /// Whether the interrupt line is high within a time.
  func isInterrupting(within limit: Duration) throws -> Bool {
    try machine.memory.waitForInterrupt(Self.interrupt, within: limit)
  }

  /// Serves interrupts until the line stays low for a time, or `isDone` says so.
  ///
  /// - Returns: how many were served.
  @discardableResult
  mutating func serveInterrupts(
    quiet: Duration = .milliseconds(200), until isDone: (borrowing ModelledUART) -> Bool = { _ in false }
  ) throws -> Int {
    var count = 0
    while count < Self.interruptLimit, !isDone(self), try isInterrupting(within: quiet) {
      driver.serve(PendingInterrupt(index: 0), line: &server).acknowledge(to: lines)
      if server.hasMore { server.resume(driver) }
      try listen()
      count += 1
    }
    return count
  }

  /// Everything that the client can take now.
  mutating func read() -> [UInt8] {
    var bytes: [UInt8] = []
    while let byte = client.read() { bytes.append(byte) }
    client.flush()
    return bytes
  }

  /// Gives the client's bytes to the driver, as many as the ring takes, and hears the far end meanwhile.
  mutating func write(_ bytes: [UInt8]) throws -> Int {
    var count = 0
    for start in stride(from: 0, to: bytes.count, by: Self.chunk) {
      for byte in bytes[start..<min(start + Self.chunk, bytes.count)] {
        guard client.write(byte) else { break }
        count += 1
      }
      client.flush()
      server.resume(driver)
      try listen()
    }
    return count
  }

  /// Takes what has come out of the line: QEMU stands still while a few hundred characters wait in its socket.
  private mutating func listen() throws {
    heard += try machine.serial.receive(4096, within: .zero)
  }

  /// Waits for what the line still has to say.
  ///
  /// - Returns: everything heard so far.
  mutating func hear(_ count: Int) throws -> [UInt8] {
    if heard.count < count { heard += try machine.serial.receive(count - heard.count) }
    return heard
  }
}

/// Interrupt lines that count what is acknowledged.
final class AcknowledgeCount: InterruptLines {
  private(set) var count = 0

  func acknowledge(interrupt index: Int) { count += 1 }
}
