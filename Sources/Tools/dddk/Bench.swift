import ArgumentParser
import Boards
import FoundationEssentials
import HostProcess
import QEMU

/// `dddk bench`.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Counts instructions on the board, and prints them beside their targets.",
    discussion: """
      QEMU's clock advances by one nanosecond an instruction, so the counts do not depend on this machine; bytes
      a second do. With SEL4_PREFIX set, that seL4 is measured as well.

      EXAMPLES
        dddk bench
        dddk bench --kernel /opt/sel4/release
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
    let kernels =
      kernel.isEmpty ? ["reference"] + (HostEnvironment["SEL4_PREFIX"].map { [$0] } ?? []) : kernel
    var results: [Result] = []
    for kernel in kernels {
      let options = try SystemOptions.parse([
        "--board", board.board, "--kernel", kernel, "--package-path", package.packagePath,
      ])
      results.append(try Self.measure(kernel, options))
    }
    switch output.format {
    case .json: try printJSON(results)
    case .text: print(Self.table(results))
    }
  }

  /// What one kernel gave.
  struct Result: Encodable {
    let kernel: String
    let figures: [Figure]
  }

  /// One number and what it is held against.
  struct Figure: Encodable {
    let name: String
    let value: Int
    let unit: String
    /// The most that is allowed, or nil where more is better or nothing was promised.
    let target: Int?
    let meetsTarget: Bool?

    init(_ name: String, _ value: Int, _ unit: String, target: Int? = nil) {
      self.name = name
      self.value = value
      self.unit = unit
      self.target = target
      meetsTarget = target.map { value <= $0 }
    }
  }

  /// The targets of the guest's own measurements, in instructions: docs/limits.md says where each comes from.
  private static let targets = [
    "ring-batch-64": 40, "signal": 326, "rpc": 461, "interrupt": 336, "driver-restart": 200_000,
  ]
  /// Bytes of the driver component's instructions.
  private static let driverTextTarget = 6 << 10
  /// Bytes that are sent through the console, there and back.
  private static let streamBytes = 256 << 10

  private static func measure(_ kernel: String, _ options: SystemOptions) throws -> Result {
    let outcome = try options.image(output: nil, counter: true)
    let (image, plan, machine) = (outcome.image, outcome.plan, outcome.machine)
    let bootImage = try outcome.bootImage()
    guard plan.hasConsole else { throw CommandFailure("a system without a console cannot be measured") }
    var figures: [Figure] = []
    say("measuring on \(kernel) …")
    let counting = ScriptedConsole(
      try VirtualMachine(machine, image: bootImage, module: image.module, clock: .instructions))
    try counting.wait(for: Run.prompt, within: .seconds(120))
    let text = try counting.bench(until: Run.prompt)
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard words.count == 3, words[0] == "bench", let value = Int(words[2]) else { continue }
      let name = String(words[1])
      figures.append(Figure(name, value, "instructions", target: targets[name]))
    }
    counting.machine.quit()
    guard !figures.isEmpty else { throw CommandFailure("the guest measured nothing:\n\(counting.text)") }

    figures.append(
      Figure(
        "console", try bytesPerSecond(machine, bootImage, image.module), "bytes a second, there and back"))
    let drivers = plan.manifest.components.filter { $0.driver != nil }.map(\.image)
    for program in image.programs where program.kind == .rootTask || program.kind == .component {
      let size = try image.textBytes(of: program)
      figures.append(
        Figure(
          "text of \(program.name)", size, "bytes",
          target: drivers.contains(program.name) ? driverTextTarget : nil))
    }
    return Result(kernel: kernel, figures: figures)
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

  private static func table(_ results: [Result]) -> String {
    var lines: [String] = []
    for result in results {
      lines.append(
        Paint.output("on \(result.kernel == "reference" ? "the reference kernel" : result.kernel)", .bold))
      for figure in result.figures {
        let verdict =
          figure.meetsTarget.map { meets in
            let text = "  (target \(figure.target ?? 0): \(meets ? "met" : "missed"))"
            return Paint.output(text, meets ? .green : .red)
          } ?? ""
        lines.append("  \(padded(figure.name, 26)) \(aligned(figure.value, 9)) \(figure.unit)\(verdict)")
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func aligned(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, width - digits.count)) + digits
  }
}
