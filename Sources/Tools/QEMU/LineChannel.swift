import HostProcess

/// A connection on which both ends speak in lines.
struct LineChannel: ~Copyable {
  /// The longest line that is accepted; the largest answers are a few hundred kilobytes.
  static let longestLine = 16 << 20
  private let socket: Descriptor
  private var buffered: [UInt8] = []
  private var start = 0
  private var searched = 0

  init(_ socket: Descriptor) { self.socket = socket }

  /// Sends text as it is; each line in it ends with a newline.
  borrowing func send(_ text: String, until deadline: Deadline) throws(QEMUError) {
    try asQEMUError { () throws(HostError) in try socket.sendAll(Array(text.utf8), until: deadline) }
  }

  /// The next line without its end, or nil when none came by the deadline.
  mutating func receiveLine(until deadline: Deadline) throws(QEMUError) -> String? {
    while true {
      if let line = bufferedLine() { return line }
      let socket = self.socket
      let received = try asQEMUError { () throws(HostError) in
        let ready = try Readiness.wait(for: [Readiness(socket, .readable)], until: deadline)
        return ready[0].isEmpty ? .nothingYet : try socket.receive()
      }
      switch received {
      case .bytes(let bytes): buffered += bytes
      case .ended: throw .host(.connectionClosed(socket.name))
      case .nothingYet: if deadline.hasPassed { return nil }
      }
      guard buffered.count <= Self.longestLine else {
        throw .unexpectedReply(command: socket.name, reply: "a line of \(buffered.count) bytes")
      }
    }
  }

  private mutating func bufferedLine() -> String? {
    guard let end = buffered[searched...].firstIndex(of: 10) else {
      buffered.removeFirst(start)
      start = 0
      searched = buffered.count
      return nil
    }
    let line = String(decoding: buffered[start..<end], as: UTF8.self)
    start = end + 1
    searched = start
    return line.hasSuffix("\r") ? String(line.dropLast()) : line
  }
}
