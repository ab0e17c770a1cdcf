/// A line that is being typed, shown as it changes.
///
/// Knows backspace, delete, the arrow, home and end keys, Ctrl-A, -B, -C, -D, -E, -F, -K, -L, -N, -P, -U, -W, and
/// the last lines. A line that is full answers with the bell; nothing that is typed can make it write outside its
/// 256 bytes. Methods that only read are mutating all the same: the others would copy the arrays that they read.
public struct LineEditor: ~Copyable {
  /// The most bytes of a line.
  public static let capacity = 256

  /// What a byte led to.
  public enum Event: Equatable, Sendable {
    /// The line changed, or nothing happened.
    case editing
    /// The line is complete: it stands in ``LineEditor/line`` until the next byte.
    case line
    /// Ctrl-C: the line was given up and is empty.
    case interrupt
    /// Ctrl-L: the screen was cleared, and the prompt must be shown again.
    case redraw
  }

  /// The line's bytes, ``count`` of them.
  public private(set) var bytes: [256 of UInt8] = InlineArray(repeating: 0)
  /// How many bytes the line has.
  public private(set) var count = 0
  /// Where the next byte goes: from 0 to ``count``.
  public private(set) var cursor = 0

  private var history = LineHistory()
  private var escape = Escape.none
  private var isComplete = false
  private var lastWasCarriageReturn = false
  /// Bytes that the character at the cursor still needs (UTF-8); it is shown when it is whole.
  private var awaitedBytes = 0

  /// How far a key's escape sequence has come.
  private enum Escape { case none, escape, bracket, letter, number(UInt8) }

  /// An empty line.
  public init() {}

  /// The line, to be read before the next byte is taken.
  public mutating func withLine<Result>(_ body: (borrowing Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting(0..<count))
  }

  /// Takes a byte from the keyboard and shows what it changes.
  public mutating func take<Sink: ByteSink & ~Copyable>(_ byte: UInt8, show sink: inout Sink) -> Event {
    if isComplete {
      isComplete = false
      count = 0
      cursor = 0
    }
    let followsCarriageReturn = lastWasCarriageReturn
    lastWasCarriageReturn = byte == 0x0d
    switch escape {
    case .none: break
    case .escape:
      escape = byte == 0x5b ? .bracket : byte == 0x4f ? .letter : .none
      return .editing
    case .bracket where byte >= 0x30 && byte <= 0x39:
      escape = .number(byte)
      return .editing
    case .bracket, .letter:
      escape = .none
      key(byte, &sink)
      return .editing
    case .number(let digit):
      if byte >= 0x30 && byte <= 0x39 || byte == 0x3b { return .editing }
      escape = .none
      if byte == 0x7e { numberedKey(digit, &sink) }
      return .editing
    }
    if byte & 0xc0 != 0x80 { dropUnfinishedCharacter() }
    switch byte {
    case 0x0a where followsCarriageReturn: break
    case 0x0a, 0x0d:
      sink.newLine()
      history.add(bytes.span.extracting(0..<count))
      isComplete = true
      return .line
    case 0x01: move(to: 0, &sink)
    case 0x02: move(to: before(cursor), &sink)
    case 0x03:
      sink.write("^C")
      sink.newLine()
      count = 0
      cursor = 0
      history.leave()
      return .interrupt
    case 0x04: deleteForwards(&sink)
    case 0x05: move(to: count, &sink)
    case 0x06: move(to: after(cursor), &sink)
    case 0x08, 0x7f: delete(from: before(cursor), &sink)
    case 0x0b:
      sink.write("\u{1b}[K")
      count = cursor
    case 0x0c:
      sink.write("\u{1b}[H\u{1b}[2J")
      return .redraw
    case 0x0e: recall(older: false, &sink)
    case 0x10: recall(older: true, &sink)
    case 0x15: delete(from: 0, &sink)
    case 0x17: delete(from: startOfWord(), &sink)
    case 0x1b: escape = .escape
    case 0x20...0x7e, 0x80...0xf7: insert(byte, &sink)
    default: break
    }
    return .editing
  }

  /// Shows the line and its cursor again, after something else was shown in its place.
  public mutating func show<Sink: ByteSink & ~Copyable>(on sink: inout Sink) {
    guard !isComplete else { return }
    write(0..<count, &sink)
    back(width(cursor..<count), &sink)
  }

  // MARK: keys

