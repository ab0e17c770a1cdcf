import FoundationEssentials
import HostProcess
import Synchronization

/// The QEMU Machine Protocol: commands to a running QEMU, as JSON in lines.
///
/// Source: QEMU, docs/interop/qmp-spec.
public final class QMPClient: Sendable {
  private struct State: ~Copyable {
    var channel: LineChannel
    var events: [String] = []
  }

  /// How many events are kept until somebody asks for them; the oldest go first.
  static let eventLimit = 1024

  private let state: Mutex<State>

  /// Greets QEMU at the other end of `socket`.
  init(_ socket: Descriptor, until deadline: Deadline) throws(QEMUError) {
    var channel = LineChannel(socket)
    guard let greeting = try channel.receiveLine(until: deadline) else {
      throw .host(.deadlinePassed(waitingFor: "QEMU's greeting"))
    }
    guard try Self.decode(greeting, answering: "connect")["QMP"] != nil else {
      throw .unexpectedReply(command: "connect", reply: greeting)
    }
    state = Mutex(State(channel: channel))
    try execute("qmp_capabilities")
  }

  /// Executes one command; answers its `return` value.
  @discardableResult
  public func execute(
    _ command: String, _ arguments: [String: JSONValue] = [:], within limit: Duration = .seconds(20)
  ) throws(QEMUError) -> JSONValue {
    let deadline = Deadline.after(limit)
    let request = JSONValue.object(["execute": .string(command), "arguments": .object(arguments)])
    guard let encoded = try? JSONEncoder().encode(request) else {
      throw .unexpectedReply(command: command, reply: "arguments that are no JSON")
    }
    return try state.withLock { state throws(QEMUError) in
      try state.channel.send(String(decoding: encoded, as: UTF8.self) + "\n", until: deadline)
      while let line = try state.channel.receiveLine(until: deadline) {
        let reply = try Self.decode(line, answering: command)
        if let value = reply["return"] { return value }
        if let error = reply["error"] {
          throw .refused(command: command, reply: error["desc"]?.text ?? line)
        }
        guard let event = reply["event"]?.text else {
          throw .unexpectedReply(command: command, reply: line)
        }
        if state.events.count == Self.eventLimit { state.events.removeFirst() }
        state.events.append(event)
      }
      throw .host(.deadlinePassed(waitingFor: "QEMU's answer to `\(command)`"))
    }
  }

  /// The names of the events since they were last taken, such as `WATCHDOG`, in order.
  public func takeEvents() throws(QEMUError) -> [String] {
    // Events come before the answer to any later command.
    try execute("query-name")
    return state.withLock { state in
      defer { state.events = [] }
      return state.events
    }
  }

  /// Executes a command of the monitor for people; answers its text.
  public func humanMonitor(_ command: String) throws(QEMUError) -> String {
    let value = try execute("human-monitor-command", ["command-line": .string(command)])
    return value.text ?? ""
  }

  /// The paths of all objects of a type, such as `arm_gic`, in QEMU's object tree.
  public func objectPaths(ofType type: String) throws(QEMUError) -> [String] {
    var path: [Substring] = []
    var found: [String] = []
    for line in try humanMonitor("info qom-tree").split(whereSeparator: \.isNewline) {
      let depth = line.prefix { $0 == " " }.count / 2
      let entry = line.drop { $0 == " " }
      guard let bracket = entry.lastIndex(of: "("), entry.hasSuffix(")") else { continue }
      let name = entry[..<bracket].drop { $0 == "/" }.prefix { $0 != " " }
      path.removeSubrange(min(depth, path.count)...)
      path.append(name)
      if entry[entry.index(after: bracket)...].dropLast() == type {
        found.append("/" + path.joined(separator: "/"))
      }
    }
    return found
  }

  /// Asks QEMU to end; that it has gone before it answered is an answer too.
  public func quit() throws(QEMUError) {
    do { try execute("quit") } catch .host(.connectionClosed) {}
  }

  private static func decode(_ line: String, answering command: String) throws(QEMUError) -> JSONValue {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(line.utf8)) else {
      throw .unexpectedReply(command: command, reply: line)
    }
    return value
  }
}
