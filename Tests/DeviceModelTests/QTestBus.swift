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
  /// What went wrong with the connection, if anything.
  private(set) var failure: QEMUError?

  init(_ machine: QTestClient, _ space: Space) {
    self.machine = machine
    self.space = space
  }

  func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
    guard failure == nil else { return 0 }
    do throws(QEMUError) {
      switch space {
      case .memory(let base): return try machine.read(at: base + UInt64(offset))
      case .ports(let base): return try machine.read(atPort: base + UInt16(offset))
      case .configuration(let function): return try function.read(at: UInt8(offset))
      }
    } catch {
      failure = error
      return 0
    }
  }

  func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
    guard failure == nil else { return }
    do throws(QEMUError) {
      switch space {
      case .memory(let base): try machine.write(word, at: base + UInt64(offset))
      case .ports(let base): try machine.write(word, atPort: base + UInt16(offset))
      case .configuration(let function): try function.write(word, at: UInt8(offset))
      }
    } catch {
      failure = error
    }
  }
}
