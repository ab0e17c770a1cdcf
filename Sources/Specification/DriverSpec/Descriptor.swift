public import Diagnostics

/// The layout of an entry in memory that driver and device share.
public struct Descriptor: Sendable, Equatable {
  /// The name by which rings speak of it.
  public var name: Located<String>
  /// One line that says what it is for.
  public var summary: Located<String>?
  /// The manual's section.
  public var section: Located<String>?
  /// Bytes.
  public var size: Located<UInt64>
  /// Bytes, a power of two; the widest word where the spec says none.
  public var alignment: Located<UInt64>?
  /// Its words, laid out as registers are; offsets count from the entry's start.
  public var words: [Register]

  /// Takes each part as it is.
  public init(
    name: Located<String>, summary: Located<String>? = nil, section: Located<String>? = nil,
    size: Located<UInt64>, alignment: Located<UInt64>? = nil, words: [Register] = []
  ) {
    self.name = name
    self.summary = summary
    self.section = section
    self.size = size
    self.alignment = alignment
    self.words = words
  }
}

/// Entries in memory that go back and forth between driver and device.
public struct DescriptorRing: Sendable, Equatable {
  /// The ring's name.
  public var name: Located<String>
  /// One line that says what it is for.
  public var summary: Located<String>?
  /// The layout of its entries.
  public var descriptor: Located<String>
  /// The DMA resource that it lies in.
  public var pool: Located<String>
  /// How many entries.
  public var entries: Located<Int>
  /// The field of the entry that says whose it is.
  public var owner: Ownership
  /// How the device finds the first entry again after the last.
  public var wrap: Wrap
  /// The register that takes the ring's address as the device sees it, where there is one.
  public var base: RegisterReference?

  /// Whose an entry is: `FLAGS.OWN == 1` while it is the device's.
  public struct Ownership: Sendable, Equatable {
    /// The word and the field of the entry.
    public var field: FieldReference
    /// The field's value while the entry is the device's.
    public var deviceValue: Located<UInt64>

    /// Takes each part as it is.
    public init(field: FieldReference, deviceValue: Located<UInt64>) {
      self.field = field
      self.deviceValue = deviceValue
    }
  }

  /// How the device finds the first entry again after the last.
  public enum Wrap: Sendable, Equatable {
    /// It counts, and the count wraps.
    case index(SourcePlace)
    /// A field of the last entry says so.
    case flag(FieldReference)
  }

  /// Takes each part as it is.
  public init(
    name: Located<String>, summary: Located<String>? = nil, descriptor: Located<String>,
    pool: Located<String>, entries: Located<Int>, owner: Ownership, wrap: Wrap,
    base: RegisterReference? = nil
  ) {
    self.name = name
    self.summary = summary
    self.descriptor = descriptor
    self.pool = pool
    self.entries = entries
    self.owner = owner
    self.wrap = wrap
    self.base = base
  }
}
