/// The bits of a register as manuals draw them: boxes with their numbers above and their names inside, the highest bit
/// on the left.
public struct RegisterDiagram: Sendable {
  /// Some neighbouring bits under one name.
  public struct Cell: Sendable, Equatable {
    /// What stands in the box; empty for bits that no field has.
    public var name: String
    /// The highest bit.
    public var high: Int
    /// The lowest bit.
    public var low: Int

    /// Takes each part as it is.
    public init(name: String, high: Int, low: Int) {
      self.name = name
      self.high = high
      self.low = low
    }
  }

  /// What boxes are drawn with.
  public enum Strokes: Sendable {
    /// For every terminal.
    case ascii
    /// For a terminal that shows UTF-8.
    case lines
  }

  /// The most columns that a line has.
  static let maximumColumns = 80

  private let cells: [Cell]
  private let width: Int
  private let value: UInt64?

  /// - Parameters:
  ///   - width: the register's bits, 1 to 64.
  ///   - cells: in any order; no two share a bit. Bits that none has are drawn empty.
  ///   - value: the register's value, shown in the boxes, or `nil`.
  public init(width: Int, cells: [Cell], value: UInt64? = nil) {
    self.width = max(1, min(width, 64))
    self.value = value
    var all: [Cell] = []
    var next = self.width - 1
    for cell in cells.sorted(by: { $0.high > $1.high }) {
      let high = min(cell.high, next)
      guard high >= max(0, cell.low) else { continue }
      if high < next { all.append(Cell(name: "", high: next, low: high + 1)) }
      all.append(Cell(name: cell.name, high: high, low: max(0, cell.low)))
      next = max(0, cell.low) - 1
    }
    if next >= 0 { all.append(Cell(name: "", high: next, low: 0)) }
    self.cells = all
  }

  /// How many bits stand in one row, and how many columns each has with its left border.
  private struct Grid {
    var bits: Int
    var columns: Int
    func inside(_ cell: Cell) -> Int { min(bits, cell.high - cell.low + 1) * columns - 1 }
  }

  /// As many bits in a row as leave room for the names; names that do not fit at last are cut.
  private static let grids = [
    Grid(bits: 32, columns: 2), Grid(bits: 16, columns: 4), Grid(bits: 8, columns: 9),
  ]

  /// The drawing, line by line, none longer than 80 columns.
  public func lines(_ strokes: Strokes) -> [String] {
    let grid = Self.grids.first { grid in
      grid.bits <= width
        && rows(grid).allSatisfy { row in
          row.allSatisfy { cell in
            // A field that runs over rows is named in each of them.
            max(cell.name.count, Self.numbers(cell).count, content(cell, .max).count) <= grid.inside(cell)
          }
        }
    }
    let chosen = grid ?? Self.grids[Self.grids.count - 1]
    return rows(chosen).flatMap { draw($0, chosen, strokes) }
  }

  /// The cells, cut where a row ends; rows that one cell fills are one.
  private func rows(_ grid: Grid) -> [[Cell]] {
    var rows: [[Cell]] = []
    for row in stride(from: (width - 1) / grid.bits, through: 0, by: -1) {
      let (low, high) = (row * grid.bits, min(width, (row + 1) * grid.bits) - 1)
      let cut = cells.filter { $0.high >= low && $0.low <= high }
        .map { Cell(name: $0.name, high: min($0.high, high), low: max($0.low, low)) }
      if cut.count == 1, let last = rows.last, last.count == 1,
        cells.contains(where: {
          $0.high >= last[0].high && $0.low <= cut[0].low
        })
      {
        rows[rows.count - 1] = [Cell(name: cut[0].name, high: last[0].high, low: cut[0].low)]
      } else {
        rows.append(cut)
      }
    }
    return rows
  }

  private func draw(_ row: [Cell], _ grid: Grid, _ strokes: Strokes) -> [String] {
    let (horizontal, vertical) = strokes == .ascii ? ("-", "|") : ("─", "│")
    let corners =
      strokes == .ascii ? (("+", "+", "+"), ("+", "+", "+")) : (("┌", "┬", "┐"), ("└", "┴", "┘"))
    func edge(_ marks: (String, String, String)) -> String {
      marks.0 + row.map { String(repeating: horizontal, count: grid.inside($0)) }.joined(separator: marks.1)
        + marks.2
    }
    func inner(_ text: (Cell) -> String) -> String {
      vertical
        + row.map { Self.centred(text($0), grid.inside($0), strokes) }.joined(separator: vertical) + vertical
    }
    let numbers = " " + row.map { Self.numbers($0, grid.inside($0)) }.joined(separator: " ")
    var lines = [Self.trimmed(numbers), edge(corners.0), inner(\.name)]
    if value != nil { lines.append(inner { content($0, grid.inside($0)) }) }
    return lines + [edge(corners.1)]
  }

  /// The value of a cell: its bits where there is room for them, else its hexadecimal number.
  private func content(_ cell: Cell, _ room: Int) -> String {
    guard let value else { return "" }
    let count = cell.high - cell.low + 1
    let bits = value >> UInt64(cell.low) & (count >= 64 ? .max : (1 << UInt64(count)) - 1)
    let digits = String(bits, radix: 2)
    let binary = String(repeating: "0", count: count - digits.count) + digits
    return count <= 8 && binary.count <= room ? binary : "0x" + String(bits, radix: 16)
  }

  private static func numbers(_ cell: Cell) -> String {
    cell.high == cell.low ? "\(cell.high)" : "\(cell.high) \(cell.low)"
  }

  private static func numbers(_ cell: Cell, _ room: Int) -> String {
    let (high, low) = ("\(cell.high)", "\(cell.low)")
    if cell.high == cell.low { return centred(high, room, .ascii) }
    return high + String(repeating: " ", count: max(1, room - high.count - low.count)) + low
  }

  private static func centred(_ text: String, _ room: Int, _ strokes: Strokes) -> String {
    guard text.count <= room else { return text.prefix(max(0, room - 1)) + (strokes == .ascii ? "~" : "…") }
    let left = (room - text.count) / 2
    return String(repeating: " ", count: left) + text
      + String(repeating: " ", count: room - text.count - left)
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
