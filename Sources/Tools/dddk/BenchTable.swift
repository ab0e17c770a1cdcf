/// What is measured, under which name programs and people find it, and what is wanted of the reference kernel.
struct BenchMeasure {
  /// The most that a figure may be.
  enum Aim {
    case most(Int)
    /// The least that a figure may be.
    case least(Int)
    /// Of what an installed seL4 takes on the same processor.
    case percentOfSeL4(Int)
  }

  /// As the guest calls it.
  let name: String
  let title: String
  let unit: String
  var aim: Aim?

  static let guest = [
    BenchMeasure("ring-alone", "16-byte message through a ring, alone"),
    BenchMeasure("ring-batch-64", "the same in batches of 64", aim: .most(25)),
    BenchMeasure("rpc", "call and reply across address spaces", aim: .percentOfSeL4(75)),
    BenchMeasure("signal", "signal, nobody waiting", aim: .percentOfSeL4(50)),
    BenchMeasure("interrupt", "interrupt to the driver", aim: .percentOfSeL4(50)),
    BenchMeasure("transmit", "a byte that the driver sends"),
    BenchMeasure("receive", "a byte that the driver receives"),
    BenchMeasure("driver-restart", "driver restart", aim: .most(200_000)),
  ]
  /// It depends on the host, as the next.
  static let stream = BenchMeasure(
    "stream", "messages of 16 bytes through a channel", unit: "messages a second", aim: .least(500_000))
  static let console = BenchMeasure(
    "console", "bytes through the console, there and back", unit: "bytes a second")

  /// Bytes of a program's instructions.
  static func text(of program: String, isDriver: Bool) -> BenchMeasure {
    BenchMeasure(
      "text of \(program)", "text of \(program)", unit: "bytes", aim: isDriver ? .most(4 << 10) : nil)
  }

  private init(_ name: String, _ title: String, unit: String = "instructions", aim: Aim? = nil) {
    self.name = name
    self.title = title
    self.unit = unit
    self.aim = aim
  }
}

/// What one kernel gave.
struct BenchResult: Encodable {
  /// `reference`, or the prefix of an installed seL4.
  let kernel: String
  let figures: [Figure]

  struct Figure: Encodable {
    let measure: BenchMeasure
    let value: Int

    private enum CodingKeys: String, CodingKey { case name, unit, value }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(measure.name, forKey: .name)
      try container.encode(measure.unit, forKey: .unit)
      try container.encode(value, forKey: .value)
    }
  }

  var isReference: Bool { kernel == "reference" }

  subscript(name: String) -> Int? { figures.first { $0.measure.name == name }?.value }
}

/// The figures of one board's kernels side by side, as a table in Markdown that can be read as it is.
struct BenchTable {
  let board: String
  let results: [BenchResult]

  /// The lines of the table.
  var text: String {
    let installed = results.count { !$0.isReference }
    let names = results.map { $0.isReference ? "reference kernel" : installed == 1 ? "seL4" : $0.kernel }
    let hasRatio = reference != nil && seL4 != nil
    var lines = [[board, "unit"] + names + (hasRatio ? ["ratio"] : []) + ["aim"]]
    for measure in rows {
      var cells = [measure.title, measure.unit] + results.map { $0[measure.name].map(Self.grouped) ?? "" }
      if hasRatio { cells.append(ratio(measure)) }
      lines.append(cells + [verdict(measure)])
    }
    let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    let numbers = 2..<widths.count - 1
    lines.insert(widths.indices.map { numbers.contains($0) ? "---:" : "---" }, at: 1)
    return lines.map { cells in
      "| "
        + zip(cells, widths).enumerated().map { column, cell in
          let space = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
          return numbers.contains(column) ? space + cell.0 : cell.0 + space
        }.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  private var reference: BenchResult? { results.first { $0.isReference } }
  private var seL4: BenchResult? { results.first { !$0.isReference } }

  /// Every measure that any kernel has a figure of, in the order of the first that has it.
  private var rows: [BenchMeasure] {
    var rows: [BenchMeasure] = []
    for figure in results.flatMap(\.figures) where !rows.contains(where: { $0.name == figure.measure.name }) {
      rows.append(figure.measure)
    }
    return rows
  }

  private func ratio(_ measure: BenchMeasure) -> String {
    guard measure.unit == "instructions", let own = reference?[measure.name], let other = seL4?[measure.name],
      other > 0
    else { return "" }
    let tenths = (own * 2000 / other + 1) / 2
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// The aim, and whether the reference kernel meets it; of what depends on no kernel, whether the first one does.
  private func verdict(_ measure: BenchMeasure) -> String {
    guard let aim = measure.aim else { return "" }
    let own = (reference ?? results.first)?[measure.name]
    let (text, range): (String, ClosedRange<Int>?) =
      switch aim {
      case .most(let most): (Self.grouped(most), 0...most)
      case .least(let least): ("at least \(Self.grouped(least))", least...Int.max)
      case .percentOfSeL4(let percent):
        (
          "\(percent)% of seL4's",
          reference == nil ? nil : seL4?[measure.name].map { 0...($0 * percent / 100) }
        )
      }
    guard let own, let range else { return text }
    return text + (range.contains(own) ? ", met" : ", missed")
  }

  /// A number with its thousands apart.
  private static func grouped(_ number: Int) -> String {
    number < 1000 ? String(number) : "\(grouped(number / 1000)),\(String(1000 + number % 1000).dropFirst())"
  }
}
