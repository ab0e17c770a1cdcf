public import Diagnostics

/// A mapping whose keys the language knows: every other key is refused, with the one that was probably meant.
public struct MappingDecoder {
  /// Reads the values.
  public let decoder: NodeDecoder
  /// What the mapping describes, in the words of messages: "register `DR`".
  public let subject: String
  /// Where a missing key is reported: the name that the mapping belongs to.
  public let place: SourcePlace
  private let entries: [YAMLEntry]

  /// Reads a mapping.
  ///
  /// - Parameters:
  ///   - node: what should be a mapping.
  ///   - subject: what it describes, in the words of messages.
  ///   - place: where a missing key is reported; the mapping's own place where none is given.
  ///   - keys: the keys that it may have.
  ///   - decoder: takes what is wrong.
  public init?(
    _ node: YAMLNode, _ subject: String, at place: SourcePlace? = nil, keys: [String], _ decoder: NodeDecoder
  ) {
    switch node.content {
    case .mapping(let entries): self.entries = entries
    case .unreadable: return nil
    default:
      decoder.refuse(
        .wrongShape, "\(subject) takes a mapping, and this is \(node.shape)", at: node.place,
        fix: keys.isEmpty
          ? nil : "write `key: value` lines; the keys are \(keys.map(\.quoted).joined(separator: ", "))")
      return nil
    }
    self.decoder = decoder
    self.subject = subject
    self.place = place ?? node.place
    for entry in entries where !keys.contains(entry.key.value) {
      decoder.refuse(
        .unknownKey, "\(subject) has no key \(entry.key.value.quoted)", at: entry.key.place,
        fix: Suggestion.fix(for: entry.key.value, among: keys))
    }
  }

  /// Reads a mapping of the language.
  init?(
    _ node: YAMLNode, _ subject: String, at place: SourcePlace? = nil, _ shape: MappingShape,
    _ decoder: NodeDecoder
  ) {
    self.init(node, subject, at: place, keys: shape.keyNames, decoder)
  }

  /// The entry of a key, or `nil` where the file does not say it.
  public func entry(_ key: String) -> YAMLEntry? { index(of: key).map { entries[$0] } }

  /// The value of a key, or `nil` where the file does not say it.
  public subscript(key: String) -> YAMLNode? { index(of: key).map { entries[$0].value } }

  /// How many keys the file says.
  var count: Int { entries.count }

  // A loop of its own: most keys of a mapping are not said, and each is looked for.
  private func index(of key: String) -> Int? {
    var index = 0
    while index < entries.count {
      if entries[index].key.value == key { return index }
      index += 1
    }
    return nil
  }

  /// The value of a key that must be there.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - example: what could stand there, for the fix.
  /// - Returns: the value, or `nil` after a report.
  public func required(_ key: String, example: String) -> YAMLNode? {
    if let value = self[key] { return value }
    decoder.refuse(.missingKey, "\(subject) has no \(key.quoted)", at: place, fix: "add `\(key): \(example)`")
    return nil
  }

  /// The text of a key, or `nil` where it is not said or after a report.
  public func text(_ key: String) -> Located<String>? { self[key].flatMap { decoder.text($0, key) } }

  /// The number of a key, or `nil` where it is not said or after a report.
  public func number(_ key: String) -> Located<UInt64>? { self[key].flatMap { decoder.number($0, key) } }

  /// What a key says, read by `read`; remembers in `isWhole` where it is said and cannot be read.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - isWhole: becomes false where the key is said and `read` has no value for it.
  ///   - read: reads the value, and reports what is wrong with it.
  /// - Returns: the value, or `nil` where the key is not said or after a report.
  func said<Value>(_ key: String, _ isWhole: inout Bool, _ read: (YAMLNode) -> Value?) -> Value? {
    guard let node = self[key] else { return nil }
    let value = read(node)
    if value == nil { isWhole = false }
    return value
  }

  /// Refuses the second of two keys that cannot both stand.
  ///
  /// - Returns: whether they both stand.
  @discardableResult
  func refuseBoth(_ first: String, _ second: String, because reason: String) -> Bool {
    guard let other = entry(first), let extra = entry(second) else { return false }
    decoder.refuse(
      .keyConflict, "\(subject) has \(first.quoted) and \(second.quoted): \(reason)", at: extra.key.place,
      notes: [.init("\(first.quoted) is said here", at: other.key.place)], fix: "delete one of them")
    return true
  }

  /// The word of a key, or `nil` where it is not said or after a report.
  public func choice<Choice: CaseIterable & RawRepresentable>(
    _ key: String, as type: Choice.Type = Choice.self
  ) -> Located<Choice>? where Choice.RawValue == String {
    self[key].flatMap { decoder.choice($0, key, as: type) }
  }
}
