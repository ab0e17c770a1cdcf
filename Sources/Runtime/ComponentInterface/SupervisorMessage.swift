/// A message to or from the supervisor, as the kernel carries it: a label and words.
public struct SupervisorMessage: BitwiseCopyable, Sendable, Equatable {
  /// The most words that a message of this interface has.
  public static let capacity = 64

  /// The most bytes that travel in one message after four words.
  public static let byteCapacity = (capacity - 4) * 8

  /// The label: a ``SupervisorRequest``'s in a request, 0 or a ``SupervisorError``'s in a reply.
  public var label: UInt
  /// How many of ``words`` the message has.
  public private(set) var count: Int
  /// The words.
  public private(set) var words: [64 of UInt64]

  /// A message without words.
  public init(label: UInt) {
    self.label = label
    count = 0
    words = InlineArray(repeating: 0)
  }

  /// Adds a word; there is no room for more than ``capacity``, and a word too many is not added.
  public mutating func append(_ word: UInt64) {
    guard count < Self.capacity else { return }
    words[count] = word
    count += 1
  }

  /// The word at `index`, or nil if the message is shorter.
  public func word(_ index: Int) -> UInt64? {
    index >= 0 && index < count ? words[index] : nil
  }

  /// Adds bytes, eight to a word, the first in the lowest bits; what does not fit is not added.
  public mutating func append(bytes: borrowing Span<UInt8>) {
    var index = 0
    while index < bytes.count, count < Self.capacity {
      var word: UInt64 = 0
      var shift: UInt64 = 0
      while index < bytes.count, shift < 64 {
        word |= UInt64(bytes[index]) &<< shift
        shift += 8
        index += 1
      }
      append(word)
    }
  }

  /// Byte `index` of those that begin at word `firstWord`, or nil if the message is shorter.
  public func byte(_ index: Int, from firstWord: Int) -> UInt8? {
    guard index >= 0, let word = word(firstWord + index / 8) else { return nil }
    return UInt8(truncatingIfNeeded: word &>> (UInt64(index % 8) * 8))
  }

  /// Adds a name in six words.
  public mutating func append(_ name: ComponentName) {
    append(bytes: name.bytes.span)
  }

  /// The name in the six words from `firstWord` on, or nil if the message is shorter.
  public func name(from firstWord: Int) -> ComponentName? {
    var name = ComponentName()
    for index in 0..<ComponentName.capacity {
      guard let byte = byte(index, from: firstWord) else { return nil }
      name.bytes[index] = byte
    }
    return name
  }

  /// Whether label, length and all words of that length are the same.
  public static func == (left: SupervisorMessage, right: SupervisorMessage) -> Bool {
    guard left.label == right.label, left.count == right.count else { return false }
    for index in 0..<left.count where left.words[index] != right.words[index] { return false }
    return true
  }
}
