import DriverRuntime
import QEMU

/// The registers of one of QEMU's device models: a generated driver on the host reaches the device through it.
///
/// A bus has no errors, so the first one of the connection is kept for the test to look at, and reads give 0 after it.
final class QTestBus: RegisterBus {
  private let memory: QTestClient
  /// The guest physical address of the region.
  private let base: UInt64
  /// What went wrong with the connection, if anything.
  private(set) var failure: QEMUError?

  init(_ memory: QTestClient, base: UInt64) {
    self.memory = memory
    self.base = base
  }

  func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
    guard failure == nil else { return 0 }
    do throws(QEMUError) {
      return try memory.read(Value.Word.self, at: base + UInt64(offset))
    } catch {
      failure = error
      return 0
    }
  }

  func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
    guard failure == nil else { return }
    do throws(QEMUError) { try memory.write(word, at: base + UInt64(offset)) } catch { failure = error }
  }
}
