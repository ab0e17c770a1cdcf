import ComponentInterface
import ConsoleCore
import DriverRuntime
import Measurement

// Measurements that the console can make by itself. `dddk bench` runs a system with more components for the rest.
extension Console {
  /// How often each thing is measured; the least counts.
  private static let rounds = 16

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
    line.flush()
    if let serial = find(ComponentName("serial")) {
      show("driver-restart", restart(serial.id))
    }
  }

  /// Explains why the last console was ended, if it was by measuring.
  mutating func explainLastBench() {
    guard line.component.statistics.counters.scratch1 == 1 else { return }
    line.component.statistics.counters.scratch1 = 0
    line.write("bench: this boot image does not let programs read the cycle counter; use `dddk bench`\r\n")
  }

  private mutating func show(_ name: StaticString, _ cycles: UInt64) {
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

  /// From the request to crash until this thread runs again: the driver and the supervisor, which come first, have
  /// then done all that they have to do.
  private func restart(_ id: UInt32) -> UInt64 {
    let overhead = CycleCounter.overhead()
    let start = CycleCounter.read()
    guard (try? supervisor.call(.crash(component: id)).checkGranted()) != nil else { return 0 }
    return CycleCounter.read() &- start &- overhead
  }
}
