/// How many letters differ between two words.
enum EditDistance {
  /// The longest word that is compared.
  static let longest = 16

  /// Letters to insert, delete, replace or exchange with their neighbour; ``longest`` for a word that is longer.
  static func between(_ word: borrowing Span<UInt8>, _ known: StaticString) -> Int {
    let rows = word.count
    let columns = known.utf8CodeUnitCount
    guard rows <= longest, columns <= longest else { return longest }
    var before: [17 of Int] = InlineArray(repeating: 0)
    var last: [17 of Int] = InlineArray { $0 }
    for row in 0..<rows {
      var next: [17 of Int] = InlineArray(repeating: row + 1)
      for column in 0..<columns {
        // Safety: both indices are below the number of the text's bytes.
        let letter = unsafe known.utf8Start[column]
        var distance = min(last[column + 1], next[column]) + 1
        distance = min(distance, last[column] + (word[row] == letter ? 0 : 1))
        if row > 0, column > 0, word[row - 1] == letter {
          let left = unsafe known.utf8Start[column - 1]
          if word[row] == left { distance = min(distance, before[column - 1] + 1) }
        }
        next[column + 1] = distance
      }
      before = last
      last = next
    }
    return last[columns]
  }
}
