/// What a file declares but could not be read, so that rules do not call it missing.
///
/// Reading goes on after a mistake, and rules judge what could be read: all mistakes of a file are told in one go. A
/// register whose offset is no number is not in the model; a step that names it is no second mistake.
public struct UnreadParts: Sendable, Equatable {
  /// Names of declared things that are not in the model, or only in part.
  public var names: Set<String>
  /// Top-level keys whose value is not in the model at all.
  public var sections: Set<String>

  /// Nothing is missing from the model unless said.
  public init(names: Set<String> = [], sections: Set<String> = []) {
    self.names = names
    self.sections = sections
  }

  /// Whether the model holds everything that the file says.
  public var isEmpty: Bool { names.isEmpty && sections.isEmpty }
}
