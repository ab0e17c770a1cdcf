/// What stopped a thread until somebody replies for it.
///
/// Corresponds to `seL4_Fault_t`.
struct Fault {
  /// The number is the label of the message to the handler.
  ///
  /// Zeroed memory holds `none`.
  enum Kind: UInt8 {
    case none = 0
    case capability = 1
    case unknownSystemCall = 2
    case userException = 3
    case virtualMemory = 5
  }
  var kind: Kind
  /// The capability fault happened while receiving, the memory fault while fetching an instruction.
  var flag: Bool = false
  /// The address, or the number of the system call or exception.
  var value: UInt = 0
  /// The fault status or the exception's code.
  var code: UInt = 0

  static var none: Fault { Fault(kind: .none) }

  static func capability(address: UInt, receiving: Bool) -> Fault {
    Fault(kind: .capability, flag: receiving, value: address)
  }
}
