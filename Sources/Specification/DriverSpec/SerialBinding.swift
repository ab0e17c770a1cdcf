public import Diagnostics

/// How a device does what the serial class promises.
public struct SerialBinding: Sendable, Equatable {
  /// How a byte goes out.
  public var transmit: Transmit
  /// How a byte comes in.
  public var receive: Receive
  /// Flags in the received word, or elsewhere, that count as line errors.
  public var errors: [LineErrorBinding]

  /// How a byte goes out.
  public struct Transmit: Sendable, Equatable {
    /// The field that takes a byte.
    public var data: FieldReference
    /// What holds while the device takes no byte.
    public var blockedWhen: Flag
    /// The cause that says there is room again.
    public var cause: Located<String>
    /// The mask bits that let the cause through.
    public var enable: [FieldReference]

    /// Takes each part as it is.
    public init(
      data: FieldReference, blockedWhen: Flag, cause: Located<String>, enable: [FieldReference] = []
    ) {
      self.data = data
      self.blockedWhen = blockedWhen
      self.cause = cause
      self.enable = enable
    }
  }

  /// How a byte comes in.
  public struct Receive: Sendable, Equatable {
    /// The field that gives a byte.
    public var data: FieldReference
    /// What holds while there is no byte.
    public var emptyWhen: Flag
    /// The cause that says there are bytes.
    public var cause: Located<String>
    /// The mask bits that let the cause through.
    public var enable: [FieldReference]

    /// Takes each part as it is.
    public init(
      data: FieldReference, emptyWhen: Flag, cause: Located<String>, enable: [FieldReference] = []
    ) {
      self.data = data
      self.emptyWhen = emptyWhen
      self.cause = cause
      self.enable = enable
    }
  }

  /// A field of one bit, and what it is while the flag holds: `FR.TXFF`, or `LSR.THRE == 0`.
  public struct Flag: Sendable, Hashable {
    /// The field.
    public var field: FieldReference
    /// Whether the flag holds while the field is 1.
    public var isSet: Bool

    /// Takes each part as it is.
    public init(field: FieldReference, isSet: Bool = true) {
      self.field = field
      self.isSet = isSet
    }
  }

  /// One kind of line error and the field that is 1 when it happened.
  public struct LineErrorBinding: Sendable, Equatable {
    /// The kind of error.
    public var kind: Located<LineError>
    /// The field that is 1 when it happened.
    public var field: FieldReference

    /// Takes each part as it is.
    public init(kind: Located<LineError>, field: FieldReference) {
      self.kind = kind
      self.field = field
    }
  }

  /// The kinds of line error that the serial class counts.
  public enum LineError: String, Sendable, CaseIterable {
    case framing, parity
    case `break` = "break"
    case overrun
  }

  /// Takes each part as it is.
  public init(transmit: Transmit, receive: Receive, errors: [LineErrorBinding] = []) {
    self.transmit = transmit
    self.receive = receive
    self.errors = errors
  }
}
