public import Diagnostics

/// Reads the part of YAML that specs use into a tree in which everything knows its place.
///
/// That part is: mappings with plain text as keys, lists, and scalars in every style. Anchors, aliases, tags, merge keys,
/// directives and further documents are refused by name: a spec is short, and each of them makes the reader of a
/// register's facts look elsewhere in the file.
public enum YAMLReader {
  /// The most bytes of a file.
  public static let maximumBytes = 8 << 20
  /// The most mappings and lists inside each other.
  public static let maximumDepth = 32
  /// The most values, keys and collections of a file.
  public static let maximumNodes = 1_000_000

  /// The file's tree.
  ///
  /// - Parameters:
  ///   - bytes: the file's content, which may be anything at all.
  ///   - collector: takes what is wrong.
  /// - Returns: the tree, as far as it can be read, or `nil` where it cannot be or says nothing; the collector then
  ///   has the reason.
  public static func read(_ bytes: [UInt8], into collector: DiagnosticCollector) -> YAMLNode? {
    guard let text = TextCheck.text(bytes, into: collector) else { return nil }
    var builder = TreeBuilder(text: text, collector: collector)
    YAMLEvents.each(of: text.bytes) { builder.take($0) }
    return builder.finish()
  }
}

/// Builds the tree from the events.
private struct TreeBuilder {
  private let collector: DiagnosticCollector
  private var cursor: TextCursor
  private let hasQuestionMark: Bool
  private var open: [Collection] = []
  private var root: YAMLNode?
  private var documentCount = 0
  private var nodeCount = 0
  private var failed = false

  /// A collection whose end has not come.
  private struct Collection {
    var place: SourcePlace
    var isMapping: Bool
    /// Whether it is an error that was reported already, read only to come behind it.
    var isRefused: Bool
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    /// The key whose value comes next; `refused` for one that was reported already.
    var key: Key?
    var keyPlaces: [String: SourcePlace] = [:]
  }

  private enum Key {
    case text(YAMLScalar)
    case refused
  }

  init(text: CheckedText, collector: DiagnosticCollector) {
    self.collector = collector
    cursor = TextCursor(text)
    hasQuestionMark = text.hasQuestionMark
  }

  func finish() -> YAMLNode? {
    if failed { return nil }
    if root == nil {
      collector.add(
        Diagnostic(.wrongShape, "the file says nothing", at: SourcePlace(line: 1, column: 1)))
    }
    return root
  }

  /// Takes an event and says whether it wants the next.
  mutating func take(_ event: YAMLEvent) -> Bool {
    switch event.kind {
    case .streamStart, .streamEnd, .documentEnd: break
    case .documentStart(let hasVersion, let hasTags, _):
      documentCount += 1
      if hasVersion || hasTags {
        refuse("a directive (`\(hasTags ? "%TAG" : "%YAML")`)", at: place(event), fix: "delete the line")
      }
      if documentCount > 1 {
        refuse("a second document", at: place(event), fix: "put each device into a file of its own")
        return false
      }
    case .failure(let failure):
      report(failure, at: event.start)
      failed = true
      return false
    case .alias(let name):
      refuse("an alias (`*\(name)`)", at: place(event), fix: "write the value here again")
      add(YAMLNode(.unreadable, at: place(event)))
    case .scalar(let text, let style, let properties):
      guard count(event) else { return false }
      refuse(properties, at: place(event))
      addScalar(text, style, event)
    case .sequenceStart(let properties), .mappingStart(let properties):
      guard count(event) else { return false }
      guard open.count < YAMLReader.maximumDepth else {
        collector.add(
          Diagnostic(
            .yamlTooDeep, "mappings and lists are nested more than \(YAMLReader.maximumDepth) deep",
            at: place(event)))
        failed = true
        return false
      }
      refuse(properties, at: place(event))
      var isMapping = false
      if case .mappingStart = event.kind { isMapping = true }
      var isRefused = open.last?.isRefused ?? false
      if isKeyNext {
        let shape = isMapping ? "mapping" : "list"
        if !isRefused { refuse("a \(shape) as a key", at: place(event), fix: "use a name as the key") }
        isRefused = true
      }
      open.append(Collection(place: place(event), isMapping: isMapping, isRefused: isRefused))
    case .collectionEnd:
      guard let closed = open.popLast() else { return false }
      add(
        YAMLNode(
          closed.isRefused
            ? .unreadable : closed.isMapping ? .mapping(closed.entries) : .sequence(closed.items),
          at: closed.place))
    }
    return true
  }

