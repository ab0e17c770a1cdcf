import ArgumentParser
import Boards

/// `dddk boards`.
struct Boards: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the boards that the kit runs on.",
    discussion: "EXAMPLES\n  dddk boards\n  dddk boards --format json")

  @OptionGroup var output: OutputOptions

  private struct Row: Encodable {
    let board: String
    let summary: String
    let emulator: String
    let processors: [String]
    let memoryMebibytes: [Int]
    let interruptControllers: [String]

    init(_ board: Board) {
      self.board = board.name
      summary = board.summary
      emulator = board.emulator.program
      let choices = board.choices
      processors =
        choices.processors.isEmpty ? [board.emulator.processor] : choices.processors.map(\.name)
      memoryMebibytes =
        choices.memoryMebibytes.isEmpty ? [board.emulator.memoryMebibytes] : choices.memoryMebibytes
      interruptControllers = choices.interruptControllers.map(\.name)
    }
  }

  func run() throws {
    switch output.format {
    case .text:
      for machine in Board.all {
        print("\(machine.name)  \(machine.summary)")
        if let choices = Self.text(machine.choices) { print("  \(choices)") }
      }
    case .json: try printJSON(Board.all.map(Row.init))
    }
  }

  /// The options that choose, with what they take.
  private static func text(_ choices: Board.Choices) -> String? {
    let gics = choices.interruptControllers.map { String($0.name.drop { !$0.isNumber }) }
    let options = [
      ("--cpu", choices.processors.map(\.name)),
      ("--memory", choices.memoryMebibytes.map { $0 % 1024 == 0 ? "\($0 / 1024)G" : "\($0)M" }),
      ("--gic", gics),
    ]
    let known = options.filter { $0.1.count > 1 }.map { "\($0.0) \($0.1.joined(separator: "|"))" }
    return known.isEmpty ? nil : known.joined(separator: ", ")
  }
}

struct BoardOption: ParsableArguments {
  @Option(
    name: .long, help: "The board; `dddk boards` lists them.",
    completion: .list(Board.all.map(\.name)))
  var board = Board.standard.name

  func machine() throws -> Board {
    guard let machine = Board.named(board) else {
      throw ValidationError(
        "no board is named `\(board)`; the kit knows \(Board.all.map { "`\($0.name)`" }.joined(separator: ", "))"
      )
    }
    return machine
  }
}

/// A board and what it is made with.
struct MachineOptions: ParsableArguments {
  @OptionGroup var board: BoardOption

  @Option(
    name: .long, help: "Another processor than the board's usual one, such as cortex-a72.",
    completion: .list(Board.all.flatMap { $0.choices.processors.map(\.name) }))
  var cpu: String?

  @Option(
    name: .long, help: "Another amount of memory, such as 4G or 2048 (MiB).",
    completion: .list(["1G", "2G", "3G", "4G"]),
    transform: MachineOptions.mebibytes)
  var memory: Int?

  @Option(
    name: .long, help: "Another version of Arm's interrupt controller: 2 or 3.",
    completion: .list(["2", "3"]))
  var gic: Int?

  func machine() throws -> Board {
    let machine = try board.machine()
    do throws(Board.ChoiceError) {
      return try machine.with(
        processor: cpu, memoryMebibytes: memory, interruptController: gic.map { "gicv\($0)" })
    } catch {
      let known = error.known.map { "`\($0)`" }.joined(separator: ", ")
      throw ValidationError(
        "\(machine.name) cannot be had with the \(error.subject) `\(error.wanted)`; "
          + (error.known.isEmpty ? "there is no choice" : "the kit knows \(known)"))
    }
  }

  /// Mebibytes, of `4G`, `4096M` or `4096`.
  static func mebibytes(_ text: String) throws -> Int {
    let isGibibytes = text.uppercased().hasSuffix("G")
    let digits = isGibibytes || text.uppercased().hasSuffix("M") ? text.dropLast() : text[...]
    guard let number = Int(digits), number > 0, number <= 1 << 20 else {
      throw ValidationError("`\(text)` is no amount of memory; say 4G, 4096M or 4096")
    }
    return isGibibytes ? number * 1024 : number
  }
}
