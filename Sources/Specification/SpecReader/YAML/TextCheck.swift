import Diagnostics

/// A text that can be read, and what one pass over it has found.
struct CheckedText {
  /// The bytes, without a byte-order mark.
  var bytes: ArraySlice<UInt8>
  /// The place behind the last character.
  var end: SourcePlace
  /// Whether each character is one byte.
  var isASCII: Bool
  /// Whether there is a question mark anywhere.
  var hasQuestionMark: Bool
}

/// What a file must be before anyone reads it: not too large, UTF-8, and free of characters that cannot be seen.
enum TextCheck {
  /// The text, or `nil` with the reason in the collector.
  static func text(_ bytes: [UInt8], into collector: DiagnosticCollector) -> CheckedText? {
    let start = SourcePlace(line: 1, column: 1)
    guard bytes.count <= YAMLReader.maximumBytes else {
      collector.add(
        Diagnostic(
          .fileTooLarge, "the file has \(bytes.count) bytes; the limit is \(YAMLReader.maximumBytes)",
          at: start,
          fix: "one file describes one device; check that this is the file you meant"))
      return nil
    }
    for (mark, name) in [
      ([0xff, 0xfe] as [UInt8], "UTF-16"), ([0xfe, 0xff], "UTF-16"), ([0, 0, 0xfe, 0xff], "UTF-32"),
    ]
    where bytes.starts(with: mark) {
      collector.add(
        Diagnostic(.notUTF8, "the file is \(name), not UTF-8", at: start, fix: "save the file as UTF-8"))
      return nil
    }
    return check(bytes, from: bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0, into: collector)
  }

  private static func check(
    _ text: [UInt8], from start: Int, into collector: DiagnosticCollector
  ) -> CheckedText? {
    var line = 1
    var column = 1
    var isIndenting = true
    var isGood = true
    var isASCII = true
    var hasQuestionMark = false
    let count = text.count
    var index = start
    while index < count {
      let byte = text[index]
      switch byte {
      case 0x0a:
        line += 1
        column = 0
        isIndenting = true
        index += 1
      case 0x0d:
        index += 1
        if index < count, text[index] == 0x0a { index += 1 }
        line += 1
        column = 0
        isIndenting = true
      case 0x09:
        if isIndenting {
          collector.add(
            Diagnostic(
              .yamlFeature, "a tab in the indentation has no use here",
              at: SourcePlace(line: line, column: column),
              fix: "indent with spaces"))
          isGood = false
          isIndenting = false
        }
        index += 1
      case 0x20:
        index += 1
      case 0x21...0x7e:
        isIndenting = false
        if byte == UInt8(ascii: "?") { hasQuestionMark = true }
        index += 1
      default:
        isIndenting = false
        isASCII = false
        let place = SourcePlace(line: line, column: column)
        guard let (character, length) = character(in: text, at: index) else {
          collector.add(
            Diagnostic(
              .notUTF8, "byte 0x\(String(byte, radix: 16)) is not UTF-8 here", at: place,
              fix: "save the file as UTF-8"))
          return nil
        }
        if let name = forbiddenName(of: character) {
          collector.add(
            Diagnostic(
              .forbiddenCharacter, "the file holds \(name), which nobody can see", at: place,
              fix: "delete it, or write it as an escape in double quotes"))
          return nil
        }
        index += length
      }
      column += 1
    }
    guard isGood else { return nil }
    return CheckedText(
      bytes: text[start...], end: SourcePlace(line: line, column: column), isASCII: isASCII,
      hasQuestionMark: hasQuestionMark)
  }

  /// The character that begins at a byte, and its length; `nil` where the bytes are not UTF-8.
  private static func character(in text: [UInt8], at index: Int) -> (UInt32, Int)? {
    let first = text[index]
    let (length, least): (Int, UInt32) =
      switch first {
      case 0..<0x80: (1, 0)
      case 0xc2..<0xe0: (2, 0x80)
      case 0xe0..<0xf0: (3, 0x800)
      case 0xf0..<0xf5: (4, 0x1_0000)
      default: (0, 0)
      }
    guard length > 0, text.count - index >= length else { return nil }
    guard length > 1 else { return (UInt32(first), 1) }
    var value = UInt32(first) & (0x7f >> UInt32(length))
    for byte in text[(index + 1)..<(index + length)] {
      guard byte & 0xc0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3f)
    }
    guard value >= least, value <= 0x10_ffff, !(0xd800..<0xe000).contains(value) else { return nil }
    return (value, length)
  }

  /// Characters that YAML forbids, and the line breaks that only some editors count.
  private static func forbiddenName(of character: UInt32) -> String? {
    switch character {
    case 0: "a NUL character"
    case 0x85, 0x2028, 0x2029: "the line break U+\(hexadecimal(character))"
    case 0xfeff: "a byte-order mark (U+FEFF)"
    case ..<0x20, 0x7f..<0xa0, 0xfffe, 0xffff: "the control character U+\(hexadecimal(character))"
    default: nil
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
