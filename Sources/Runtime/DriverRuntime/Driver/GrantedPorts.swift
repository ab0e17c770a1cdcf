public import RegisterAccess
import SeL4

/// The I/O ports that a component was granted: every access is a call of the kernel with the capability to them.
public struct GrantedPorts: IOPorts {
  /// Where the capability to them stands.
  let slot: UInt32

  private var capability: IOPort { IOPort(CapabilityPointer(rawValue: UInt(slot))) }

  /// Whether the processor has I/O ports; known when a program is compiled, so that no other has code for them.
  @inline(__always)
  public static var exist: Bool { IOPortControl.exists }

  /// Ports whose capability stands in a slot of the component.
  init(slot: UInt32) { self.slot = slot }

  // The kernel refuses ports outside of the range alone, which the rules of specs exclude, or when the capability is gone,
  // and then so is the component.

  /// Reads a port: `seL4_X86_IOPort_In8`, `In16` or `In32`, by the word's width.
  @inline(__always)
  public func read<Word: RegisterWord>(_ width: Word.Type, from port: UInt16) -> Word {
    do throws(SeL4Error) {
      switch Word.bitWidth {
      case 8: return Word(truncatingIfNeeded: try capability.in8(port))
      case 16: return Word(truncatingIfNeeded: try capability.in16(port))
      case 32: return Word(truncatingIfNeeded: try capability.in32(port))
      default: fatalError("no port has 64 bits")
      }
    } catch {
      fatalError("a port that was not granted")
    }
  }

  /// Writes a port: `seL4_X86_IOPort_Out8`, `Out16` or `Out32`, by the word's width.
  @inline(__always)
  public func write<Word: RegisterWord>(_ word: Word, to port: UInt16) {
    do throws(SeL4Error) {
      switch Word.bitWidth {
      case 8: try capability.out8(port, UInt8(truncatingIfNeeded: word))
      case 16: try capability.out16(port, UInt16(truncatingIfNeeded: word))
      case 32: try capability.out32(port, UInt32(truncatingIfNeeded: word))
      default: fatalError("no port has 64 bits")
      }
    } catch {
      fatalError("a port that was not granted")
    }
  }
}

/// A range of I/O ports that a driver was granted.
public struct PortRegion {
  /// The way to them.
  public let ports: GrantedPorts
  /// The first port.
  public let first: UInt16
  /// How many there are.
  public let count: Int

  /// Ports from `first` on.
  public init(_ ports: GrantedPorts, first: UInt16, count: Int) {
    self.ports = ports
    self.first = first
    self.count = count
  }
}
