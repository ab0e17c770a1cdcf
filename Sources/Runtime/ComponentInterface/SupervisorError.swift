/// Why the supervisor refuses a request: the label of its reply.
///
/// A reply that grants a request has label 0.
public enum SupervisorError: UInt, Error, Sendable {
  /// The label is no request's.
  case unknownRequest = 1
  /// The component's manifest entry does not name this request.
  case notPermitted = 2
  /// The message is too short or holds a value out of range.
  case malformed = 3
  /// No component has this number, or the index is past the last.
  case noSuchIndex = 4
  /// The component is not in a state in which this can be done: `start` of one that runs, `crash` of one that
  /// does not.
  case wrongState = 5
  /// The board has no device for it.
  case notSupported = 6
}
