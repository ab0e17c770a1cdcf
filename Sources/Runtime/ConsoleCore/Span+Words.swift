extension Span<UInt8> {
  /// The next word at or behind `start`: its range, empty at the end of the line where there is none.
  func word(from start: Int) -> Range<Int> {
    var first = start
    while first < count, self[first] == 0x20 { first += 1 }
    var end = first
    while end < count, self[end] != 0x20 { end += 1 }
    return first..<end
  }

  /// Whether the range holds exactly this text.
  func holds(_ text: StaticString, in range: Range<Int>) -> Bool {
    guard text.utf8CodeUnitCount == range.count else { return false }
    for index in 0..<range.count {
      // Safety: the index is below the number of the text's bytes.
      let byte = unsafe text.utf8Start[index]
      if self[range.lowerBound + index] != byte { return false }
    }
    return true
  }

  /// The decimal number in the range; nil where there is none or it needs more than 64 bits.
  func number(in range: Range<Int>) -> UInt64? {
    guard !range.isEmpty else { return nil }
    var number: UInt64 = 0
    for index in range {
      guard self[index] >= 0x30, self[index] <= 0x39 else { return nil }
      let (tenfold, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflows) = tenfold.addingReportingOverflow(UInt64(self[index] - 0x30))
      guard !isTooLarge, !overflows else { return nil }
      number = sum
    }
    return number
  }
}
