/// A message's first word: what it is about, and how much of it there is.
///
/// Manual, section 4.1.
///
/// Corresponds to `seL4_MessageInfo_t`.
public struct MessageInfo: RawRepresentable, Equatable, Sendable {
  /// The word that the kernel sees.
  public let rawValue: Word

  /// Takes the word that the kernel sees.
  @inline(__always)
  public init(rawValue: Word) {
    self.rawValue = rawValue
  }

  /// A message of `length` words (0 to 120) and `extraCapabilities` (0 to 3) about `label` (52 bits).
  @inline(__always)
  public init(label: Word, length: Int = 0, extraCapabilities: Int = 0) {
    rawValue =
      label &<< 12 | (Word(truncatingIfNeeded: extraCapabilities) & 3) &<< 7
      | Word(truncatingIfNeeded: length) & 0x7f
  }

  /// What the message is about; of a reply to an invocation, the error code.
  @inline(__always)
  public var label: Word { rawValue &>> 12 }

  /// Words in the message.
  ///
  /// The field holds up to 127; no kernel delivers more than 120.
  @inline(__always)
  public var length: Int { Int(truncatingIfNeeded: rawValue & 0x7f) }

  /// Capabilities that travel along, or, after a receive, that arrived.
  @inline(__always)
  public var extraCapabilities: Int { Int(truncatingIfNeeded: rawValue &>> 7 & 3) }

  /// One bit for each capability that arrived as a badge because it named the endpoint itself.
  @inline(__always)
  public var capabilitiesUnwrapped: Word { rawValue &>> 9 & 7 }
}
