import ArgumentParser
import Diagnostics
import DriverSpec
import HostProcess
import SpecInspection

/// `dddk inspect`.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows a spec's registers; draws one, and says what a value of it means.",
    discussion: """
      docs/inspect.md describes what `--format json` prints.

      EXAMPLES
        dddk inspect pl011.driver.yaml
        dddk inspect pl011.driver.yaml LCR_H
        dddk inspect pl011.driver.yaml LCR_H 0x70
        dddk inspect pl011.driver.yaml --format json
      """)

  @Argument(help: "The driver spec.", completion: .file(extensions: ["yaml"]))
  var spec: String

  @Argument(help: "A register by its names from the top, with an index for each array: CHANNEL[2].CTRL")
  var register: String?

  @Argument(help: "A value of the register: 112, 0x70, 0b111_0000.")
  var value: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let checked = try CheckedFile(checking: spec)
    if !checked.diagnostics.isEmpty { say(checked.shownText) }
    guard let model = checked.spec else { throw ExitCode.failure }
    guard let register else {
      switch output.format {
      case .json: InspectionJSON.device(model) { print($0, terminator: "") }
      case .text: for line in RegisterTable.lines(model) { print(line) }
      }
      return
    }
    let name = try RegisterName(register)
    let flat = try name.register(in: model.registerMap)
    let number = try value.map { try Self.number($0, bits: flat.placed.register.width.value) }
    let strokes: RegisterDiagram.Strokes = Terminal.showsUTF8 ? .lines : .ascii
    for line in RegisterReport(flat, value: number).lines(strokes) { print(line) }
  }

  /// A number as specs and debuggers write them, which the register can hold.
  static func number(_ text: String, bits: Int) throws(CommandFailure) -> UInt64 {
    var digits = text.filter { $0 != "_" }[...]
    var radix = 10
    for (prefix, base) in [("0x", 16), ("0X", 16), ("0b", 2), ("0o", 8)] where digits.hasPrefix(prefix) {
      (radix, digits) = (base, digits.dropFirst(2))
    }
    guard let number = UInt64(digits, radix: radix), digits.first != "+" else {
      throw CommandFailure("\(text.quoted) is no number", fix: "write 112, 0x70 or 0b111_0000")
    }
    guard bits >= 64 || number >> UInt64(bits) == 0 else {
      throw CommandFailure("\(text.quoted) does not fit the register's \(bits) bits")
    }
    return number
  }
}

/// The name of one register as a person types it: `CHANNEL[2].CTRL`.
struct RegisterName: Equatable {
  /// Each name with its index, where it has one.
  var path: [(name: String, index: Int?)]

  static func == (left: Self, right: Self) -> Bool {
    left.path.elementsEqual(right.path) { $0.name == $1.name && $0.index == $1.index }
  }

  /// Reads a name.
  init(_ text: String) throws(CommandFailure) {
    path = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard pieces.count == 2 else {
        path.append((String(part), nil))
        continue
      }
      guard pieces[1].hasSuffix("]"), let index = Int(pieces[1].dropLast()), index >= 0 else {
        throw CommandFailure("\(String(part).quoted) is no name of a register", fix: "write NAME, or NAME[2]")
      }
      path.append((String(pieces[0]), index))
    }
  }

  /// The element of the map that it names; index 0 where it says none.
  func register(in map: RegisterMap) throws(CommandFailure) -> FlatRegister {
    let name = path.map(\.name).joined(separator: ".")
    guard let placed = map.register(named: name) else {
      let names = map.registers.map(\.name)
      throw CommandFailure(
        "no register is called \(name.quoted)",
        fix: Suggestion.fix(for: name, among: names) ?? "`dddk inspect SPEC` lists all \(names.count)")
    }
    var indices: [Int] = []
    for (element, part) in zip(placed.path, path) {
      guard let repetition = element.repetition else {
        if part.index != nil {
          throw CommandFailure("\(element.name.quoted) is no array", fix: "leave out the index")
        }
        continue
      }
      let index = part.index ?? 0
      guard index < repetition.count.value else {
        throw CommandFailure(
          "\(element.name.quoted) has no element \(index); the last is \(repetition.count.value - 1)")
      }
      indices.append(index)
    }
    return FlatRegister(placed: placed, indices: indices)
  }
}
