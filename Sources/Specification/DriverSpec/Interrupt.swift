public import Diagnostics

/// How the driver serves one interrupt line.
public struct Interrupt: Sendable, Equatable {
  /// The IRQ resource that it serves.
  public var resource: Located<String>
  /// The register that says which causes are pending (after the mask).
  public var status: Located<String>
  /// The register whose set bits let causes through, where there is one.
  public var mask: Located<String>?
  /// The register that clears a cause by writing its bit, where there is one.
  public var acknowledge: Located<String>?
  /// In the order in which they are served.
  public var causes: [Cause]

  /// One reason for the interrupt.
  public struct Cause: Sendable, Equatable {
    /// The name by which class bindings speak of it.
    public var name: Located<String>
    /// Fields of the status register: one of them set is the cause.
    public var fields: [Located<String>]

    /// Takes each part as it is.
    public init(name: Located<String>, fields: [Located<String>] = []) {
      self.name = name
      self.fields = fields
    }
  }

  /// Takes each part as it is.
  public init(
    resource: Located<String>, status: Located<String>, mask: Located<String>? = nil,
    acknowledge: Located<String>? = nil, causes: [Cause] = []
  ) {
    self.resource = resource
    self.status = status
    self.mask = mask
    self.acknowledge = acknowledge
    self.causes = causes
  }
}
