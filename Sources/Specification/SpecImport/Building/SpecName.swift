import DriverSpec

/// Names that specs take, made of names that need not be any.
struct SpecNames {
  /// The most bytes of a name.
  static let maximumLength = 64
  /// Words that begin a step, which no register may be called.
  private static let stepWords: Set<String> = [
    "let", "require", "await", "read", "hook", "do", "delay", "barrier", "if", "repeat", "while", "with",
  ]

  /// What names of this scope are in Swift.
  private var taken: Set<String> = []

  /// A name of this scope like the one given.
  ///
  /// - Parameter given: any text.
  /// - Returns: the text itself, where it is a name, free and no reserved word; else one that is.
  mutating func take(_ given: String) -> String {
    var name = Self.isPlain(given) ? given : Self.identifier(given)
    if Self.isReserved(name) { name += "_" }
    if taken.insert(SwiftName.type(name)).inserted { return name }
    var number = 2
    while !taken.insert(SwiftName.type("\(name)_\(number)")).inserted { number += 1 }
    return "\(name)_\(number)"
  }

  private static func isPlain(_ text: String) -> Bool {
    let utf8 = text.utf8
    guard let first = utf8.first, isLetter(first), utf8.count <= maximumLength - 8 else { return false }
    return utf8.allSatisfy { isLetter($0) || isDigit($0) }
  }

  /// Letters, digits and `_`, that begin with no digit.
  static func identifier(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isLetter(byte) || isDigit(byte) {
        bytes.append(byte)
      } else if bytes.last != UInt8(ascii: "_") {
        bytes.append(UInt8(ascii: "_"))
      }
    }
    while bytes.count > 1, bytes.last == UInt8(ascii: "_"), text.utf8.last != UInt8(ascii: "_") {
      bytes.removeLast()
    }
    if bytes.isEmpty || isDigit(bytes[0]) { bytes.insert(UInt8(ascii: "_"), at: 0) }
    // Room for what makes it free.
    return String(decoding: bytes.prefix(maximumLength - 8), as: UTF8.self)
  }

  private static func isReserved(_ name: String) -> Bool {
    SwiftName.isReserved(name) || stepWords.contains(name)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    0x41...0x5a ~= byte || 0x61...0x7a ~= byte || byte == UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
