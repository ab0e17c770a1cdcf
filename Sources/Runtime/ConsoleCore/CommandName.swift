/// The commands that the console knows.
public enum CommandName: Equatable, Sendable, CaseIterable {
  case help, components, stats, crash, start, bench, explain, resources, echo, cat, sink, quit

  /// As it is typed.
  public var text: StaticString {
    switch self {
    case .help: "help"
    case .components: "components"
    case .stats: "stats"
    case .crash: "crash"
    case .start: "start"
    case .bench: "bench"
    case .explain: "explain"
    case .resources: "resources"
    case .echo: "echo"
    case .cat: "cat"
    case .sink: "sink"
    case .quit: "quit"
    }
  }

  /// With what follows it.
  public var usage: StaticString {
    switch self {
    case .stats: "stats [COMPONENT]"
    case .crash: "crash COMPONENT [N]"
    case .start: "start COMPONENT"
    case .echo: "echo TEXT"
    case .cat: "cat COUNT"
    case .sink: "sink COUNT"
    default: text
    }
  }

  /// What it does.
  public var summary: StaticString {
    switch self {
    case .help: "list the commands"
    case .components: "list the components: state, restarts, grants"
    case .stats: "show interrupts, bytes, drops and line errors"
    case .crash: "make a component touch an address that it does not hold, N times"
    case .start: "start a component that is held down"
    case .bench: "measure, in cycles; `dddk bench` counts instructions"
    case .explain: "list every grant: who got which memory, interrupt and slot"
    case .resources: "show slots in use and memory that is free"
    case .echo: "write TEXT"
    case .cat: "write the next COUNT bytes as they come"
    case .sink: "take the next COUNT bytes and write their sum"
    case .quit: "end the run"
    }
  }

  /// The command that a word was meant to be: at most two letters differ, and fewer than the word has.
  static func closest(to word: borrowing Span<UInt8>) -> CommandName? {
    var best: (name: CommandName, distance: Int)?
    for name in allCases {
      let distance = EditDistance.between(word, name.text)
      if distance < best?.distance ?? 3, distance < word.count { best = (name, distance) }
    }
    return best?.name
  }
}
