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
  }

  func run() throws {
    switch output.format {
    case .text:
      for machine in Board.all { print("\(machine.name)  \(machine.summary)") }
    case .json:
      try printJSON(Board.all.map { Row(board: $0.name, summary: $0.summary, emulator: $0.emulator.program) })
    }
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
