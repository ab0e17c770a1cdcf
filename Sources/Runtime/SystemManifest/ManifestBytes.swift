/// Bytes that somebody else wrote and that nobody changes while a manifest is read from them.
///
/// Every load is checked against the bounds, so the bytes can say what they want.
@safe
struct ManifestBytes {
  private let buffer: UnsafeRawBufferPointer

  /// Bytes that stay where they are and as they are for as long as this value is used.
  @unsafe
  init(_ buffer: UnsafeRawBufferPointer) {
    // Safety: the caller of the unsafe initialiser keeps the memory alive and unchanged.
    unsafe self.buffer = buffer
  }

  var count: Int {
    // Safety: the count alone reads no memory.
    unsafe buffer.count
  }

  /// The value at an offset that a check has found to lie inside; an offset outside is a trap.
  @inline(__always)
  func load<Value: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: Value.Type) -> Value {
    precondition(offset >= 0 && count - offset >= MemoryLayout<Value>.size, "outside the manifest")
    // Safety: the range was checked above, and an unaligned load has no other demand.
    return Value(littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: offset, as: type))
  }

  /// The bytes of a text, for a caller that hands them on.
  @unsafe
  func slice(_ offset: Int, count length: Int) -> UnsafeRawBufferPointer {
    precondition(offset >= 0 && length >= 0 && count - offset >= length, "outside the manifest")
    // Safety: the range was checked above; the caller of this unsafe function minds the lifetime.
    return unsafe UnsafeRawBufferPointer(rebasing: buffer[offset..<offset + length])
  }
}

/// A name, a path or another text of a manifest, in UTF-8.
public struct ManifestText {
  let bytes: ManifestBytes
  let start: Int
  /// How many bytes it has.
  public let count: Int

  init(_ bytes: ManifestBytes, reference: Int) {
    self.bytes = bytes
    start = Int(bytes.load(reference, as: UInt32.self))
    count = Int(bytes.load(reference + 4, as: UInt32.self))
  }

  /// True when there is no byte.
  public var isEmpty: Bool { count == 0 }

  /// One byte; an index outside is a trap.
  public subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "outside the text")
    return bytes.load(start + index, as: UInt8.self)
  }

  /// Calls a function with the bytes where they stand.
  public func withSpan<Result, Failure>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Safety: decoding found the range inside the manifest, and the span does not leave this call.
    let typed = unsafe bytes.slice(start, count: count).assumingMemoryBound(to: UInt8.self)
    return try unsafe body(typed.span)
  }

  /// True when both have the same bytes.
  public static func == (a: ManifestText, b: ManifestText) -> Bool {
    guard a.count == b.count else { return false }
    var index = 0
    while index < a.count {
      if a[index] != b[index] { return false }
      index += 1
    }
    return true
  }
}
