/// Source on its way into a file: written as a string is, and no more than its bytes.
///
/// A line is put together of many small parts, and looked at once. A `String` looks at the characters of every part as it
/// grows, which costs several times what it costs to copy them.
struct SwiftLine: ExpressibleByStringInterpolation {
  /// UTF-8.
  fileprivate(set) var bytes: [UInt8]

  init(stringLiteral text: String) { bytes = Array(text.utf8) }

  init(stringInterpolation parts: StringInterpolation) { bytes = parts.bytes }

  /// How many characters it has on a screen.
  var characterCount: Int {
    bytes.allSatisfy { $0 < 0x80 } ? bytes.count : String(decoding: bytes, as: UTF8.self).count
  }

  /// The parts of a line, one behind the other.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      // Room for most names, so that few lines are moved while they grow.
      bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    mutating func appendLiteral(_ literal: String) { bytes.append(contentsOf: literal.utf8) }
    mutating func appendInterpolation(_ text: String) { bytes.append(contentsOf: text.utf8) }
    mutating func appendInterpolation(_ text: Substring) { bytes.append(contentsOf: text.utf8) }
    mutating func appendInterpolation(_ line: SwiftLine) { bytes.append(contentsOf: line.bytes) }
    mutating func appendInterpolation(_ number: some BinaryInteger) {
      bytes.append(contentsOf: String(number).utf8)
    }
    mutating func appendInterpolation(_ isSo: Bool) { appendInterpolation(isSo ? "true" : "false") }
  }
}
