/// Looks for a text in a stream that comes in pieces.
struct TextSearch {
  let text: [UInt8]
  private var tail: [UInt8] = []
  private(set) var isFound = false

  init(_ text: [UInt8]) { self.text = text }

  /// Takes the next bytes; answers whether the text has been seen.
  @discardableResult
  mutating func look(at bytes: [UInt8]) -> Bool {
    guard !isFound, !text.isEmpty else {
      isFound = true
      return true
    }
    let searched = tail + bytes
    isFound = Self.end(of: text, in: searched, from: 0) != nil
    tail = Array(searched.suffix(text.count - 1))
    return isFound
  }

  /// The index after the first occurrence of `text` at or after `start`.
  static func end(of text: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = text.first else { return start }
    var next = start
    while let found = bytes[next...].firstIndex(of: first), found + text.count <= bytes.count {
      if bytes[found..<found + text.count].elementsEqual(text) { return found + text.count }
      next = found + 1
    }
    return nil
  }
}
