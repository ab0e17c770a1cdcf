/// One thing that a file gets wrong, where, and what mends it.
public struct Diagnostic: Sendable, Equatable {
  /// The stable kind.
  public var code: DiagnosticCode
  /// Whether the file is refused.
  public var severity: Severity
  /// What is wrong, the value and the limit: lower case, names in backticks, no full stop.
  public var message: String
  /// What it points at.
  public var place: SourcePlace
  /// Places that have to do with it.
  public var notes: [Note]
  /// What the author can do.
  public var fix: String?

  /// How much it matters.
  public enum Severity: String, Sendable {
    /// The file is refused.
    case error
    /// The file is accepted and probably not meant so.
    case warning
  }

  /// A related place and why it matters.
  public struct Note: Sendable, Equatable {
    /// What is there.
    public var message: String
    /// Where.
    public var place: SourcePlace

    /// Takes each part as it is.
    public init(_ message: String, at place: SourcePlace) {
      self.message = message
      self.place = place
    }
  }

  /// Takes each part as it is.
  public init(
    _ code: DiagnosticCode, severity: Severity = .error, _ message: String, at place: SourcePlace,
    notes: [Note] = [], fix: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.place = place
    self.notes = notes
    self.fix = fix
  }
}
