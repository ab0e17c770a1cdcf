import CStart
import ComponentInterface

/// A component that is a serial driver and nothing else.
public enum SerialComponent {
  #if os(none)
    /// Runs the driver that `makeDriver` builds from the component's grants.
    ///
    /// A driver that cannot start says why, and its supervisor decides whether to try again.
    public static func run<D: SerialDriver & ~Copyable>(
      _ makeDriver: (borrowing Component) throws(DriverError) -> D
    ) -> Never {
      let component = Component()
      do throws(DriverError) {
        var driver = try makeDriver(component)
        try driver.probe()
        try driver.start()
        guard let channel = component.channel(0) else { fatalError("a serial driver has one channel") }
        var loop = SerialLoop(channel, statistics: component.statistics)
        for index in 0..<component.interruptCount { component.acknowledge(interrupt: index) }
        while true { loop.turn(&driver, component) }
      } catch {
        Supervisor().end(error)
      }
    }
  #endif
}

/// One turn of a serial driver's life: wait, serve what happened, acknowledge.
struct SerialLoop: ~Copyable {
  private var line: SerialServer
  private let channelBadge: NotificationBadge
  /// Whether the supervisor wants to know when the component wakes, and what it takes.
  private var isMeasured = false

  private var statistics: ComponentStatistics { line.statistics }

  @inline(__always)
  init(_ channel: ChannelEnd, statistics: ComponentStatistics) {
    line = SerialServer(channel, statistics: statistics)
    channelBadge = channel.badge
  }

  /// Waits for a signal, unless there is work left, and serves it.
  mutating func turn<D: SerialDriver & ~Copyable>(_ driver: inout D, _ component: borrowing Component) {
    let badge = component.takeSignals(waiting: !line.hasMore)
    if isMeasured { statistics.counters.scratch0 = UInt64(dddk_cycle_counter()) }
    for index in 0..<component.interruptCount where badge.contains(.interrupt(index)) {
      statistics.counters.interrupts &+= 1
      driver.serve(PendingInterrupt(index: index), line: &line).acknowledge(to: component)
    }
    if line.hasMore || badge.contains(channelBadge) { line.resume(&driver) }
    if isMeasured {
      let counters = statistics.counters
      statistics.counters.scratch1 = counters.scratch1 &+ UInt64(dddk_cycle_counter()) &- counters.scratch0
    }
    if badge.contains(.control) { isMeasured = component.obeyControlWord() == .measure }
    statistics.counters.progress = statistics.counters.bytesReceived &+ statistics.counters.bytesTransmitted
  }
}
