import ComponentInterface

/// A component that is a driver without a class: it serves its interrupts by the author's hooks.
public enum InterruptComponent {
  #if os(none)
    /// Runs the driver that `makeDriver` builds from the component's grants.
    ///
    /// A driver that cannot start says why, and its supervisor decides whether to try again.
    public static func run<D: InterruptDriver & ~Copyable>(
      _ makeDriver: (borrowing Component) throws(DriverError) -> D
    ) -> Never {
      let component = Component()
      do throws(DriverError) {
        var driver = try makeDriver(component)
        try driver.probe()
        try driver.start()
        for index in 0..<component.interruptCount { component.acknowledge(interrupt: index) }
        while true { serve(component.wait(), &driver, component) }
      } catch {
        Supervisor().end(error)
      }
    }
  #endif

  /// Serves what a notification says.
  static func serve<D: InterruptDriver & ~Copyable>(
    _ badge: NotificationBadge, _ driver: inout D, _ component: borrowing Component
  ) {
    for index in 0..<component.interruptCount where badge.contains(.interrupt(index)) {
      component.statistics.counters.interrupts &+= 1
      driver.serve(PendingInterrupt(index: index)).acknowledge(to: component)
      component.statistics.counters.progress &+= 1
    }
    if badge.contains(.control) { component.obeyControlWord() }
  }
}
