import Diagnostics
import DriverSpec

extension RegisterReference {
  /// The names alone, as a located name has them in `value`.
  var value: String { name }
}

extension Interrupt.Cause {
  /// The fields that its conditions ask.
  var fields: [Located<String>] { conditions.map(\.field) }
}

extension Interrupt.Acknowledgement {
  /// The register that it reads or writes.
  var register: RegisterReference {
    switch self {
    case .pendingBits(let register), .write(let register, _), .read(let register): register
    case .set(let field): field.register
    }
  }
}

extension FieldBits {
  /// The bits in the words of messages: "bit 7", "bits 6:5", "bits 15:12 and 3:0".
  var written: String {
    guard ranges.count > 1 else { return ranges.first?.written ?? "no bits" }
    return "bits "
      + ranges.map { $0.high == $0.low ? "\($0.high)" : "\($0.high):\($0.low)" }.joined(separator: " and ")
  }
}

extension EnumeratedValue {
  /// Its number; 0 for `default`.
  var number: UInt64 { value ?? 0 }
}

extension RegisterReference {
  /// The reference as a located name, for messages.
  var located: Located<String> { Located(name, at: place) }
}
