/// One of the two ends of a ring, as a type: what is known of it is known when a program is compiled.
public protocol RingEnd {
  /// Whether it writes elements; the other end reads them.
  static var isProducer: Bool { get }
}

/// The end that writes elements.
public enum ProducingEnd: RingEnd {
  /// True.
  @inlinable @inline(__always)
  public static var isProducer: Bool { true }
}

/// The end that reads elements.
public enum ConsumingEnd: RingEnd {
  /// False.
  @inlinable @inline(__always)
  public static var isProducer: Bool { false }
}

extension RingEnd {
  /// How far this end has come, as it tells the peer.
  @inlinable @inline(__always)
  static var count: RingWord { isProducer ? .produced : .consumed }

  /// Whether this end sleeps: it sets the word, the peer clears it.
  @inlinable @inline(__always)
  static var sleeps: RingWord { isProducer ? .roomWanted : .elementsWanted }

  /// How far the peer has come.
  @inlinable @inline(__always)
  static var peerCount: RingWord { isProducer ? .consumed : .produced }

  /// Whether the peer sleeps.
  @inlinable @inline(__always)
  static var peerSleeps: RingWord { isProducer ? .elementsWanted : .roomWanted }
}
