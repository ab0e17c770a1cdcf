public import Diagnostics

/// A register by its names from the top: `CR`, `CHANNEL[2].COUNT`, `TIMER[i]`.
public struct RegisterReference: Sendable, Hashable {
  /// From the outermost block to the register.
  public var path: [Element]

  /// One name, and which element of an array is meant.
  public struct Element: Sendable, Hashable {
    /// The manual's name.
    public var name: Located<String>
    /// Which element, where it is an array: a number, or a name of the sequence.
    public var index: Located<Expression>?

    /// Takes each part as it is.
    public init(name: Located<String>, index: Located<Expression>? = nil) {
      self.name = name
      self.index = index
    }
  }

  /// Takes each part as it is.
  public init(path: [Element]) { self.path = path }

  /// A register at the top that is no array.
  public init(_ name: Located<String>) { path = [Element(name: name)] }

  /// The names alone, the same for every element of an array: `CHANNEL.COUNT`.
  public var name: String { path.map(\.name.value).joined(separator: ".") }

  /// Where the reference begins.
  public var place: SourcePlace { path.first?.name.place ?? SourcePlace(line: 1, column: 1) }

  /// The indices, from the outermost array on.
  public var indices: [Located<Expression>] { path.compactMap(\.index) }
}

/// A field by its register: `FR.BUSY`, `CHANNEL[2].COUNT.VALUE`.
public struct FieldReference: Sendable, Hashable {
  /// The register.
  public var register: RegisterReference
  /// The field's name.
  public var field: Located<String>

  /// Takes each part as it is.
  public init(register: RegisterReference, field: Located<String>) {
    self.register = register
    self.field = field
  }

  /// The names alone: `FR.BUSY`.
  public var name: String { "\(register.name).\(field.value)" }
}
