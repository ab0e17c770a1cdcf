/// What a name of the spec is called in Swift.
///
/// The manual's names stay as they are; the words of a name of our own, `baud-rate`, are joined in Swift's way.
public enum SwiftName {
  /// The name of a value, function or case: `LCR_H`, `baudRate`, `oneHalf`.
  ///
  /// - Parameter name: a name of the spec.
  /// - Returns: its words, at each `-`, joined; every word but the first begins with a capital.
  public static func member(_ name: String) -> String {
    // Most names are the manual's, of one word.
    guard name.utf8.contains(UInt8(ascii: "-")) else { return name }
    let words = name.split(separator: "-", omittingEmptySubsequences: true)
    return words.prefix(1).joined() + words.dropFirst().map(capitalized).joined()
  }

  /// The name of a type: `PL011`, `OneHalf`.
  ///
  /// - Parameter name: a name of the spec.
  /// - Returns: its words, at each `-`, joined; every word begins with a capital.
  public static func type(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "-")) else { return capitalized(name) }
    return name.split(separator: "-", omittingEmptySubsequences: true).map(capitalized).joined()
  }

  /// Words that Swift keeps for itself; a spec may not use them as names.
  public static let reservedWords: Set<String> = [
    "Any", "Protocol", "Self", "Type", "_", "as", "associatedtype", "await", "break", "case", "catch",
    "class",
    "continue", "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false",
    "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let",
    "nil",
    "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self",
    "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var",
    "where", "while",
  ]

  /// Whether a name of the spec is a word that Swift keeps for itself, as a member or as a type.
  ///
  /// - Parameter name: a name of the spec.
  /// - Returns: whether it may not be used.
  public static func isReserved(_ name: String) -> Bool {
    // No such word has anything but small letters behind its first; most of the manual's names have.
    let second = name.utf8.dropFirst().first ?? UInt8(ascii: "a")
    guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= second || second == UInt8(ascii: "-") else { return false }
    return reservedWords.contains(member(name)) || reservedWords.contains(type(name))
  }

  private static func capitalized(_ word: Substring) -> String { capitalized(String(word)) }

  private static func capitalized(_ word: String) -> String {
    guard let first = word.utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first else { return word }
    return String(Character(Unicode.Scalar(first - 0x20))) + word.dropFirst()
  }
}
