import ComponentInterface
import ConsoleCore
import DriverRuntime

/// A person's way to the system: a prompt, a line, an answer.
struct Console: ~Copyable {
  var line: ConsoleLine
  let supervisor = Supervisor()
  private var editor = LineEditor()

  init(_ line: consuming ConsoleLine) {
    self.line = line
  }

  /// Shows the log so far and a prompt, then serves whoever types.
  mutating func run() {
    _ = showLog()
    explainLastBench()
    prompt()
    while true {
      if line.takeSignal(.control) { showLogAbovePrompt() }
      while let byte = line.read() { take(byte) }
      line.waitForBytes()
    }
  }

  @inline(never)
  private mutating func take(_ byte: UInt8) {
    switch editor.take(byte, show: &line) {
    case .editing: return
    case .line:
      let command = editor.withLine { Command($0) }
      answer(command)
      line.component.statistics.counters.progress &+= 1
      _ = showLog()
      prompt()
    case .interrupt: prompt()
    case .redraw:
      prompt()
      editor.show(on: &line)
    }
  }

  private mutating func prompt() { line.write("dddk> ") }

  /// The name that stands in a range of the line.
  mutating func nameTyped(_ range: Range<Int>) -> ComponentName {
    editor.withLine { ComponentName($0.extracting(range)) }
  }

  // MARK: the log

  private mutating func showLogAbovePrompt() {
    if showLog() {
      prompt()
      editor.show(on: &line)
    }
  }

  /// Shows what the supervisor logged since the last time, on lines of its own; false when there was nothing.
  ///
  /// The offset stands where it survives the console's own restart, so that nothing is shown twice.
  @inline(never)
  private mutating func showLog() -> Bool {
    var hasShown = false
    while true {
      let offset = line.component.statistics.counters.scratch0
      guard let chunk = try? LogChunk(supervisor.call(.readLog(offset: offset))), chunk.text.count > 0 else {
        return hasShown
      }
      if !hasShown { line.write("\r\u{1b}[K") }
      hasShown = true
      if chunk.offset > offset {
        line.write("(")
        line.write(decimal: chunk.offset - offset)
        line.write(" bytes of the log are lost)")
        line.newLine()
      }
      let bytes = chunk.text.bytes.span
      for index in 0..<chunk.text.count {
        if bytes[index] == 0x0a { line.newLine() } else { line.write(bytes[index]) }
      }
      line.component.statistics.counters.scratch0 = chunk.offset + UInt64(chunk.text.count)
    }
  }

  // MARK: commands

  @inline(never)
  private mutating func answer(_ command: Command) {
    switch command {
    case .nothing: break
    case .help: help()
    case .components: components()
    case .stats(let name): stats(name)
    case .crash(let name, let count): crash(name, count)
    case .start(let name): start(name)
    case .bench: bench()
    case .explain: explain()
    case .resources: resources()
    case .echo(let text):
      for index in text { line.write(editor.bytes[index]) }
      line.newLine()
    case .cat(let count): cat(count)
    case .sink(let count): sink(count)
    case .quit: quit()
    case .malformed(let name):
      line.write("usage: ")
      line.write(name.usage)
      line.newLine()
    case .unknown(let name):
      line.write("unknown command")
      if let name {
        line.write(", did you mean `")
        line.write(name.text)
        line.write("`?")
      } else {
        line.write("; `help` lists them")
      }
      line.newLine()
    }
  }

  private mutating func help() {
    for name in CommandName.allCases {
      line.write("  ")
      line.write(name.usage)
      line.pad(20 - name.usage.utf8CodeUnitCount)
      line.write(name.summary)
      line.newLine()
    }
  }

  /// Writes the next bytes as they come, whatever they are.
  private mutating func cat(_ count: UInt64) {
    var left = count
    while left > 0 {
      line.write(line.next())
      left -= 1
    }
    line.newLine()
  }

  /// Takes the next bytes and says how many there were and their sum, modulo 2^64.
  private mutating func sink(_ count: UInt64) {
    var left = count
    var sum: UInt64 = 0
    while left > 0 {
      sum &+= UInt64(line.next())
      left -= 1
    }
    line.write(decimal: count)
    line.write(" bytes, sum ")
    line.write(decimal: sum)
    line.newLine()
  }

  /// Ends the run: by the board's device if it has one, else by asking `dddk`, which watches the line.
  ///
  /// The request is an application program command (ECMA-48, 8.3.2), which terminals ignore.
  private mutating func quit() {
    _ = supervisor.call(.quit)
    line.write("\u{1b}_dddk;quit\u{1b}\\")
    line.newLine()
  }

  /// Shows a refusal, if it was one.
  mutating func show(_ error: SupervisorError) {
    line.write("refused: ")
    switch error {
    case .unknownRequest: line.write("the supervisor does not know the request")
    case .notPermitted: line.write("the system file does not allow it")
    case .malformed: line.write("the message was malformed")
    case .noSuchIndex: line.write("there is none")
    case .wrongState: line.write("the component is not in a state for it; `components` shows its state")
    case .notSupported: line.write("the board has nothing for it")
    }
    line.newLine()
  }
}
