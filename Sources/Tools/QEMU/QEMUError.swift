import HostProcess

/// What went wrong between a tool and QEMU.
public enum QEMUError: Error, Hashable, Sendable {
  /// The host refused something, or time ran out.
  case host(HostError)
  /// QEMU ended before it was told to; `output` is what it said.
  case endedEarly(status: String, output: String)
  /// QEMU answered a command with an error.
  case refused(command: String, reply: String)
  /// QEMU said something that its protocol does not allow here.
  case unexpectedReply(command: String, reply: String)
  /// The QEMU of this machine is older than the oldest that the kit was tried with.
  case tooOld(program: String, found: EmulatorVersion, oldest: EmulatorVersion)
  /// The text did not come within the time; `transcript` is what the guest had said.
  case textMissing(String, transcript: String)
}

extension QEMUError: CustomStringConvertible {
  /// The error as a sentence for a person.
  public var description: String {
    switch self {
    case .host(let error): "\(error)"
    case .endedEarly(let status, let output):
      "QEMU ended early (\(status))" + (output.isEmpty ? "" : ": \(output)")
    case .refused(let command, let reply): "QEMU refused `\(command)`: \(reply)"
    case .unexpectedReply(let command, let reply): "QEMU answered `\(command)` with `\(reply)`"
    case .tooOld(let program, let found, let oldest):
      "`\(program)` is version \(found), and the kit needs \(oldest) or later; "
        + "fix: install a newer one, or put it first on the search path"
    case .textMissing(let text, let transcript):
      "`\(text)` did not come; the guest said:\n\(transcript)"
    }
  }
}

/// Runs `body` and tells the host's errors as QEMU's.
func asQEMUError<Result>(_ body: () throws(HostError) -> Result) throws(QEMUError) -> Result {
  do { return try body() } catch { throw .host(error) }
}
