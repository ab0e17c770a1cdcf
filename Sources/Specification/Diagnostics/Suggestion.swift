/// "Did you mean": the name that was probably meant.
public enum Suggestion {
  /// The longest name for which a suggestion is looked for, in bytes.
  static let maximumLength = 64
  /// The most candidates that are compared.
  static let maximumCandidates = 2_000

  /// The candidate nearest to a name, or `nil` if none is near: at most a third of its letters differ.
  ///
  /// Letters of the other case and `_` for `-` count as half a difference. Of equally near ones the first wins.
  public static func nearest(to name: String, among candidates: some Swift.Sequence<String>) -> String? {
    let wanted = Array(name.utf8)
    guard !wanted.isEmpty, wanted.count <= maximumLength else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates.prefix(maximumCandidates) where candidate != name {
      let letters = Array(candidate.utf8)
      guard !letters.isEmpty, letters.count <= maximumLength else { continue }
      // In halves; one difference is always allowed in names of more than two letters.
      let allowed = max(2, 2 * max(wanted.count, letters.count) / 3)
      guard 2 * abs(wanted.count - letters.count) <= allowed else { continue }
      // The right letters in the wrong case are always meant.
      let isSame = wanted.elementsEqual(letters) { folded($0) == folded($1) }
      let distance = isSame ? 1 : distance(wanted, letters)
      guard distance <= allowed, distance < 2 * min(wanted.count, letters.count) else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// A `fix:` text that names the candidate nearest to a name, or lists them all where none is near and they are few.
  public static func fix(for name: String, among candidates: [String]) -> String? {
    if let near = nearest(to: name, among: candidates) { return "did you mean \(near.quoted)?" }
    guard !candidates.isEmpty, candidates.count <= 12 else { return nil }
    return "use \(candidates.count == 1 ? "" : "one of ")\(candidates.map(\.quoted).joined(separator: ", "))"
  }

  /// The edit distance with transpositions, in halves of an edit.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = (0...right.count).map { $0 * 2 }
    for (row, letter) in left.enumerated() {
      var current = [(row + 1) * 2]
      current.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        let change = letter == other ? 0 : folded(letter) == folded(other) ? 1 : 2
        var least = min(previous[column] + change, previous[column + 1] + 2, current[column] + 2)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          least = min(least, beforePrevious[column - 1] + 2)
        }
        current.append(least)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }

  private static func folded(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter | 0x20
    case UInt8(ascii: "_"): UInt8(ascii: "-")
    default: letter
    }
  }
}
