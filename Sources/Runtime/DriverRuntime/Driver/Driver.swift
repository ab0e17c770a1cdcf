/// A driver that was generated from a spec: one device, from its first register access to its last.
///
/// The order is `probe`, `start`, any number of interrupts, `stop`; after `stop` a driver may be started again.
public protocol Driver: ~Copyable {
  /// The device's name as its manual has it.
  static var deviceName: StaticString { get }

  /// Makes sure that the device is the one that the spec describes; changes nothing in it.
  mutating func probe() throws(DriverError)

  /// Brings the device from any state to work, with all its interrupts still masked.
  mutating func start() throws(DriverError)

  /// Quiesces the device: no interrupt, nothing half sent.
  mutating func stop() throws(DriverError)

  /// Stops the device at once, whatever it does: after a fault, or where there is no time.
  mutating func quiesce() throws(DriverError)

  /// Makes sure that the device works; it is stopped before and after.
  mutating func selfTest() throws(DriverError)
}

extension Driver where Self: ~Copyable {
  /// Nothing, where the spec has no sequence `quiesce`.
  public mutating func quiesce() throws(DriverError) {}

  /// Nothing, where the spec has no sequence `self-test`.
  public mutating func selfTest() throws(DriverError) {}
}

/// A generated driver without a class: its interrupts are served by the author's hooks alone.
public protocol InterruptDriver: Driver, ~Copyable {
  /// Finds an interrupt's causes, clears them in the device, and serves each by its hook.
  mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt
}