  private mutating func count(_ event: YAMLEvent) -> Bool {
    nodeCount += 1
    if nodeCount <= YAMLReader.maximumNodes { return true }
    collector.add(
      Diagnostic(
        .yamlTooLong, "the file has more than \(YAMLReader.maximumNodes) keys, values and collections",
        at: place(event)))
    failed = true
    return false
  }

  private mutating func addScalar(_ text: String, _ style: YAMLScalar.Style, _ event: YAMLEvent) {
    let place = place(event)
    refuseWhatOthersReadDifferently(text, style, event)
    var scalar = YAMLScalar(text, style: style, at: place)
    if style != .plain || event.start.line != event.end.line {
      scalar.source = cursor.slice(from: event.start.index, to: event.end.index)
    }
    if isKeyNext, !open[open.count - 1].isRefused {
      open[open.count - 1].key = checked(key: scalar)
      return
    }
    add(YAMLNode(.scalar(scalar), at: place))
  }

  /// Refuses what libyaml takes and the YAML standard reads as something else, or not at all.
  private mutating func refuseWhatOthersReadDifferently(
    _ text: String, _ style: YAMLScalar.Style, _ event: YAMLEvent
  ) {
    switch style {
    case .plain:
      if text == "-" {
        collector.add(
          Diagnostic(
            .yamlSyntax, "`-` cannot begin a value without quotes", at: place(event),
            fix: "put the value into quotes"))
      } else if hasQuestionMark, event.start.column > 0, !text.isEmpty,
        cursor.bytes(around: event.start.index).before == UInt8(ascii: "?")
      {
        refuse("a `?` before a value", at: place(event), fix: "put the value into quotes")
      }
    case .singleQuoted, .doubleQuoted:
      guard cursor.bytes(around: event.end.index).after == UInt8(ascii: "#") else { return }
      collector.add(
        Diagnostic(
          .yamlSyntax, "a comment cannot follow quotes at once", at: place(event.end),
          fix: "put a blank before the `#`"))
    case .literal, .folded:
      let header = cursor.slice(from: event.start.index, to: event.end.index).prefix {
        $0 != 0x0a && $0 != 0x0d && $0 != UInt8(ascii: "#")
      }
      guard header.contains(UInt8(ascii: "+")) else { return }
      refuse("keeping a text's last empty lines (`+`)", at: place(event), fix: "delete the `+`")
    }
  }

  private mutating func checked(key: YAMLScalar) -> Key {
    let (text, place) = (key.text, key.place)
    if key.style == .plain, text == "<<" {
      refuse("a merge key (`<<`)", at: place, fix: "write the keys out")
      // What it would have brought is not missing.
      open[open.count - 1].isRefused = true
      return .refused
    }
    if text.isEmpty {
      refuse("an empty key", at: place, fix: "give the key a name")
      return .refused
    }
    if let first = open[open.count - 1].keyPlaces.updateValue(place, forKey: text) {
      collector.add(
        Diagnostic(
          .duplicateKey, "\(text.quoted) is said twice", at: place,
          notes: [.init("said first here", at: first)],
          fix: "keep one of them"))
      open[open.count - 1].keyPlaces[text] = first
      return .refused
    }
    return .text(key)
  }

  /// Whether the next node is a key of the mapping that is open.
  private var isKeyNext: Bool {
    let index = open.count - 1
    return index >= 0 && open[index].isMapping && open[index].key == nil
  }

  // The open collections are only changed in place: a copy held meanwhile would make each change cost the whole list.
  private mutating func add(_ node: YAMLNode) {
    guard let index = open.indices.last else {
      root = node
      return
    }
    guard open[index].isMapping else {
      open[index].items.append(node)
      return
    }
    switch open[index].key {
    case nil: open[index].key = .refused
    case .refused: open[index].key = nil
    case .text(let key):
      var entry = YAMLEntry(key: Located(key.text, at: key.place), value: node)
      entry.keyStyle = key.style
      entry.keySource = key.source
      open[index].entries.append(entry)
      open[index].key = nil
    }
  }

