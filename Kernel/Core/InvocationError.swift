/// Why an invocation changed nothing, with the evidence that the caller is told.
///
/// Corresponds to `seL4_Error`.
enum InvocationError: Error, Equatable {
  /// The message's word of this number makes no sense.
  case invalidArgument(UInt)
  /// The capability of this number (0 the invoked one, 1 and on the message's) is of the wrong kind or lacks a right.
  case invalidCapability(UInt)
  case illegalOperation
  case range(minimum: UInt, maximum: UInt)
  case alignment
  /// A slot was not found; `source` tells a copy's source from its destination.
  case failedLookup(source: Bool, LookupFailure)
  case truncatedMessage
  case deleteFirst
  case revokeFirst
  case notEnoughMemory(left: UInt)
  /// Nothing is wrong: an interrupt waits, the work so far stands, and the call runs again from its start.
  case preempted

  /// The label of the reply that tells the caller.
  var label: UInt {
    switch self {
    case .invalidArgument: 1
    case .invalidCapability: 2
    case .illegalOperation: 3
    case .range: 4
    case .alignment: 5
    case .failedLookup: 6
    case .truncatedMessage: 7
    case .deleteFirst: 8
    case .revokeFirst: 9
    case .notEnoughMemory: 10
    case .preempted: 0
    }
  }
}
