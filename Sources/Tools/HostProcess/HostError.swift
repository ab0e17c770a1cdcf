import Glibc

/// What went wrong between a tool and the machine it runs on.
public enum HostError: Error, Hashable, Sendable {
  /// A system call failed; `code` is its errno and `subject` what it was asked to work on.
  case callFailed(call: String, subject: String, code: Int32)
  /// No program of this name is on the search path.
  case programNotFound(String)
  /// The deadline passed while waiting for this.
  case deadlinePassed(waitingFor: String)
  /// The other end of a connection closed it.
  case connectionClosed(String)
  /// A path is longer than the `limit` bytes that a socket's address holds.
  case pathTooLong(String, limit: Int)

  static func failed(_ call: String, _ subject: String) -> HostError {
    .callFailed(call: call, subject: subject, code: errno)
  }
}

extension HostError: CustomStringConvertible {
  /// The error as a sentence for a person.
  public var description: String {
    switch self {
    case .callFailed(let call, let subject, let code):
      // Safety: strerror answers with a NUL-terminated string for every code, copied at once.
      "\(call) failed on `\(subject)`: \(unsafe String(cString: strerror(code)))"
    case .programNotFound(let name):
      "`\(name)` is not on the search path; fix: `dddk doctor` says which package holds it"
    case .deadlinePassed(let what):
      "time ran out while waiting for \(what)"
    case .connectionClosed(let what):
      "\(what) closed the connection"
    case .pathTooLong(let path, let limit):
      "the path `\(path)` is longer than the \(limit) bytes that a socket's address holds; "
        + "fix: set TMPDIR to a shorter folder"
    }
  }
}
