/// The names of SVD, in which `%s` stands for what tells the elements of an array apart.
enum SVDName {
  /// The name without its mark: `TIMER` for `TIMER%s`, `TIMER[%s]` and `TIMER_%s`.
  static func withoutArray(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "%")) else { return name }
    if let plain = removing("[%s]", from: name) ?? removing("%s", from: name) { return plain }
    return name
  }

  /// The name of one element: `TIMER[2]` of `TIMER[%s]`, `TIMER2` of `TIMER%s`.
  static func element(_ name: String, label: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "%")) else { return name }
    return replacing("%s", by: label, in: name) ?? name
  }

  private static func removing(_ mark: String, from name: String) -> String? {
    guard let (before, after) = split(name, at: mark) else { return nil }
    var head = before
    // `TIMER_%s` is `TIMER`; the joint of `CH%s_CTRL` is kept once.
    if after.isEmpty || after.first == "_" {
      while head.last == "_" { head.removeLast() }
    }
    return String(head + after)
  }

  private static func replacing(_ mark: String, by label: String, in name: String) -> String? {
    guard let (before, after) = split(name, at: mark) else { return nil }
    return before + label + after
  }

  private static func split(_ name: String, at mark: String) -> (Substring, Substring)? {
    let (text, wanted) = (name.utf8, Array(mark.utf8))
    var start = text.startIndex
    while start != text.endIndex {
      if text[start...].starts(with: wanted) {
        let end = text.index(start, offsetBy: wanted.count)
        return (name[..<start], name[end...])
      }
      start = text.index(after: start)
    }
    return nil
  }
}
