public import Diagnostics

/// What the spec cannot say: a requirement that the author's Swift fulfils and the compiler checks.
public struct Hook: Sendable, Equatable {
  /// The name by which steps speak of it.
  public var name: Located<String>
  /// One line that says what the author's Swift must do.
  public var summary: Located<String>?

  /// Takes each part as it is.
  public init(name: Located<String>, summary: Located<String>? = nil) {
    self.name = name
    self.summary = summary
  }
}
