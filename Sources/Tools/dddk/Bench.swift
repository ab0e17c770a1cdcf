import ArgumentParser
import Boards
import FoundationEssentials
import HostProcess
import QEMU

/// `dddk bench`.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Counts instructions on the board, on one kernel or several side by side.",
    discussion: """
      QEMU's clock advances by one nanosecond an instruction, so the counts do not depend on this machine; bytes
      and messages a second do. With SEL4_PREFIX set, that seL4 is measured as well; for a board of another processor it is
      SEL4_PREFIX_RISCV64 or SEL4_PREFIX_X86_64.

      EXAMPLES
        dddk bench
        dddk bench --kernel reference --kernel /opt/sel4/release
        dddk bench --format json
      """, subcommands: [BenchMutations.self, BenchGenerator.self])

  @OptionGroup var board: BoardOption
  @OptionGroup var package: PackageOption
  @OptionGroup var output: OutputOptions

  @Option(
    name: .long, help: "A kernel: `reference`, or the prefix of an installed seL4; may be given again.",
    completion: .directory)
  var kernel: [String] = []

  func run() throws {
    let installed = Board.named(board.board).flatMap { HostEnvironment[$0.installedKernelVariable] }
    let kernels = kernel.isEmpty ? ["reference", installed].compactMap { $0 } : kernel
    var results: [BenchResult] = []
    for kernel in kernels {
      let options = try SystemOptions.parse([
        "--board", board.board, "--kernel", kernel, "--package-path", package.packagePath,
      ])
      results.append(try Self.measure(kernel, options))
    }
    switch output.format {
    case .json: try printJSON(results)
    case .text: print(BenchTable(board: board.board, results: results).text)
    }
  }

  /// Bytes that are sent through the console, there and back.
  private static let streamBytes = 256 << 10

  private static func measure(_ kernel: String, _ options: SystemOptions) throws -> BenchResult {
    let outcome = try options.image(output: nil, counter: true)
    let (image, plan, machine) = (outcome.image, outcome.plan, outcome.machine)
    let bootImage = try outcome.bootImage()
    guard plan.hasConsole else { throw CommandFailure("a system without a console cannot be measured") }
    var figures: [BenchResult.Figure] = []
    say("measuring on \(kernel) …")
    let counting = ScriptedConsole(
      try VirtualMachine(machine, image: bootImage, module: image.module, clock: .instructions))
    try counting.wait(for: Run.prompt, within: .seconds(120))
    let text = try counting.bench(until: Run.prompt)
    for measure in BenchMeasure.guest {
      for line in text.split(whereSeparator: \.isNewline) {
        let words = line.split(separator: " ")
        guard words.count == 3, words[0] == "bench", words[1] == measure.name, let value = Int(words[2])
        else {
          continue
        }
        figures.append(.init(measure: measure, value: value))
      }
    }
    counting.machine.quit()
    guard !figures.isEmpty else { throw CommandFailure("the guest measured nothing:\n\(counting.text)") }

    figures.append(
      .init(measure: .console, value: try bytesPerSecond(machine, bootImage, image.module)))
    figures.append(
      .init(
        measure: .stream,
        value: try BenchStream.messagesPerSecond(
          board: machine.name, kernel: kernel, package: options.package.packagePath)))
    let drivers = plan.manifest.components.filter { $0.driver != nil }.map(\.image)
    for program in image.programs where program.kind == .rootTask || program.kind == .component {
      let measure = BenchMeasure.text(of: program.name, isDriver: drivers.contains(program.name))
      figures.append(.init(measure: measure, value: try image.textBytes(of: program)))
    }
    return BenchResult(kernel: kernel, figures: figures)
  }

  private static func bytesPerSecond(_ machine: Board, _ image: String, _ module: String?) throws -> Int {
    let console = ScriptedConsole(try VirtualMachine(machine, image: image, module: module))
    try console.wait(for: Run.prompt, within: .seconds(120))
    console.type("cat \(streamBytes)\r")
    try console.wait(for: "\r\n")
    let start = ContinuousClock.now
    console.type([UInt8](repeating: UInt8(ascii: "."), count: streamBytes))
    let received = try console.receive(streamBytes, within: .seconds(300))
    guard received.count == streamBytes else {
      throw CommandFailure("only \(received.count) of \(streamBytes) bytes came back")
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    return Int(Double(streamBytes) / seconds)
  }
}
