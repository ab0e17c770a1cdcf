import HostProcess

/// A console that a test or a tool types at: it waits for what it expects and remembers everything.
public final class ScriptedConsole {
  private let port: ConsolePort
  /// Everything that the guest has said.
  public private(set) var transcript: [UInt8] = []
  private var position = 0

  /// Attaches to one of a running machine's serial lines, which nobody else reads.
  public init(_ machine: VirtualMachine, line: Int = 0) { port = ConsolePort(machine, line: line) }

  /// The machine behind it.
  public var machine: VirtualMachine { port.machine }

  /// Whether the guest has asked to end the run.
  public var hasQuit: Bool { port.hasQuit }

  /// Everything that the guest has said, as text.
  public var text: String { String(decoding: transcript, as: UTF8.self) }

  /// Types text; it goes as fast as the guest takes it while this console waits for something.
  public func type(_ text: String) { port.type(Array(text.utf8)) }

  /// Types bytes.
  public func type(_ bytes: [UInt8]) { port.type(bytes) }

  /// Waits until the guest says a text that was not waited for before; answers what came up to its end.
  ///
  /// - Parameters:
  ///   - text: what to wait for.
  ///   - limit: how long.
  /// - Returns: what the guest said since the last text that was waited for, this one included.
  /// - Throws: ``QEMUError/textMissing(_:transcript:)`` when the time is over, or
  ///   ``QEMUError/endedEarly(status:output:)`` when the machine ended before.
  @discardableResult
  public func wait(for text: String, within limit: Duration = .seconds(30)) throws(QEMUError) -> String {
    let deadline = Deadline.after(limit)
    let wanted = Array(text.utf8)
    var searched = position
    while true {
      if let end = TextSearch.end(of: wanted, in: transcript, from: searched) {
        defer { position = end }
        return String(decoding: transcript[position..<end], as: UTF8.self)
      }
      searched = max(position, transcript.count - wanted.count + 1)
      if port.hasEnded { throw port.machine.ending() }
      if deadline.hasPassed { throw .textMissing(text, transcript: self.text) }
      try step(until: deadline)
    }
  }

  /// Takes the next bytes that the guest says.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - limit: how long to wait for them.
  /// - Returns: the bytes; fewer than `count` when the time is over.
  /// - Throws: ``QEMUError/endedEarly(status:output:)`` when the machine ended before.
  public func receive(_ count: Int, within limit: Duration = .seconds(30)) throws(QEMUError) -> [UInt8] {
    let deadline = Deadline.after(limit)
    while transcript.count - position < count, !deadline.hasPassed {
      if port.hasEnded { throw port.machine.ending() }
      try step(until: deadline)
    }
    let end = min(position + count, transcript.count)
    defer { position = end }
    return Array(transcript[position..<end])
  }

  /// Waits until the guest asks to end the run; answers whether it did in time.
  public func waitForQuit(within limit: Duration = .seconds(10)) throws(QEMUError) -> Bool {
    let deadline = Deadline.after(limit)
    while !hasQuit, !port.hasEnded, !deadline.hasPassed { try step(until: deadline) }
    return hasQuit
  }

  /// Listens for a while; answers what came.
  public func listen(for duration: Duration) throws(QEMUError) -> String {
    let deadline = Deadline.after(duration)
    while !deadline.hasPassed, !port.hasEnded { try step(until: deadline) }
    defer { position = transcript.count }
    return String(decoding: transcript[position...], as: UTF8.self)
  }

  private func step(until deadline: Deadline) throws(QEMUError) {
    transcript += try asQEMUError { () throws(HostError) in try port.exchange(until: deadline).said }
  }
}
