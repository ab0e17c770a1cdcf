import Diagnostics

/// Why a file is not read as XML, and where.
public struct XMLProblem: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Fault: Sendable, Equatable {
    /// The parser's own words for what is no XML.
    case syntax(String)
    /// A document type declaration: it could define entities, and no description of a chip has one.
    case documentType
    /// The file has more bytes than is read.
    case tooLarge(bytes: Int)
    /// Elements inside elements, deeper than is read.
    case tooDeep
    /// More elements than are read.
    case tooManyElements
  }

  /// What is wrong.
  public var fault: Fault
  /// Where.
  public var line: Int
  /// In characters, from 1.
  public var column: Int
}

extension XMLProblem {
  /// The problem as it is told.
  public var diagnostic: Diagnostic {
    let place = SourcePlace(line: line, column: column)
    switch fault {
    case .syntax(let message):
      return Diagnostic(.xmlSyntax, "not well-formed XML: \(message)", at: place)
    case .documentType:
      return Diagnostic(
        .xmlFeature, "the file has a document type declaration (`<!DOCTYPE`), which could define entities",
        at: place, fix: "delete the declaration, and write what its entities stand for")
    case .tooLarge(let bytes):
      return Diagnostic(
        .fileTooLarge, "the file has \(bytes) bytes; the limit is \(XMLLimits.bytes)", at: place)
    case .tooDeep:
      return Diagnostic(
        .xmlTooLong, "elements inside elements, deeper than \(XMLLimits.depth)", at: place)
    case .tooManyElements:
      return Diagnostic(.xmlTooLong, "more than \(XMLLimits.elements) elements", at: place)
    }
  }
}

/// What bounds the reading of XML.
public enum XMLLimits {
  /// Bytes of a file: 64 MiB; the largest descriptions of chips have 10.
  public static let bytes = 64 << 20
  /// Elements inside elements; SVD needs about ten.
  public static let depth = 64
  /// Elements of a file.
  public static let elements = 2_000_000
  /// Attributes of a file.
  public static let attributes = 2_000_000
}
