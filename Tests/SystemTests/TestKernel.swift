import Boards
import HostProcess
import Testing

/// A kernel that the systems are run on, and the board that it is for.
struct TestKernel: Sendable, CustomTestStringConvertible {
  /// What `dddk run --kernel` is given.
  let option: String
  /// The board.
  var board = Board.standard

  var isReference: Bool { option == "reference" }

  var testDescription: String {
    (isReference ? "reference kernel" : "seL4 in \(option)") + " on \(board.title)"
  }

  /// The arguments that choose board and kernel.
  var arguments: [String] {
    [
      "--board", board.name, "--cpu", board.emulator.processor, "--memory",
      "\(board.emulator.memoryMebibytes)",
    ]
      + (board.interruptController.map { ["--gic", String($0.name.drop { !$0.isNumber })] } ?? [])
      + ["--kernel", option]
  }

  static let reference = TestKernel(option: "reference")

  /// The seL4 that SEL4_PREFIX names, where it is set.
  static let sel4 = HostEnvironment["SEL4_PREFIX"].map { TestKernel(option: $0) }

  /// The reference kernel, and seL4 where SEL4_PREFIX is set.
  static let all = [reference] + (sel4.map { [$0] } ?? [])

  /// The same on every board; seL4 on the others where SEL4_PREFIX with the processor's name behind it is set, such
  /// as SEL4_PREFIX_RISCV64.
  static let everyBoard =
    all
    + Board.all.filter { $0 != .standard }.flatMap { board in
      ["reference", HostEnvironment[board.installedKernelVariable]].compactMap { $0 }.map {
        TestKernel(option: $0, board: board)
      }
    }
}
