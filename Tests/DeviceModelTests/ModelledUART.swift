import DriverRuntime
import QEMU
import Testing

/// One of QEMU's UARTs with a generated driver on it, its rings, and the far end of the line.
struct ModelledUART<Driver: SerialDriver & ~Copyable>: ~Copyable {
  /// The most interrupts that a test serves in one go: a line that never falls is a failure and no endless loop.
  private static var interruptLimit: Int { 20_000 }
  /// How many bytes go out before the far end is heard.
  private static var chunk: Int { 64 }

  let device: ModelledDevice
  /// The input of the board's interrupt controller that its line ends at.
  let interrupt: Int
  private let makeDriver: () throws -> Driver
  var driver: Driver
  let rings: RingPair
  var server: SerialServer
  var client: SerialClient
  /// What came out of the line.
  private var heard: [UInt8] = []

  /// A UART whose driver `makeDriver` makes, now and at each restart.
  init(
    _ device: ModelledDevice, interrupt: Int, ringBytes: Int = 4096,
    makeDriver: @escaping () throws -> Driver
  ) throws {
    self.device = device
    self.interrupt = interrupt
    self.makeDriver = makeDriver
    driver = try makeDriver()
    rings = RingPair(ringBytes: ringBytes)
    server = rings.server()
    client = rings.client()
  }

  var machine: DeviceMachine { device.machine }
  var trace: AccessTrace { device.trace }
  var lines: AcknowledgeCount { device.lines }

  /// Starts the driver and lets its interrupts through, as a component does.
  mutating func start() throws {
    try driver.probe()
    try driver.start()
    server.resume(&driver)
  }

  /// Replaces driver and server by new ones on the same device and rings, as a restart does: nothing is said to the old.
  mutating func restart() throws {
    driver = try makeDriver()
    server = rings.server()
    try start()
  }

  /// Whether the interrupt line is high within a time.
  func isInterrupting(within limit: Duration) throws -> Bool {
    try machine.memory.waitForInterrupt(interrupt, within: limit)
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
      if server.hasMore { server.resume(&driver) }
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
      server.resume(&driver)
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
