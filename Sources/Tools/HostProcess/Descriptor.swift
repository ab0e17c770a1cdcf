import Glibc

/// An open file of the host; closed when its last owner lets go of it.
public final class Descriptor: Sendable {
  /// The kernel's number for it.
  public let number: Int32
  /// What it is connected to, for messages.
  public let name: String
  private let isOwned: Bool

  init(owning number: Int32, name: String) {
    self.number = number
    self.name = name
    isOwned = true
  }

  private init(borrowing number: Int32, name: String) {
    self.number = number
    self.name = name
    isOwned = false
  }

  deinit {
    if isOwned { close(number) }
  }

  /// What the person types or pipes in.
  public static let standardInput = Descriptor(borrowing: STDIN_FILENO, name: "standard input")
  /// Where results go.
  public static let standardOutput = Descriptor(borrowing: STDOUT_FILENO, name: "standard output")
  /// Where messages for a person go.
  public static let standardError = Descriptor(borrowing: STDERR_FILENO, name: "standard error")

  /// Opens a file for reading.
  public static func open(reading path: String) throws(HostError) -> Descriptor {
    // Safety: the path is bridged to a NUL-terminated string that lives through the call.
    let number = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw .failed("open", path) }
    return Descriptor(owning: number, name: path)
  }

  /// Opens a file, made if it is not there, to hold nothing but what is written now.
  public static func open(writing path: String) throws(HostError) -> Descriptor {
    // Safety: the path is bridged to a NUL-terminated string that lives through the call.
    let number = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw .failed("open", path) }
    return Descriptor(owning: number, name: path)
  }

  /// Opens a file, made if it is not there, for writing at its end.
  public static func open(appending path: String) throws(HostError) -> Descriptor {
    // Safety: the path is bridged to a NUL-terminated string that lives through the call.
    let number = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw .failed("open", path) }
    return Descriptor(owning: number, name: path)
  }

  /// A pipe: what is written to the second end is read from the first, which never blocks.
  public static func pipe() throws(HostError) -> (reading: Descriptor, writing: Descriptor) {
    var ends: [Int32] = [-1, -1]
    // Safety: pipe writes exactly the two elements that the array holds.
    guard unsafe Glibc.pipe(&ends) == 0 else { throw .failed("pipe", "two ends") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let reading = Descriptor(owning: ends[0], name: "a pipe")
    let writing = Descriptor(owning: ends[1], name: "a pipe")
    try reading.neverBlock()
    return (reading, writing)
  }

  func neverBlock() throws(HostError) {
    guard fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK) == 0 else {
      throw .failed("fcntl", name)
    }
  }

  /// Whether a person's terminal is at the other end.
  public var isTerminal: Bool { isatty(number) == 1 }

  /// What one read brought.
  public enum Received: Sendable {
    /// Bytes, at least one.
    case bytes([UInt8])
    /// Nothing for now.
    case nothingYet
    /// There will be no more.
    case ended
  }

  /// Reads what is there, at most `limit` bytes, without waiting if the descriptor does not block.
  public func receive(atMost limit: Int = 65536) throws(HostError) -> Received {
    var bytes = [UInt8](repeating: 0, count: limit)
    // Safety: read writes at most the array's own count of bytes into it.
    let count = unsafe read(number, &bytes, limit)
    if count > 0 {
      bytes.removeSubrange(count...)
      return .bytes(bytes)
    }
    if count == 0 { return .ended }
    switch errno {
    case EAGAIN, EINTR: return .nothingYet
    case ECONNRESET: return .ended
    default: throw .failed("read", name)
    }
  }

  /// Writes what the other end takes now; answers how many bytes that was.
  public func send(_ bytes: ArraySlice<UInt8>) throws(HostError) -> Int {
    // Safety: the buffer is valid for its own count through the call.
    let count = unsafe bytes.withUnsafeBytes { unsafe write(number, $0.baseAddress, $0.count) }
    if count >= 0 { return count }
    switch errno {
    case EAGAIN, EINTR: return 0
    case EPIPE, ECONNRESET: throw .connectionClosed(name)
    default: throw .failed("write", name)
    }
  }

  /// Writes all bytes, waiting for the other end as long as the deadline allows.
  public func sendAll(_ bytes: [UInt8], until deadline: Deadline = .never) throws(HostError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let ready = try Readiness.wait(for: [Readiness(self, .writable)], until: deadline)
      guard !ready[0].isEmpty else { throw .deadlinePassed(waitingFor: "\(name) to take bytes") }
      rest = rest.dropFirst(try send(rest))
    }
  }
}
