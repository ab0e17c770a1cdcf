import Diagnostics
import DriverSpec

extension SerialBinding {
  /// What a field of the binding is for.
  enum Role: String {
    case transmitData = "`transmit` data"
    case blockedWhen = "`blocked-when`"
    case transmitEnable = "`transmit` enable"
    case receiveData = "`receive` data"
    case emptyWhen = "`empty-when`"
    case receiveEnable = "`receive` enable"
    case error = "line error"

    /// Whether the driver reads it.
    var isRead: Bool { self != .transmitData }
    /// Whether the driver writes it.
    var isWritten: Bool { self == .transmitData || self == .transmitEnable || self == .receiveEnable }
    /// Whether it is a flag and no character.
    var isFlag: Bool { self != .transmitData && self != .receiveData }
  }

  /// Every field that the binding names, in the order of the model.
  var references: [(role: Role, field: FieldReference)] {
    [(.transmitData, transmit.data), (.blockedWhen, transmit.blockedWhen.field)]
      + transmit.enable.map { (.transmitEnable, $0) }
      + [(.receiveData, receive.data), (.emptyWhen, receive.emptyWhen.field)]
      + receive.enable.map { (.receiveEnable, $0) }
      + errors.map { (.error, $0.field) }
  }
}

extension FieldReference {
  /// `REGISTER.FIELD`.
  var written: String { "\(register.value).\(field.value)" }
}
