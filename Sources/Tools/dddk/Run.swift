import ArgumentParser
import FoundationEssentials
import HostProcess
import QEMU

/// `dddk run`.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Builds a package's driver, starts it in QEMU and attaches the terminal.",
    discussion: """
      Control-] leaves; so does `quit` on the console. Without a terminal, what is piped in is typed.

      EXAMPLES
        dddk run
        dddk run --kernel /opt/sel4/release
        dddk run --explain
        echo help | dddk run
        dddk run --input commands.txt --until 'bytes received' --timeout 30
      """)

  @OptionGroup var options: SystemOptions

  @Option(name: .long, help: "A file that is typed instead of standard input.", completion: .file())
  var input: String?

  @Option(name: .long, help: "Ends with 0 when the guest has said this text, with 1 when time runs out.")
  var until: String?

  @Option(name: .long, help: "Ends after so many seconds (default: 60 with --until, else never).")
  var timeout: Int?

  @Flag(name: .long, help: "Prints every grant: who got which frame, interrupt, untyped and slot.")
  var explain = false

  func validate() throws {
    if let timeout, timeout < 1 { throw ValidationError("--timeout counts seconds, at least 1") }
  }

  func run() throws {
    // The console's `bench` reads the cycle counter.
    let (image, plan, machine, kernel) = try options.image(output: nil, counter: true)
    let input = try self.input.map { path throws(HostError) in try Descriptor.open(reading: path) }
    let isInteractive = input == nil && Descriptor.standardInput.isTerminal
    say(Paint.errors("root task image \(image.rootTaskDigest) (SHA-256) on \(kernel.name)", .dim))
    if isInteractive { say(Paint.errors("Control-] leaves", .dim)) }

    let limit = timeout ?? (until == nil ? nil : 60)
    if explain, !plan.hasConsole {
      throw CommandFailure("the console prints the grants, and this system has none")
    }
    var console = AttachedConsole(
      input: input ?? .standardInput, prompt: plan.hasConsole ? Self.prompt : nil, until: until,
      deadline: limit.map { .after(.seconds($0)) } ?? .never)
    if explain { console.opening = Array("explain\n".utf8) }
    let virtual = try VirtualMachine(machine, image: image.bootImage, module: image.module)
    let ending = try console.run(on: virtual)
    if ending != .machineEnded { virtual.quit() }
    try conclude(ending, limit: limit, on: virtual)
  }

  /// What the console says when it listens.
  static let prompt = "dddk> "

  private func conclude(_ ending: AttachedConsole.Ending, limit: Int?, on machine: VirtualMachine) throws {
    // The guest's last line may have no end.
    say("")
    switch ending {
    case .guestQuit where until != nil:
      throw CommandFailure("the guest quit before it said `\(until ?? "")`")
    case .timeIsOver where until != nil:
      throw CommandFailure("`\(until ?? "")` did not come within \(limit ?? 0) seconds")
    case .timeIsOver:
      say("\(limit ?? 0) seconds are over")
    case .machineEnded:
      throw CommandFailure("\(machine.ending())")
    case .guestQuit, .textSeen, .left, .inputEnded:
      break
    }
  }
}
