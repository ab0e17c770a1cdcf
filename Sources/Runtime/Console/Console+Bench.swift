import ComponentInterface
import ConsoleCore
import DriverRuntime
import Measurement

// Measurements that the console can make by itself. For messages through a channel `dddk bench` runs a system with two
// components more.
extension Console {
  /// How often each thing is measured; the least counts.
  private static let rounds = 16
  /// How many cycles to wait for a key.
  private static let patience: UInt64 = 2_000_000_000

  /// Measures, and writes lines `bench NAME NUMBER` for `dddk bench` to read.
  ///
  /// Reading the cycle counter faults where the boot image does not allow it. The word that says so outlives the
  /// fault, and the next console explains it.
  mutating func bench() {
    line.component.statistics.counters.scratch1 = 1
    _ = CycleCounter.read()
    line.component.statistics.counters.scratch1 = 0
    show("ring-alone", RingMeasurement.alone())
    show("ring-batch-64", RingMeasurement.batched())
    show("rpc", least { $0.request() })
    guard let serial = find(ComponentName("serial")) else { return }
    if let cycles = interrupt(serial.id), cycles != .max { show("interrupt", cycles) }
    measureBytes(serial.id)
    let restart = restart(serial.id)
    let signal = signal(serial.id)
    show("driver-restart", restart)
    if let signal { show("signal", signal) }
  }

  /// Explains why the last console was ended, if it was by measuring.
  mutating func explainLastBench() {
    guard line.component.statistics.counters.scratch1 == 1 else { return }
    line.component.statistics.counters.scratch1 = 0
    line.write("bench: this boot image does not let programs read the cycle counter; use `dddk bench`\r\n")
  }

  mutating func show(_ name: StaticString, _ cycles: UInt64) {
    line.write("bench ")
    line.write(name)
    line.write(" ")
    line.write(decimal: cycles)
    line.newLine()
  }

  private mutating func least(_ measure: (inout Console) -> UInt64) -> UInt64 {
    var least = UInt64.max
    for _ in 0..<Self.rounds { least = min(least, measure(&self)) }
    return least
  }

  /// A call that the supervisor answers as it came: two switches of address space.
  private func request() -> UInt64 {
    let overhead = CycleCounter.overhead()
    let start = CycleCounter.read()
    supervisor.echo()
    return CycleCounter.read() &- start &- overhead
  }

  /// From the last instruction of this thread before an interrupt to the first of the driver behind its wait.
  ///
  /// Somebody must type a key each time that one is asked for; nil when nobody does. Keys that come together would be
  /// served together, in several turns of the driver, of which it remembers the last.
  private mutating func interrupt(_ id: UInt32) -> UInt64? {
    guard (try? supervisor.call(.measure(component: id)).checkGranted()) != nil else { return nil }
    var least: UInt64?
    var left = Self.rounds
    while left > 0 {
      left -= 1
      // Taken before the key is asked for: whoever types may be quick.
      guard let page = statistics(id) else { break }
      line.write("press a key (")
      line.write(decimal: UInt64(left))
      line.write(" more)\r\n")
      line.flush()
      guard let cycles = nextKey(id, since: page) else { break }
      least = min(least ?? .max, cycles)
      while line.read() != nil {}
    }
    return least
  }

  private func statistics(_ id: UInt32) -> StatisticsPage? {
    try? StatisticsPage(supervisor.call(.statistics(component: id)))
  }

  /// The cycles that the next key took to the driver, or as many as there are if something else came between; nil when
  /// nobody types.
  ///
  /// An interruption of this thread counts if the driver received in it, and served one interrupt: a tick of the timer
  /// and the end of a transmission do not.
  private func nextKey(_ id: UInt32, since page: StatisticsPage) -> UInt64? {
    let overhead = CycleCounter.overhead()
    var before = page
    let start = CycleCounter.read()
    var last = start
    while last &- start < Self.patience {
      let now = CycleCounter.read()
      guard now &- last > 100 else {
        last = now
        continue
      }
      guard let page = statistics(id) else { return nil }
      if page.bytesReceived != before.bytesReceived {
        let isAlone = page.interrupts == before.interrupts &+ 1 && page.scratch0 > last && page.scratch0 < now
        return isAlone ? page.scratch0 &- last &- overhead : .max
      }
      before = page
      last = CycleCounter.read()
    }
    return nil
  }

  /// A signal to a notification on which nobody waits: the driver's, while it is held down.
  private mutating func signal(_ id: UInt32) -> UInt64? {
    line.flush()
    var crashes = 0
    while (try? supervisor.call(.crash(component: id)).checkGranted()) != nil {
      crashes += 1
      guard crashes < Self.rounds else { return nil }
    }
    let cycles = least { console in
      let overhead = CycleCounter.overhead()
      let start = CycleCounter.read()
      console.line.wake()
      return CycleCounter.read() &- start &- overhead
    }
    _ = supervisor.call(.start(component: id))
    return cycles
  }

  /// From the request to crash until this thread runs again: the driver and the supervisor, which come first, have
  /// then done all that they have to do.
  private mutating func restart(_ id: UInt32) -> UInt64 {
    line.flush()
    let overhead = CycleCounter.overhead()
    let start = CycleCounter.read()
    guard (try? supervisor.call(.crash(component: id)).checkGranted()) != nil else { return 0 }
    return CycleCounter.read() &- start &- overhead
  }
}
