import HostProcess

/// A machine's serial line as a console: bytes wait to be typed while the guest takes none, and what it says
/// is never lost meanwhile.
final class ConsolePort {
  let machine: VirtualMachine
  private let line: SerialLine
  private var outgoing: [UInt8] = []
  private var sent = 0
  private var request = QuitRequest()

  init(_ machine: VirtualMachine, line: Int = 0) {
    self.machine = machine
    self.line = machine.lines[line]
  }

  /// Whether the guest has asked to end the run.
  var hasQuit: Bool { request.hasCome }
  /// Whether the line is closed: the machine has ended.
  private(set) var hasEnded = false
  /// How many bytes the guest has not taken yet.
  var waitingCount: Int { outgoing.count - sent }

  /// Adds bytes to those that are typed as the guest takes them.
  func type(_ bytes: [UInt8]) {
    if sent == outgoing.count {
      outgoing = bytes
      sent = 0
    } else {
      outgoing += bytes
    }
  }

  /// Waits for one thing to happen on the line or on `others`, and does it.
  ///
  /// - Parameters:
  ///   - deadline: until when it waits.
  ///   - others: further descriptors to watch.
  /// - Returns: what the guest said, and what holds of `others`.
  /// - Throws: what the host refuses.
  func exchange(
    until deadline: Deadline, watching others: [Readiness] = []
  ) throws(HostError) -> (said: [UInt8], others: [Readiness.Events]) {
    let socket = line.socket
    let wanted: Readiness.Events = waitingCount > 0 ? [.readable, .writable] : .readable
    let ready = try Readiness.wait(for: [Readiness(socket, wanted)] + others, until: deadline)
    var said: [UInt8] = []
    do {
      if ready[0].contains(.writable) {
        sent += try socket.send(outgoing[sent..<min(outgoing.count, sent + 65536)])
      }
      if !ready[0].isDisjoint(with: [.readable, .hungUp]) {
        switch try socket.receive() {
        case .bytes(let bytes): said = request.filter(bytes)
        case .ended: hasEnded = true
        case .nothingYet: break
        }
      }
    } catch HostError.connectionClosed {
      hasEnded = true
    }
    return (said, Array(ready.dropFirst()))
  }
}
