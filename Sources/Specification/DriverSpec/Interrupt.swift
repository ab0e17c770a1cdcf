public import Diagnostics

/// How the driver serves one interrupt line, or one message.
public struct Interrupt: Sendable, Equatable {
  /// The IRQ or MSI resource that it serves.
  public var resource: Located<String>
  /// The register that says which causes are pending (after the mask); `nil` where there is but one cause.
  public var status: RegisterReference?
  /// What holds while anything is pending; without it a set bit of a cause says so.
  public var pendingWhen: Located<FieldCondition>?
  /// How often to look again, at most, while something is pending.
  public var repeatLimit: Located<Int>?
  /// The register whose set bits let causes through, where there is one.
  public var mask: RegisterReference?
  /// How all pending causes are cleared, where the device does it in one place.
  public var acknowledge: Acknowledgement?
  /// In the order in which they are served.
  public var causes: [Cause]

  /// How the device is told that its interrupt was seen.
  public enum Acknowledgement: Sendable, Equatable {
    /// The pending bits are written to the register.
    case pendingBits(RegisterReference)
    /// A number is written.
    case write(RegisterReference, value: Located<UInt64>)
    /// The register is read.
    case read(RegisterReference)
    /// A field becomes 1, the others stay as they must.
    case set(FieldReference)
  }

  /// One reason for the interrupt.
  public struct Cause: Sendable, Equatable {
    /// The name by which class bindings speak of it.
    public var name: Located<String>
    /// Conditions on fields of the status register, of which one must hold.
    ///
    /// Without any the cause is always pending.
    public var conditions: [FieldCondition]
    /// The field that lets the cause through, where the mask's bits do not lie as those of the status.
    public var enable: FieldReference?
    /// How this cause is cleared, where it has a way of its own.
    public var acknowledge: Acknowledgement?
    /// The sequence that serves it, where the author's Swift does not: one without parameters whose steps cannot fail.
    public var sequence: Located<String>?

    /// Takes each part as it is.
    public init(
      name: Located<String>, conditions: [FieldCondition] = [], enable: FieldReference? = nil,
      acknowledge: Acknowledgement? = nil, sequence: Located<String>? = nil
    ) {
      self.name = name
      self.conditions = conditions
      self.enable = enable
      self.acknowledge = acknowledge
      self.sequence = sequence
    }
  }

  /// What a field of the status register must be.
  public struct FieldCondition: Sendable, Equatable {
    /// The field's name.
    public var field: Located<String>
    /// Equal or not.
    public var comparison: Sequence.Comparison
    /// A number, or the name of one of the field's values; `nil` stands for any bit set.
    public var value: Located<Bank.Value>?

    /// Takes each part as it is.
    public init(
      field: Located<String>, comparison: Sequence.Comparison = .equal, value: Located<Bank.Value>? = nil
    ) {
      self.field = field
      self.comparison = comparison
      self.value = value
    }
  }

  /// Takes each part as it is.
  public init(
    resource: Located<String>, status: RegisterReference? = nil,
    pendingWhen: Located<FieldCondition>? = nil, repeatLimit: Located<Int>? = nil,
    mask: RegisterReference? = nil, acknowledge: Acknowledgement? = nil, causes: [Cause] = []
  ) {
    self.resource = resource
    self.status = status
    self.pendingWhen = pendingWhen
    self.repeatLimit = repeatLimit
    self.mask = mask
    self.acknowledge = acknowledge
    self.causes = causes
  }
}
