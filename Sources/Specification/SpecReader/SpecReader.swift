public import Diagnostics
public import DriverSpec

/// A driver spec as far as it could be read.
public struct ReadDriverSpec: Sendable {
  /// The spec; `nil` where the file is no mapping at all.
  public var spec: DriverSpec?
  /// What the file declares and `spec` does not hold, so that rules do not call it missing.
  public var unread: UnreadParts
}

/// Reads driver specs.
public enum SpecReader {
  /// Reads a driver spec and tells every mistake in how it is written.
  ///
  /// Never traps, whatever the bytes. What the spec says is judged by SpecRules, which takes an incomplete spec too: both
  /// together tell all mistakes of a file in one go.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - collector: takes what is wrong.
  /// - Returns: what could be read.
  public static func read(_ bytes: [UInt8], into collector: DiagnosticCollector) -> ReadDriverSpec {
    guard let root = YAMLReader.read(bytes, into: collector) else {
      return ReadDriverSpec(spec: nil, unread: UnreadParts())
    }
    var decoder = DriverSpecDecoder(into: collector)
    let spec = decoder.spec(root)
    return ReadDriverSpec(spec: spec, unread: decoder.unread)
  }
}
