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
  ///
  /// One word, where a `StaticString` has three: an error is written wherever one is thrown.
  @safe
  public struct Name: Equatable, @unchecked Sendable, ExpressibleByStringLiteral {
    // Read-only data of the program, with a 0 behind the last byte.
    private let start: UnsafePointer<UInt8>

    /// A name is always a literal.
    public init(stringLiteral text: StaticString) {
      // Safety: a literal's bytes stay for as long as the program runs.
      unsafe start = text.utf8Start
    }

    /// The byte at `index`; nil behind the last, which is as far as it may be asked.
    func byte(_ index: Int) -> UInt8? {
      // Safety: the caller came here over all bytes before, none of which was the 0 at the end.
      let byte = unsafe start[index]
      return byte == 0 ? nil : byte
    }

    /// Compares the texts byte by byte.
    public static func == (left: Self, right: Self) -> Bool {
      var index = 0
      while let byte = left.byte(index), byte == right.byte(index) { index += 1 }
      return left.byte(index) == right.byte(index)
    }
  }

  /// What a spec can ask for; the numbers are those of `DriverFailure.Resource`.
  public enum ResourceKind: UInt64, Sendable, Equatable {
    case region = 0
    case interrupt = 1
    case clock = 2
  }
}
