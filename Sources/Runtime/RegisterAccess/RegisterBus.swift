/// A way to a device's registers.
///
/// Drivers are generic over it, so that the same code drives the device (``DeviceBus``), a fake of it in
/// tests, or either with a record of every access.
public protocol RegisterBus {
  /// Reads a register, `offset` bytes from the start of its region.
  func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word

  /// Writes a register, `offset` bytes from the start of its region.
  func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int)
}