  private func refuse(_ properties: YAMLEvent.Properties, at place: SourcePlace) {
    if let anchor = properties.anchor {
      refuse("an anchor (`&\(anchor)`)", at: place, fix: "delete it and write the value out where it is used")
    }
    if let tag = properties.tag {
      let prefix = "tag:yaml.org,2002:"
      let written = tag.hasPrefix(prefix) ? "!!\(tag.dropFirst(prefix.count))" : tag
      refuse(
        "a tag (\(written.quoted))", at: place, fix: "delete it; the key says what kind of value it takes")
    }
  }

  private func refuse(_ feature: String, at place: SourcePlace, fix: String) {
    collector.add(Diagnostic(.yamlFeature, "\(feature) has no use here", at: place, fix: fix))
  }

  private func report(_ failure: YAMLFailure, at mark: YAMLMark) {
    let place = place(mark)
    let byte = cursor.byte(atLine: mark.line, column: mark.column)
    let explanation = YAMLProblem.explanation(of: failure, at: byte)
    var notes: [Diagnostic.Note] = []
    if let context = explanation.context {
      let other = self.place(failure.contextMark)
      if other != place { notes.append(.init(context, at: other)) }
    }
    collector.add(
      Diagnostic(explanation.code, explanation.message, at: place, notes: notes, fix: explanation.fix))
  }

  /// Where a mark stands.
  ///
  /// libyaml puts the end of a file without a last line break on a line that does not exist.
  private func place(_ mark: YAMLMark) -> SourcePlace {
    mark.line < cursor.end.line ? SourcePlace(line: mark.line + 1, column: mark.column + 1) : cursor.end
  }

  /// Where an event stands: a scalar's text as far as its first line goes, one character of a collection.
  private func place(_ event: YAMLEvent) -> SourcePlace {
    var length = 1
    switch event.kind {
    case .scalar, .alias:
      if event.start.line == event.end.line { length = event.end.column - event.start.column }
    default: break
    }
    var place = place(event.start)
    place.length = max(1, length)
    return place
  }
}

/// Finds bytes by libyaml's character counts; moving costs the distance where characters have several bytes, and nothing
/// where each is one.
private struct TextCursor {
  private let text: ArraySlice<UInt8>
  private let isASCII: Bool
  private var byteIndex: Int
  private var characterIndex = 0

  /// The place behind the last character.
  let end: SourcePlace

  init(_ text: CheckedText) {
    self.text = text.bytes
    isASCII = text.isASCII
    byteIndex = text.bytes.startIndex
    end = text.end
  }

  mutating func slice(from start: Int, to end: Int) -> ArraySlice<UInt8> {
    if isASCII {
      let first = min(text.startIndex + start, text.endIndex)
      return text[first..<max(first, min(text.startIndex + end, text.endIndex))]
    }
    while characterIndex > start, byteIndex > text.startIndex {
      byteIndex -= 1
      while byteIndex > text.startIndex, text[byteIndex] & 0xc0 == 0x80 { byteIndex -= 1 }
      characterIndex -= 1
    }
    advance(to: start)
    let first = byteIndex
    advance(to: end)
    return text[first..<byteIndex]
  }

  /// The bytes on both sides of a place between two characters; 0 at the ends of the text.
  mutating func bytes(around index: Int) -> (before: UInt8, after: UInt8) {
    let place =
      isASCII ? min(text.startIndex + index, text.endIndex) : slice(from: index, to: index).startIndex
    return (place > text.startIndex ? text[place - 1] : 0, place < text.endIndex ? text[place] : 0)
  }

  private mutating func advance(to character: Int) {
    while characterIndex < character, byteIndex < text.endIndex {
      byteIndex += 1
      while byteIndex < text.endIndex, text[byteIndex] & 0xc0 == 0x80 { byteIndex += 1 }
      characterIndex += 1
    }
  }

  /// The byte at a line and column from 0, both in characters; `nil` past the end of the text.
  func byte(atLine line: Int, column: Int) -> UInt8? {
    var cursor = text.startIndex
    var linesLeft = line
    while linesLeft > 0 {
      guard let end = text[cursor...].firstIndex(where: { $0 == 0x0a || $0 == 0x0d }) else { return nil }
      cursor = end + 1
      if text[end] == 0x0d, cursor < text.endIndex, text[cursor] == 0x0a { cursor += 1 }
      linesLeft -= 1
    }
    var columnsLeft = column
    while cursor < text.endIndex {
      if text[cursor] & 0xc0 != 0x80 {
        if columnsLeft == 0 { return text[cursor] }
        columnsLeft -= 1
      }
      cursor += 1
    }
    return nil
  }
}
