#if !os(none)
  /// An interrupt line, or message, of a fake device: what its spec says.
  public struct FakeInterrupt: Sendable {
    /// Bits of a register, and what they are.
    public struct Pattern: Sendable {
      let mask: UInt64
      let value: UInt64

      /// The bits of `mask`, as they are in `value`.
      public init(_ mask: UInt64, _ value: UInt64) {
        self.mask = mask
        self.value = value
      }
    }

    /// What makes the device let go of a cause.
    public enum Acknowledge: Sendable {
      /// A write of its bit to a register.
      case bits(String)
      /// A write of a word to a register.
      case write(String, UInt64)
      /// A write of bits that are set to a register.
      case set(String, UInt64)
      /// A read of a register.
      case read(String)
    }

    /// One reason for an interrupt.
    public struct Cause: Sendable {
      let name: String
      let pattern: Pattern
      let bits: UInt64
      let enable: (register: String, mask: UInt64)?
      let acknowledge: Acknowledge?

      /// A cause as its spec says it.
      ///
      /// - Parameters:
      ///   - name: The spec's name.
      ///   - pattern: How the status register shows it.
      ///   - bits: All bits that stand for it, where bits do.
      ///   - enable: The bits of a register that let it through.
      ///   - acknowledge: What makes the device let go of it, where it is not what does for all.
      public init(
        _ name: String, _ pattern: Pattern, bits: UInt64? = nil,
        enable: (register: String, mask: UInt64)? = nil, acknowledge: Acknowledge? = nil
      ) {
        self.name = name
        self.pattern = pattern
        self.bits = bits ?? pattern.mask
        self.enable = enable
        self.acknowledge = acknowledge
      }
    }

    /// The register that shows what is pending.
    public let status: String?
    /// What the status register shows besides while anything is pending; the opposite while nothing is.
    public let pending: Pattern?
    /// What it shows while nothing is.
    public let idle: Pattern?
    /// The register whose set bits let causes through.
    public let mask: String?
    /// What makes the device let go of every cause.
    public let acknowledge: Acknowledge?
    /// In the order of priority.
    public let causes: [Cause]

    /// An interrupt as its spec says it.
    public init(
      status: String? = nil, pending: Pattern? = nil, idle: Pattern? = nil, mask: String? = nil,
      acknowledge: Acknowledge? = nil, causes: [Cause]
    ) {
      self.status = status
      self.pending = pending
      self.idle = idle
      self.mask = mask
      self.acknowledge = acknowledge
      self.causes = causes
    }
  }
#endif
