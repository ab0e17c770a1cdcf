/// The four words by which the two ends of a ring speak to each other.
///
/// Loads and stores are sequentially consistent: an end that announces that it waits and then looks again (or
/// publishes and then looks whether the peer waits) must not have the two exchanged. On AArch64 that is one `stlr`
/// and one `ldar`, the same as release and acquire.
///
/// Tests put a simulation behind this protocol that chooses the order of all accesses.
public protocol RingWords {
  /// Reads a word.
  func load(_ word: RingWord) -> UInt64
  /// Writes a word.
  func store(_ value: UInt64, to word: RingWord)
}

/// One of the four words of a ring, and which end writes it.
@frozen
public enum RingWord: Int, Sendable, CaseIterable {
  /// How many elements were ever published. The producer writes it.
  case produced = 0
  /// Not 0 while the producer sleeps until there is room. The producer sets it; the consumer clears it before it
  /// signals.
  case roomWanted = 8
  /// How many elements were ever taken. The consumer writes it.
  case consumed = 128
  /// Not 0 while the consumer sleeps until there are elements. The consumer sets it; the producer clears it before
  /// it signals.
  case elementsWanted = 136
}
