import ComponentInterface

/// A component that is a driver without a class: it serves its interrupts by the author's hooks.
public enum InterruptComponent {
  #if os(none)
    /// Runs the driver that `makeDriver` builds from the component's grants.
    ///
    /// A driver that cannot start logs why and faults: its supervisor decides whether to try again.
    public static func run<D: InterruptDriver & ~Copyable>(
      _ makeDriver: (borrowing Component) throws(DriverError) -> D
    ) -> Never {
      run(Component(), makeDriver)
    }

    /// Runs a driver whose registers the board gives through I/O ports or as memory.
    ///
    /// Where the processor has no ports, nothing is left of the first way.
    public static func run<Ports: InterruptDriver & ~Copyable, Memory: InterruptDriver & ~Copyable>(
      throughPorts makePorts: (borrowing Component) throws(DriverError) -> Ports,
      inMemory makeMemory: (borrowing Component) throws(DriverError) -> Memory
    ) -> Never {
      let component = Component()
      if GrantedPorts.exist, component.ports(0) != nil { run(component, makePorts) }
      run(component, makeMemory)
    }

    private static func run<D: InterruptDriver & ~Copyable>(
      _ component: consuming Component, _ makeDriver: (borrowing Component) throws(DriverError) -> D
    ) -> Never {
      do throws(DriverError) {
        var driver = try makeDriver(component)
        try driver.probe()
        try driver.start()
        for index in 0..<component.interruptCount { component.acknowledge(interrupt: index) }
        while true { serve(component.wait(), &driver, component) }
      } catch {
        var line = LogLine()
        line.append(error, of: D.deviceName)
        line.send()
        fatalError("the driver did not start")
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
