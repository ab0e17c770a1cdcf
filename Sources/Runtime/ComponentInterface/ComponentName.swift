/// A component's name: at most 48 bytes, padded with NUL.
public struct ComponentName: BitwiseCopyable, Sendable, Equatable {
  /// The longest name in bytes.
  public static let capacity = 48

  /// The bytes, padded with NUL.
  public var bytes: [48 of UInt8]

  /// An empty name.
  public init() { bytes = InlineArray(repeating: 0) }

  /// A name from text; what does not fit is cut off.
  public init(_ text: StaticString) {
    self.init()
    text.withUTF8Buffer { source in
      // Safety: `index` is below the buffer's count, and the buffer does not leave the closure.
      for index in 0..<min(source.count, Self.capacity) { unsafe bytes[index] = source[index] }
    }
  }

  /// A name from bytes; what does not fit is cut off, and so is everything after a NUL.
  public init(_ source: borrowing Span<UInt8>) {
    self.init()
    for index in 0..<min(source.count, Self.capacity) {
      if source[index] == 0 { return }
      bytes[index] = source[index]
    }
  }

  /// The number of bytes before the padding.
  public var count: Int {
    var length = 0
    while length < Self.capacity, bytes[length] != 0 { length += 1 }
    return length
  }

  /// Whether both hold the same bytes.
  public static func == (left: ComponentName, right: ComponentName) -> Bool {
    for index in 0..<capacity where left.bytes[index] != right.bytes[index] { return false }
    return true
  }
}
