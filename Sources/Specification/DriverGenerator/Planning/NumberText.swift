/// Numbers as Swift literals.
enum NumberText {
  /// Decimal, with an underscore every three digits from five digits on: `115_200`.
  static func decimal(_ number: UInt64) -> String {
    let digits = String(number)
    return digits.utf8.count < 5 ? digits : grouped(digits, by: 3)
  }

  /// A register's word: hexadecimal from 10 on.
  static func word(_ number: UInt64) -> String { number < 10 ? String(number) : hexadecimal(number) }

  /// Hexadecimal, with an underscore every four digits from nine digits on.
  static func hexadecimal(_ number: UInt64, digits: Int = 1) -> String {
    let text = String(number, radix: 16)
    let missing = digits - text.utf8.count
    let padded = missing > 0 ? String(repeating: "0", count: missing) + text : text
    return "0x" + (padded.utf8.count < 9 ? padded : grouped(padded, by: 4))
  }

  private static func grouped(_ digits: String, by size: Int) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % size == 0 { text.append("_") }
      text.append(digit)
    }
    return text
  }
}
