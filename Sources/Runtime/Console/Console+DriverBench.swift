import ComponentInterface
import ConsoleCore
import DriverRuntime
import Measurement

// What the driver of the console's own line takes for a byte, from each of its wakings to its next wait: interrupts,
// accesses, rings and signals together, and on a PC the kernel's part of every access to a port.
extension Console {
  /// Bytes that go each way.
  private static let bytes: UInt64 = 8192
  /// Bytes for which a figure is taken, at least: how many an interrupt finds depends on when they come.
  private static let batch: UInt64 = 64
  /// How many cycles to wait for a batch.
  private static let patience: UInt64 = 2_000_000_000

  /// Measures both ways, and writes the lines; without the second where nobody types.
  ///
  /// The driver is one that was told to measure.
  mutating func measureBytes(_ id: UInt32) {
    line.flush()
    let transmit = least(of: id, { $0.bytesTransmitted }) { console, _ in
      for _ in 0..<Self.batch { console.line.write(0x2e) }
      console.line.flush()
    }
    line.newLine()
    if let transmit { show("transmit", transmit) }
    let receive = least(of: id, { $0.bytesReceived }) { console, isFirst in
      if isFirst { console.line.write("type 8192 bytes\r\n") }
      console.line.flush()
    }
    if let receive { show("receive", receive) }
  }

  /// The least that the driver took for a byte of a batch, rounded; nil where the bytes do not come.
  private mutating func least(
    of id: UInt32, _ count: (StatisticsPage) -> UInt64, moving move: (inout Console, _ isFirst: Bool) -> Void
  ) -> UInt64? {
    guard var before = statistics(of: id) else { return nil }
    let first = count(before)
    let last = first &+ Self.bytes
    var least = UInt64.max
    while count(before) < last {
      move(&self, count(before) == first)
      let target = min(count(before) &+ Self.batch, last)
      guard let after = wait(for: id, until: { count($0) >= target }) else { return nil }
      let moved = count(after) &- count(before)
      // The last of them may be a few.
      if moved >= Self.batch {
        least = min(least, (after.scratch1 &- before.scratch1 &+ moved / 2) / moved)
      }
      before = after
    }
    return least
  }

  /// Takes what comes until the driver has done its part; nil where it does not in time.
  private mutating func wait(for id: UInt32, until isDone: (StatisticsPage) -> Bool) -> StatisticsPage? {
    let start = CycleCounter.read()
    while CycleCounter.read() &- start < Self.patience {
      while line.read() != nil {}
      line.flush()
      guard let now = statistics(of: id) else { return nil }
      if isDone(now) { return now }
    }
    return nil
  }

  private func statistics(of id: UInt32) -> StatisticsPage? {
    try? StatisticsPage(supervisor.call(.statistics(component: id)))
  }
}
