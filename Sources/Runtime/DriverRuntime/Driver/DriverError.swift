public import RegisterAccess

/// Why a driver could not do what was asked, with what it saw.
public enum DriverError: Error, Equatable {
  /// A wait came to its bound: the register still read `lastValue` after `polls` polls.
  case timeout(register: Name, field: Name, lastValue: UInt64, polls: UInt64, specLine: Int)
  /// A calculation left the unsigned 64-bit numbers: an overflow, or a division by zero.
  case arithmetic(specLine: Int)
  /// A value is outside what the device takes.
  case outOfRange(value: UInt64, allowed: ClosedRange<UInt64>, specLine: Int)
  /// A loop came to its bound and its condition still held.
  case tooManyRounds(limit: UInt64, specLine: Int)
  /// A granted region does not hold the registers: too small, or not aligned.
  case unusableRegion(RegionMismatch)
  /// The granted I/O ports do not hold the registers: too few, or the board wants accesses of another width.
  case unusablePorts(first: UInt16, count: Int, needed: Int)
  /// The component was not given a resource that the spec names: its kind, and its index among its kind.
  case missingResource(kind: ResourceKind, index: Int)

  /// A name from the manual.
  public struct Name: Equatable, Sendable, ExpressibleByStringLiteral {
    /// The text, in the program's read-only data.
    public let text: StaticString

    /// A name is always a literal.
    public init(stringLiteral text: StaticString) { self.text = text }

    /// Compares the texts byte by byte.
    public static func == (left: Self, right: Self) -> Bool {
      guard left.text.utf8CodeUnitCount == right.text.utf8CodeUnitCount else { return false }
      for index in 0..<left.text.utf8CodeUnitCount
      // Safety: both texts are `utf8CodeUnitCount` bytes long, and `index` is below that.
      where unsafe left.text.utf8Start[index] != right.text.utf8Start[index] { return false }
      return true
    }
  }

  /// What a spec can ask for.
  public enum ResourceKind: Sendable, Equatable {
    case region, interrupt, clock
  }
}
