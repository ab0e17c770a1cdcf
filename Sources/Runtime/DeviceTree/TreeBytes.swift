/// The bytes of a flattened device tree, read with bounds.
///
/// The bytes are an allegation: nothing here trusts an offset, and a read outside the bytes is `nil`. Numbers in a
/// device tree are big-endian (Devicetree Specification v0.4, 5.1).
@safe public struct TreeBytes {
  private let bytes: UnsafeRawBufferPointer

  /// Takes bytes that someone else owns.
  ///
  /// - Parameter bytes: must stay mapped and unchanged for as long as this value and its copies are used.
  @unsafe public init(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.bytes = bytes
  }

  /// How many bytes there are.
  public var count: Int { unsafe bytes.count }

  /// Some of the bytes: a name, or the value of a property.
  public struct Stretch: Equatable, Sendable {
    /// Bytes from the start of the tree.
    public let start: Int
    /// How many bytes; may be 0.
    public let count: Int
  }

  /// The stretch from `start` on, or `nil` where it does not lie inside the bytes.
  public func stretch(from start: Int, count length: Int) -> Stretch? {
    guard start >= 0, length >= 0, start <= count, length <= count - start else { return nil }
    return Stretch(start: start, count: length)
  }

  /// The byte at an offset, or `nil` outside the bytes.
  public func byte(at offset: Int) -> UInt8? {
    guard offset >= 0, offset < count else { return nil }
    // Safety: the offset was just found inside the buffer, whose owner keeps it mapped (see `init`).
    return unsafe bytes[offset]
  }

  /// The big-endian 32-bit number at an offset, or `nil` where it does not lie inside the bytes.
  public func word(at offset: Int) -> UInt32? {
    guard offset >= 0, count >= 4, offset <= count - 4 else { return nil }
    // Safety: four bytes from the offset lie inside the buffer; an unaligned load asks for no alignment.
    return unsafe UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The big-endian 64-bit number at an offset, or `nil` where it does not lie inside the bytes.
  public func doubleWord(at offset: Int) -> UInt64? {
    guard let high = word(at: offset), let low = word(at: offset + 4) else { return nil }
    return UInt64(high) << 32 | UInt64(low)
  }

  /// The bytes up to the next NUL, without it, or `nil` where none comes before `end`.
  public func string(from start: Int, before end: Int) -> Stretch? {
    var offset = start
    while offset < end {
      guard let byte = byte(at: offset) else { return nil }
      if byte == 0 { return stretch(from: start, count: offset - start) }
      offset += 1
    }
    return nil
  }
}

// Comparisons and parts of stretches.
extension TreeBytes {
  /// Byte `index` of a stretch, or `nil` past its end.
  public func byte(_ index: Int, of stretch: Stretch) -> UInt8? {
    index >= 0 && index < stretch.count ? byte(at: stretch.start + index) : nil
  }

  /// Cell (32-bit number) `index` of a stretch, or `nil` past its end.
  public func cell(_ index: Int, of stretch: Stretch) -> UInt32? {
    index >= 0 && index < stretch.count / 4 ? word(at: stretch.start + 4 * index) : nil
  }

  /// Whether the stretch holds exactly this text.
  public func equals(_ stretch: Stretch, _ text: StaticString) -> Bool {
    guard stretch.count == text.utf8CodeUnitCount else { return false }
    for index in 0..<stretch.count {
      // Safety: `index` is below the text's count; every text in this module is a literal of more than one
      // character, so that it has a pointer.
      guard unsafe byte(at: stretch.start + index) == text.utf8Start[index] else { return false }
    }
    return true
  }

  /// Whether the stretch holds exactly these bytes.
  public func equals(_ stretch: Stretch, _ other: Span<UInt8>) -> Bool {
    guard stretch.count == other.count else { return false }
    for index in 0..<stretch.count where byte(at: stretch.start + index) != other[index] { return false }
    return true
  }

  /// Whether both stretches hold the same bytes.
  public func equals(_ stretch: Stretch, _ other: Stretch) -> Bool {
    guard stretch.count == other.count else { return false }
    for index in 0..<stretch.count
    where byte(at: stretch.start + index) != byte(at: other.start + index) { return false }
    return true
  }

  /// The stretch without what comes from the first `mark` on; whole where there is no `mark`.
  public func prefix(of stretch: Stretch, before mark: UInt8) -> Stretch {
    for index in 0..<stretch.count where byte(at: stretch.start + index) == mark {
      return Stretch(start: stretch.start, count: index)
    }
    return stretch
  }

  /// The stretch without its first `length` bytes; empty where it has no more.
  public func suffix(of stretch: Stretch, after length: Int) -> Stretch {
    let skipped = min(max(0, length), stretch.count)
    return Stretch(start: stretch.start + skipped, count: stretch.count - skipped)
  }

  /// Text `index` of a list of NUL-terminated texts, without its NUL, or `nil` past the last one.
  public func text(_ index: Int, of list: Stretch) -> Stretch? {
    var start = list.start
    let end = list.start + list.count
    var left = index
    while start < end {
      guard let text = string(from: start, before: end) else { return nil }
      if left == 0 { return text }
      left -= 1
      start = text.start + text.count + 1
    }
    return nil
  }
}

#if !os(none)
  extension TreeBytes {
    /// A stretch as text; bytes that are no UTF-8 are shown as replacement characters.
    public func text(_ stretch: Stretch) -> String {
      String(decoding: (0..<stretch.count).compactMap { byte($0, of: stretch) }, as: UTF8.self)
    }

    /// All texts of a list of NUL-terminated texts, up to the first that does not end.
    public func texts(_ list: Stretch) -> [String] {
      var texts: [String] = []
      var rest = list
      while rest.count > 0, let first = text(0, of: rest) {
        texts.append(text(first))
        rest = suffix(of: rest, after: first.count + 1)
      }
      return texts
    }
  }
#endif
