import HostProcess

/// A machine's console attached to a person's terminal, or to a file that is typed in.
public struct AttachedConsole {
  /// Why the session is over.
  public enum Ending: Hashable, Sendable {
    /// The guest asked for it.
    case guestQuit
    /// The text that was waited for has come.
    case textSeen
    /// The person typed ``AttachedConsole/leaveKey``.
    case left
    /// All input was typed, and the guest had no more to say.
    case inputEnded
    /// The time is over.
    case timeIsOver
    /// The machine ended by itself.
    case machineEnded
    /// The guest did not listen in time.
    case neverListened
    /// The loader or the kernel said that it cannot go on: its line.
    case guestFailed(String)
  }

  /// Control-`]` leaves the console.
  public static let leaveKey: UInt8 = 0x1d
  /// How long the guest must be silent after the last input before the session is over.
  static let silence = Duration.seconds(1)
  /// How much input is read ahead of the guest.
  static let readAhead = 65536

  /// Where the input comes from.
  public var input: Descriptor
  /// Where the guest's words go.
  public var output: Descriptor
  /// The text that the guest says when it listens: no input is typed before.
  public var prompt: String?
  /// What is typed first, whatever the input holds.
  public var opening: [UInt8] = []
  /// The text that ends the session.
  public var until: String?
  /// When the session ends anyway.
  public var deadline: Deadline
  /// How long the guest may take until it says its prompt.
  public var patience: Duration?

  /// A session that types `input` and shows on `output`.
  public init(
    input: Descriptor = .standardInput, output: Descriptor = .standardOutput, prompt: String? = nil,
    until: String? = nil, deadline: Deadline = .never
  ) {
    self.input = input
    self.output = output
    self.prompt = prompt
    self.until = until
    self.deadline = deadline
  }

  /// Runs the session to its end; a terminal is raw meanwhile and as before afterwards.
  public func run(on machine: VirtualMachine) throws(QEMUError) -> Ending {
    guard input.isTerminal else { return try pump(machine) }
    return try Terminal.withRawMode { () throws(QEMUError) in try pump(machine) }
  }

  private func pump(_ machine: VirtualMachine) throws(QEMUError) -> Ending {
    do { return try pumpBytes(ConsolePort(machine)) } catch { throw .host(error) }
  }

  private func pumpBytes(_ port: ConsolePort) throws(HostError) -> Ending {
    var listening = TextSearch(Array((prompt ?? "").utf8))
    var awaited = TextSearch(Array((until ?? "").utf8))
    var inputHasEnded = false
    // Keys that came before the guest listens.
    var early = opening
    var lastWord = ContinuousClock.now
    var failure = FailureLine()
    let listenUntil = prompt == nil ? Deadline.never : patience.map { .after($0) } ?? .never
    if listening.look(at: []) {
      port.type(early)
      early = []
    }
    while true {
      let wantsInput = !inputHasEnded && (listening.isFound || input.isTerminal)
      let watched =
        wantsInput && port.waitingCount < Self.readAhead ? [Readiness(input, .readable)] : []
      let step =
        inputHasEnded && until == nil
        ? Deadline.earlier(deadline, .after(.milliseconds(100)))
        : listening.isFound ? deadline : Deadline.earlier(deadline, listenUntil)
      let (said, others) = try port.exchange(until: step, watching: watched)
      if !said.isEmpty {
        lastWord = .now
        try output.sendAll(said)
        if listening.look(at: said), !early.isEmpty {
          port.type(early)
          early = []
        }
        if until != nil, awaited.look(at: said) { return .textSeen }
        if let line = failure.look(at: said, beforeThePrompt: !listening.isFound) {
          return .guestFailed(line)
        }
      }
      if port.hasQuit { return .guestQuit }
      if port.hasEnded { return .machineEnded }
      if let events = others.first, !events.isEmpty {
        switch try input.receive(atMost: Self.readAhead) {
        case .bytes(let keys):
          if input.isTerminal, keys.contains(Self.leaveKey) { return .left }
          if listening.isFound { port.type(keys) } else { early += keys }
        case .ended: inputHasEnded = true
        case .nothingYet: break
        }
      }
      if deadline.hasPassed { return .timeIsOver }
      if !listening.isFound, listenUntil.hasPassed { return .neverListened }
      if inputHasEnded, until == nil, port.waitingCount == 0, .now - lastWord > Self.silence {
        return .inputEnded
      }
    }
  }
}
