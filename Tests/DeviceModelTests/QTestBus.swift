import DriverRuntime
import QEMU

/// The registers of one of QEMU's device models: a generated driver on the host reaches the device through it.
///
/// A bus has no errors, so the first one of the connection is kept for the test to look at, and reads give 0 after it.
final class QTestBus: RegisterBus {
  /// Where the registers are.
  enum Space {
    /// At a guest physical address.
    case memory(UInt64)
    /// At an I/O port.
    case ports(UInt16)
    /// In the configuration space of a PCI function.
    case configuration(PCIFunction)
  }

  private let machine: QTestClient
  private let space: Space
  private let shift: Int
  private let accessBytes: Int?
  /// What went wrong with the connection, if anything.
  private(set) var failure: QEMUError?

  /// Registers in a space of a machine.
  ///
  /// - Parameters:
  ///   - machine: the connection.
  ///   - space: where they are.
  ///   - shift: how far the board spreads them (`reg-shift`).
  ///   - accessBytes: the width of every access (`reg-io-width`), where it is not the register's own.
  init(_ machine: QTestClient, _ space: Space, shift: Int = 0, accessBytes: Int? = nil) {
    self.machine = machine
    self.space = space
    self.shift = shift
    self.accessBytes = accessBytes
  }

  func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
    guard failure == nil else { return 0 }
    do throws(QEMUError) {
      return Value.Word(truncatingIfNeeded: try read(Value.Word.bitWidth / 8, at: offset << shift))
    } catch {
      failure = error
      return 0
    }
  }

  func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
    guard failure == nil else { return }
    do throws(QEMUError) {
      try write(UInt64(word), Value.Word.bitWidth / 8, at: offset << shift)
    } catch {
      failure = error
    }
  }

  private func read(_ width: Int, at offset: Int) throws(QEMUError) -> UInt64 {
    let bytes = accessBytes ?? width
    switch space {
    case .memory(let base):
      return try machine.perform([.read(address: base + UInt64(offset), bytes: bytes)])[0]
    case .ports(let base): return try machine.perform([.readPort(base + UInt16(offset), bytes: bytes)])[0]
    case .configuration(let function):
      switch bytes {
      case 1: return UInt64(try function.read(UInt8.self, at: UInt8(offset)))
      case 2: return UInt64(try function.read(UInt16.self, at: UInt8(offset)))
      default: return UInt64(try function.read(UInt32.self, at: UInt8(offset)))
      }
    }
  }

  private func write(_ value: UInt64, _ width: Int, at offset: Int) throws(QEMUError) {
    let bytes = accessBytes ?? width
    switch space {
    case .memory(let base):
      try machine.perform([.write(address: base + UInt64(offset), value: value, bytes: bytes)])
    case .ports(let base):
      try machine.perform([.writePort(base + UInt16(offset), value: value, bytes: bytes)])
    case .configuration(let function):
      switch bytes {
      case 1: try function.write(UInt8(truncatingIfNeeded: value), at: UInt8(offset))
      case 2: try function.write(UInt16(truncatingIfNeeded: value), at: UInt8(offset))
      default: try function.write(UInt32(truncatingIfNeeded: value), at: UInt8(offset))
      }
    }
  }
}
