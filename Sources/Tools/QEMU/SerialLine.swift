import HostProcess

/// The far end of a machine's serial line.
public final class SerialLine: Sendable {
  let socket: Descriptor

  init(_ socket: Descriptor) { self.socket = socket }

  /// Sends bytes to the machine; waits while it takes none.
  public func send(_ bytes: [UInt8], within limit: Duration = .seconds(5)) throws(QEMUError) {
    try asQEMUError { () throws(HostError) in try socket.sendAll(bytes, until: .after(limit)) }
  }

  /// Receives until `count` bytes are there; fewer when the time is over or the machine has ended.
  public func receive(_ count: Int, within limit: Duration = .seconds(2)) throws(QEMUError) -> [UInt8] {
    let deadline = Deadline.after(limit)
    var bytes: [UInt8] = []
    while bytes.count < count {
      let received = try asQEMUError { () throws(HostError) in
        let ready = try Readiness.wait(for: [Readiness(socket, .readable)], until: deadline)
        return ready[0].isEmpty ? .nothingYet : try socket.receive(atMost: count - bytes.count)
      }
      switch received {
      case .bytes(let more): bytes += more
      case .ended: return bytes
      case .nothingYet: if deadline.hasPassed { return bytes }
      }
    }
    return bytes
  }
}
