// Do not edit: generated from separate-status.driver.yaml (digest 617ad93014f4233c) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a U16 needs of the machine, and all that it gets.
struct U16Resources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x8 bytes. (separate-status.driver.yaml:8)
  let registers: U16Registers<Bus>

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(registers: Bus) {
    self.registers = U16Registers(on: registers)
  }
}

extension U16Resources where Bus == DeviceBus {
  /// Takes the resources out of what the component was granted.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try grants.requireInterrupts(1)
    try self.init(registers: grants.bus(0, holding: 0x8, alignedTo: 1))
  }
}

/// Drives a U16: a small UART.
///
/// (separate-status.driver.yaml:3)
struct U16Driver<Bus: RegisterBus>: ~Copyable {
  private let resources: U16Resources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming U16Resources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: U16Registers<Bus> { resources.registers }
}

extension U16Driver: Driver {
  static var deviceName: StaticString { "U16" }

  /// Nothing to do: the spec has no sequence `probe`.
  mutating func probe() throws(DriverError) {}

  /// Brings the device from any state to work, with its interrupts masked. (separate-status.driver.yaml:19)
  mutating func start() throws(DriverError) {
    registers.ENABLE.write(0)
  }

  /// Quiesces the device. (separate-status.driver.yaml:20)
  mutating func stop() throws(DriverError) {
    registers.ENABLE.write(0)
  }
}

extension U16Driver: SerialDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve<Line: SerialLine & ~Copyable>(
    _ interrupt: consuming PendingInterrupt, line: inout Line
  ) -> ClearedInterrupt {
    // Interrupt `line`. (separate-status.driver.yaml:17)
    let pending = registers.PENDING.read()
    // To serve a cause is to clear it: the device has no register that does.
    if pending.RX { line.receive(from: &self) }
    if pending.TX { line.transmit(to: &self) }
    return interrupt.cleared {}
  }
}

extension U16Driver {
  /// Whether STATUS.ROOM is 1. (separate-status.driver.yaml:22)
  var isReadyToTransmit: Bool { registers.STATUS.read().ROOM }

  /// Writes DATA.BYTE. (separate-status.driver.yaml:22)
  func transmit(_ byte: UInt8) { registers.DATA.writeFromZero { $0.BYTE = byte } }

  /// Reads DATA.BYTE and its line errors, unless STATUS.READY is 0. (separate-status.driver.yaml:23)
  func receive() -> ReceivedCharacter? {
    let valueOfSTATUS = registers.STATUS.read()
    guard valueOfSTATUS.READY else { return nil }
    let received = registers.DATA.readWithEffect()
    guard valueOfSTATUS.hasLineError else { return ReceivedCharacter(received.BYTE) }
    return ReceivedCharacter(received.BYTE, errors: valueOfSTATUS.lineErrors)
  }

  /// Lets through interrupt cause `receive`.
  func enableReceiveInterrupt() {
    registers.ENABLE.modify { $0.RX = true }
  }

  /// Masks interrupt cause `receive`.
  func disableReceiveInterrupt() {
    registers.ENABLE.modify { $0.RX = false }
  }

  /// Lets through interrupt cause `transmit`.
  func enableTransmitInterrupt() {
    registers.ENABLE.modify { $0.TX = true }
  }

  /// Masks interrupt cause `transmit`.
  func disableTransmitInterrupt() {
    registers.ENABLE.modify { $0.TX = false }
  }
}

extension U16.STATUS {
  /// Whether any line error is flagged. (separate-status.driver.yaml:24)
  fileprivate var hasLineError: Bool { word & 0xa != 0 }

  /// The line errors that are flagged. (separate-status.driver.yaml:24)
  fileprivate var lineErrors: LineErrors {
    var errors: LineErrors = []
    if FRAMING { errors.insert(.framing) }
    if OVERRUN { errors.insert(.overrun) }
    return errors
  }
}
