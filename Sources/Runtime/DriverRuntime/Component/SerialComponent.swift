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
        loop.begin(&driver, component)
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
  private let statistics: ComponentStatistics
  private let channelBadge: NotificationBadge
  /// Whether the supervisor wants to know when the component wakes, and what it takes.
  private var isMeasured = false

  init(_ channel: ChannelEnd, statistics: ComponentStatistics) {
    line = SerialServer(channel, statistics: statistics)
    self.statistics = statistics
    channelBadge = channel.badge
  }

  /// Takes in what the device and the rings hold, and lets interrupts through for the first time.
  mutating func begin<D: SerialDriver & ~Copyable>(_ driver: inout D, _ component: borrowing Component) {
    line.begin(&driver)
    for index in 0..<component.interruptCount { component.acknowledge(interrupt: index) }
  }

  /// Waits for a signal and serves it.
  mutating func turn<D: SerialDriver & ~Copyable>(_ driver: inout D, _ component: borrowing Component) {
    let badge = line.hasMore ? component.poll() : component.wait()
    if isMeasured { statistics.counters.scratch0 = UInt64(dddk_cycle_counter()) }
    if !badge.isDisjoint(with: .anyInterrupt) {
      for index in 0..<component.interruptCount where badge.contains(.interrupt(index)) {
        statistics.counters.interrupts &+= 1
        driver.serve(PendingInterrupt(index: index), line: &line).acknowledge(to: component)
      }
    }
    if line.hasMore || badge.contains(channelBadge) { line.resume(&driver) }
    if isMeasured {
      let counters = statistics.counters
      statistics.counters.scratch1 = counters.scratch1 &+ UInt64(dddk_cycle_counter()) &- counters.scratch0
    }
    if badge.contains(.control) {
      component.obeyControlWord()
      isMeasured = component.controlWord == .measure
    }
    statistics.counters.progress = statistics.counters.bytesReceived &+ statistics.counters.bytesTransmitted
  }
}
