/// Takes every diagnostic of a file and hands them out in source order.
///
/// A class, since many small readers and rules of one file write to it in turn; it never leaves its thread.
public final class DiagnosticCollector {
  /// The most diagnostics of one file that are kept; the rest are only counted.
  public static let maximumCount = 200

  private var kept: [Diagnostic] = []
  /// How many more there were than are kept.
  public private(set) var omittedCount = 0
  /// Whether the file is refused.
  public private(set) var hasErrors = false

  /// Makes an empty one.
  public init() {}

  /// Takes a diagnostic.
  ///
  /// It is only made while that can still change the outcome, so that a file of a million mistakes costs little.
  public func add(_ diagnostic: @autoclosure () -> Diagnostic) {
    if kept.count >= Self.maximumCount {
      omittedCount += 1
      if hasErrors { return }
    }
    let made = diagnostic()
    if made.severity == .error { hasErrors = true }
    if kept.count < Self.maximumCount, !kept.contains(made) { kept.append(made) }
  }

  /// All of them, in source order; those of one place in the order in which they came.
  public var diagnostics: [Diagnostic] {
    kept.enumerated().sorted { left, right in
      left.element.place.start == right.element.place.start
        ? left.offset < right.offset : left.element.place.start < right.element.place.start
    }.map(\.element)
  }
}

extension SourcePlace {
  fileprivate var start: SourcePlace { SourcePlace(line: line, column: column) }
}
