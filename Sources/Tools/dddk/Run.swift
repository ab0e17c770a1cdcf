import ArgumentParser
import Boards
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
        dddk run --image image
        echo help | dddk run
        dddk run --input commands.txt --until 'bytes received' --timeout 30
      """)

  @OptionGroup var options: SystemOptions

  @Option(
    name: .customLong("image"), help: "A folder that `dddk build --output` left: nothing is built.",
    completion: .directory)
  var image: String?

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
    if options.kernel.kernel == "none" {
      throw ValidationError("without a kernel there is nothing to run; --kernel none is for `dddk build`")
    }
  }

  /// What is started.
  private struct Subject {
    let machine: Board
    let bootImage: String
    /// What Multiboot puts beside it.
    let module: String?
    let rootTaskDigest: String
    let kernel: String
    let hasConsole: Bool
  }

  private func subject() throws -> Subject {
    if let folder = self.image {
      let artefacts = try Artefacts(in: folder)
      let machine = try artefacts.chosenBoard()
      return Subject(
        machine: machine, bootImage: try artefacts.checkedPath(.bootImage, in: folder),
        module: machine.start == .loader ? nil : try artefacts.checkedPath(.rootTaskImage, in: folder),
        rootTaskDigest: artefacts.file(.rootTaskImage)?.sha256 ?? "", kernel: artefacts.kernelName,
        hasConsole: artefacts.hasConsole)
    }
    // The console's `bench` reads the cycle counter.
    let built = try options.image(output: nil, counter: true)
    return Subject(
      machine: built.machine, bootImage: try built.bootImage(), module: built.image.module,
      rootTaskDigest: built.image.rootTaskDigest, kernel: built.kernel.name, hasConsole: built.plan.hasConsole
    )
  }

  func run() throws {
    let subject = try subject()
    try subject.machine.checkEmulator()
    let input = try self.input.map { path throws(HostError) in try Descriptor.open(reading: path) }
    let isInteractive = input == nil && Descriptor.standardInput.isTerminal
    say(Paint.errors("root task image \(subject.rootTaskDigest) (SHA-256) on \(subject.kernel)", .dim))
    if isInteractive { say(Paint.errors("Control-] leaves", .dim)) }

    let limit = timeout ?? (until == nil ? nil : 60)
    if explain, !subject.hasConsole {
      throw CommandFailure("the console prints the grants, and this system has none")
    }
    var console = AttachedConsole(
      input: input ?? .standardInput, prompt: subject.hasConsole ? Self.prompt : nil, until: until,
      deadline: limit.map { .after(.seconds($0)) } ?? .never)
    console.patience = Self.patience
    if explain { console.opening = Array("explain\n".utf8) }
    let virtual = try VirtualMachine(
      subject.machine, image: subject.bootImage, module: subject.module)
    let ending = try console.run(on: virtual)
    if ending != .machineEnded { virtual.quit() }
    try conclude(ending, limit: limit, of: subject, on: virtual)
  }

  /// What the console says when it listens.
  static let prompt = "dddk> "

  /// How long a system may take until its console listens: some seconds where the host is not busy.
  static let patience = Duration.seconds(120)

  private func conclude(
    _ ending: AttachedConsole.Ending, limit: Int?, of subject: Subject, on machine: VirtualMachine
  ) throws {
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
    case .neverListened:
      throw CommandFailure(
        "the console did not come up within \(Self.patience.components.seconds) seconds on \(subject.kernel), "
          + "\(subject.machine.title)",
        fix:
          "docs/environments.md says what keeps a system silent; try the reference kernel, or --kernel with a "
          + "debug build of seL4, which says more")
    case .guestFailed(let line):
      throw CommandFailure(
        "the machine stopped: \(line)", fix: "docs/environments.md says what each of these lines means")
    case .guestQuit, .textSeen, .left, .inputEnded:
      break
    }
  }
}
