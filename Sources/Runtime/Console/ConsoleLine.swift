import ComponentInterface
import ConsoleCore
import DriverRuntime

/// The console's serial line: waits where there is no room to write or nothing to read, and keeps the signals that
/// came meanwhile.
struct ConsoleLine: ByteSink, ~Copyable {
  /// Bytes after which the driver gets to see what was written, even if more follows.
  static let batch = 64

  let component: Component
  private var client: SerialClient
  private var unflushed = 0
  /// Signals that arrived and were not looked at.
  private var signals: NotificationBadge = []

  init(_ component: consuming Component, _ channel: ChannelEnd) {
    client = SerialClient(channel, statistics: component.statistics)
    self.component = component
  }

  /// The channel's generation.
  var generation: UInt32 { client.generation }

  /// Writes a byte; a function of its own, since much is written.
  @inline(never)
  mutating func write(_ byte: UInt8) {
    while !client.write(byte) {
      flush()
      if client.prepareToWaitForRoom() { wait() }
    }
    count()
  }

  /// The next byte that was typed, or nil.
  mutating func read() -> UInt8? {
    guard let byte = client.read() else { return nil }
    count()
    return byte
  }

  /// The next byte that was typed; waits for it.
  mutating func next() -> UInt8 {
    while true {
      if let byte = read() { return byte }
      waitForBytes()
    }
  }

  /// Sends what was written, and waits for bytes or another signal, unless there are bytes.
  mutating func waitForBytes() {
    flush()
    if client.prepareToWaitForBytes() { wait() }
  }

  /// Shows the driver what was written and gives it the room of what was read.
  mutating func flush() {
    unflushed = 0
    client.flush()
  }

  /// Signals the driver, whether it waits or not.
  func wake() { client.wake() }

  /// Whether a signal arrived since the last time that was asked.
  mutating func takeSignal(_ badge: NotificationBadge) -> Bool {
    defer { signals.subtract(badge) }
    return !signals.isDisjoint(with: badge)
  }

  private mutating func wait() { signals.formUnion(component.wait()) }

  private mutating func count() {
    unflushed += 1
    if unflushed >= Self.batch { flush() }
  }
}
