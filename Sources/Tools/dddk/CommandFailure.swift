/// Why a command could not do its job, and what the person can do.
struct CommandFailure: Error, CustomStringConvertible {
  let message: String
  let fix: String?

  init(_ message: String, fix: String? = nil) {
    self.message = message
    self.fix = fix
  }

  var description: String {
    guard let fix else { return message }
    return "\(message)\nfix: \(fix)"
  }
}