  private mutating func key<Sink: ByteSink & ~Copyable>(_ letter: UInt8, _ sink: inout Sink) {
    switch letter {
    case 0x41: recall(older: true, &sink)
    case 0x42: recall(older: false, &sink)
    case 0x43: move(to: after(cursor), &sink)
    case 0x44: move(to: before(cursor), &sink)
    case 0x46: move(to: count, &sink)
    case 0x48: move(to: 0, &sink)
    default: break
    }
  }

  private mutating func numberedKey<Sink: ByteSink & ~Copyable>(_ digit: UInt8, _ sink: inout Sink) {
    switch digit {
    case 0x31, 0x37: move(to: 0, &sink)
    case 0x33: deleteForwards(&sink)
    case 0x34, 0x38: move(to: count, &sink)
    default: break
    }
  }

  // MARK: places

  /// Whether a byte continues a character of several bytes (UTF-8).
  private mutating func continues(_ index: Int) -> Bool { bytes[index] & 0xc0 == 0x80 }

  private mutating func before(_ place: Int) -> Int {
    var place = place
    while place > 0 {
      place -= 1
      if !continues(place) { break }
    }
    return place
  }

  private mutating func after(_ place: Int) -> Int {
    var place = min(place + 1, count)
    while place < count, continues(place) { place += 1 }
    return place
  }

  private mutating func startOfWord() -> Int {
    var place = cursor
    while place > 0, bytes[place - 1] == 0x20 { place -= 1 }
    while place > 0, bytes[place - 1] != 0x20 { place -= 1 }
    return place
  }

  /// Columns that bytes take on the terminal.
  private mutating func width(_ range: Range<Int>) -> Int {
    var columns = 0
    for index in range where !continues(index) { columns += 1 }
    return columns
  }

  // MARK: changes

  private mutating func insert<Sink: ByteSink & ~Copyable>(_ byte: UInt8, _ sink: inout Sink) {
    if byte & 0xc0 == 0x80 {
      guard awaitedBytes > 0 else { return }
      awaitedBytes -= 1
    } else {
      let following = byte < 0xc0 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
      guard count + following < Self.capacity else {
        sink.write(0x07)
        return
      }
      awaitedBytes = following
    }
    var index = count
    while index > cursor {
      bytes[index] = bytes[index - 1]
      index -= 1
    }
    bytes[cursor] = byte
    count += 1
    cursor += 1
    guard awaitedBytes == 0 else { return }
    write(before(cursor)..<cursor, &sink)
    if cursor < count {
      write(cursor..<count, &sink)
      back(width(cursor..<count), &sink)
    }
  }

  /// Takes out the bytes of a character that something else interrupted; they were never shown.
  private mutating func dropUnfinishedCharacter() {
    guard awaitedBytes > 0 else { return }
    awaitedBytes = 0
    let start = before(cursor)
    let removed = cursor - start
    for index in cursor..<count { bytes[index - removed] = bytes[index] }
    count -= removed
    cursor = start
  }

  /// Takes out what stands between `start` and the cursor.
  private mutating func delete<Sink: ByteSink & ~Copyable>(from start: Int, _ sink: inout Sink) {
    guard start < cursor else { return }
    let columns = width(start..<cursor)
    let removed = cursor - start
    for index in cursor..<count { bytes[index - removed] = bytes[index] }
    count -= removed
    cursor = start
    back(columns, &sink)
    if cursor == count, columns == 1 {
      sink.write(" \u{8}")
      return
    }
    write(cursor..<count, &sink)
    sink.write("\u{1b}[K")
    back(width(cursor..<count), &sink)
  }

  private mutating func deleteForwards<Sink: ByteSink & ~Copyable>(_ sink: inout Sink) {
    let end = after(cursor)
    guard end > cursor else { return }
    let start = cursor
    move(to: end, &sink)
    delete(from: start, &sink)
  }

  private mutating func move<Sink: ByteSink & ~Copyable>(to place: Int, _ sink: inout Sink) {
    if place < cursor {
      back(width(place..<cursor), &sink)
    } else {
      write(cursor..<place, &sink)
    }
    cursor = place
  }

  private mutating func recall<Sink: ByteSink & ~Copyable>(older: Bool, _ sink: inout Sink) {
    guard history.move(older: older) else { return }
    move(to: 0, &sink)
    sink.write("\u{1b}[K")
    count = history.copy(into: &bytes)
    cursor = count
    write(0..<count, &sink)
  }

  private mutating func write<Sink: ByteSink & ~Copyable>(_ range: Range<Int>, _ sink: inout Sink) {
    for index in range { sink.write(bytes[index]) }
  }

  private func back<Sink: ByteSink & ~Copyable>(_ columns: Int, _ sink: inout Sink) {
    for _ in 0..<columns { sink.write(0x08) }
  }
}
