import ArgumentParser
import QEMU

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
      for machine in Machine.all { print("\(machine.board)  \(machine.summary)") }
    case .json:
      try printJSON(Machine.all.map { Row(board: $0.board, summary: $0.summary, emulator: $0.emulator) })
    }
  }
}

struct BoardOption: ParsableArguments {
  @Option(
    name: .long, help: "The board; `dddk boards` lists them.",
    completion: .list(Machine.all.map(\.board)))
  var board = Machine.standard.board

  func machine() throws -> Machine {
    guard let machine = Machine.named(board) else {
      throw ValidationError(
        "no board is named `\(board)`; the kit knows \(Machine.all.map { "`\($0.board)`" }.joined(separator: ", "))"
      )
    }
    return machine
  }
}
