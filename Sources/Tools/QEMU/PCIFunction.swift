/// One function of a PCI device: its configuration space, over the two I/O ports of a PC's host bridge.
///
/// Source: PCI Local Bus Specification 3.0, 3.2.2.3.2 (the ports) and 6.1 (the space).
public struct PCIFunction: Sendable {
  private let machine: QTestClient
  /// Its place on bus 0.
  public let device: UInt8

  static let addressPort: UInt16 = 0xcf8
  static let dataPort: UInt16 = 0xcfc

  /// What a function may do (6.2.2).
  public struct Command: OptionSet, Sendable {
    /// The register's bits.
    public let rawValue: UInt16

    /// The commands of the register's bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// It answers at I/O ports.
    public static let ports = Command(rawValue: 1)
    /// It answers at memory addresses.
    public static let memory = Command(rawValue: 2)
    /// It may read and write memory by itself.
    public static let master = Command(rawValue: 4)
  }

  /// Function 0 of a device on bus 0 of a machine.
  public init(_ machine: QTestClient, device: UInt8) {
    self.machine = machine
    self.device = device
  }

  /// Reads a value of its type's width in configuration space.
  public func read<Value: FixedWidthInteger & UnsignedInteger>(
    _ type: Value.Type = Value.self, at offset: UInt8
  ) throws(QEMUError) -> Value {
    try machine.write(address(offset), atPort: Self.addressPort)
    return try machine.read(atPort: Self.dataPort + UInt16(offset & 3))
  }

  /// Writes a value of its type's width in configuration space.
  public func write<Value: FixedWidthInteger & UnsignedInteger>(
    _ value: Value, at offset: UInt8
  ) throws(QEMUError) {
    try machine.write(address(offset), atPort: Self.addressPort)
    try machine.write(value, atPort: Self.dataPort + UInt16(offset & 3))
  }

  /// The vendor's number (offset 0), or 0xffff where nothing is plugged in.
  public func vendor() throws(QEMUError) -> UInt16 { try read(at: 0) }

  /// The number of the vendor's device (offset 2).
  public func identifier() throws(QEMUError) -> UInt16 { try read(at: 2) }

  /// What it may do from now on (offset 4).
  public func permit(_ commands: Command) throws(QEMUError) { try write(commands.rawValue, at: 4) }

  /// How many bytes of memory base address register `index` (0…5) decodes (6.2.5.1); 0 where it has none.
  public func size(ofBAR index: UInt8) throws(QEMUError) -> UInt32 {
    let offset = 0x10 + 4 * index
    let placed: UInt32 = try read(at: offset)
    try write(UInt32.max, at: offset)
    let mask: UInt32 = try read(at: offset)
    try write(placed, at: offset)
    return mask == 0 ? 0 : ~(mask & ~0xf) &+ 1
  }

  /// Puts the memory of base address register `index` at an address.
  public func place(bar index: UInt8, at address: UInt32) throws(QEMUError) {
    try write(address, at: 0x10 + 4 * index)
  }

  /// Has it send its interrupts as writes of `message` to `address` (6.8.1, with a 64-bit address).
  ///
  /// - Throws: ``QEMUError/unexpectedReply(command:reply:)`` when it cannot.
  public func sendInterrupts(as message: UInt16, to address: UInt64) throws(QEMUError) {
    var capability: UInt8 = try read(at: 0x34)
    // The list has at most 48 entries: the space behind the header holds no more.
    for _ in 0..<48 where capability != 0 {
      guard try read(UInt8.self, at: capability) != 0x05 else { break }
      capability = try read(at: capability + 1)
    }
    guard capability != 0 else {
      throw .unexpectedReply(command: "PCI device \(device)", reply: "no message signalled interrupts")
    }
    let control: UInt16 = try read(at: capability + 2)
    try write(UInt32(truncatingIfNeeded: address), at: capability + 4)
    try write(UInt32(truncatingIfNeeded: address >> 32), at: capability + 8)
    try write(message, at: capability + 12)
    try write(control | 1, at: capability + 2)
  }

  private func address(_ offset: UInt8) -> UInt32 {
    0x8000_0000 | UInt32(device) << 11 | UInt32(offset & ~3)
  }
}
