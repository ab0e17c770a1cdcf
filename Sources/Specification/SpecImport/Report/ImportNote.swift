public import Diagnostics

/// Something of a file that a spec does not say as the file does, and why.
public struct ImportNote: Sendable, Equatable {
  /// What happened to it.
  public enum Kind: String, Sendable, CaseIterable {
    /// The spec language has no word for it.
    case notSaid = "not-said"
    /// The spec says it otherwise.
    case changed
    /// The file does not say it, and a spec must.
    case assumed
  }

  /// What happened to it.
  public var kind: Kind
  /// The item of the file: `UART0.UARTICR.OEIC`.
  public var item: String
  /// What it is about, and why.
  public var message: String
  /// Where the file says it.
  public var place: SourcePlace
}
