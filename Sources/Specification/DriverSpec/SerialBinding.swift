public import Diagnostics

/// How a device does what the serial class promises.
public struct SerialBinding: Sendable, Equatable {
  public var transmit: Transmit
  public var receive: Receive
  /// Flags in the received word, or elsewhere, that count as line errors.
  public var errors: [LineErrorBinding]

  public struct Transmit: Sendable, Equatable {
    /// The field that takes a byte.
    public var data: FieldReference
    /// The field that is 1 while the device takes no byte.
    public var blockedWhen: FieldReference
    /// The cause that says there is room again.
    public var cause: Located<String>
    /// The mask bits that let the cause through.
    public var enable: [FieldReference]
  }

  public struct Receive: Sendable, Equatable {
    public var data: FieldReference
    /// The field that is 1 while there is no byte.
    public var emptyWhen: FieldReference
    public var cause: Located<String>
    public var enable: [FieldReference]
  }

  /// One kind of line error and the field that is 1 when it happened.
  public struct LineErrorBinding: Sendable, Equatable {
    public var kind: Located<LineError>
    public var field: FieldReference
  }

  public enum LineError: String, Sendable, CaseIterable {
    case framing, parity
    case `break` = "break"
    case overrun
  }
}
