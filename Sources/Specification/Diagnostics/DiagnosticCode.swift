/// The stable name of one kind of diagnostic, printed in brackets after its message.
///
/// This is the one list of codes. A code is never renamed or given another meaning; docs/diagnostics/CODE.md explains
/// each, and a bad spec in the tests shows each.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  // Files and YAML.
  case fileTooLarge = "file-too-large"
  case notUTF8 = "not-utf8"
  case forbiddenCharacter = "forbidden-character"
  case yamlSyntax = "yaml-syntax"
  case yamlFeature = "yaml-feature"
  case yamlTooDeep = "yaml-too-deep"
  case yamlTooLong = "yaml-too-long"
  case duplicateKey = "duplicate-key"

  // Shapes and values, of driver specs and system files alike.
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongShape = "wrong-shape"
  case badNumber = "bad-number"
  case badRange = "bad-range"
  case unknownChoice = "unknown-choice"
  case unsupportedVersion = "unsupported-version"

  // Driver specs: how they are written.
  case badBits = "bad-bits"
  case badReference = "bad-reference"
  case badResource = "bad-resource"
  case stepSyntax = "step-syntax"

  /// Who refuses, and so who tests it.
  public enum Area: Sendable { case yaml, driver, system }

  /// Who refuses with this code.
  public var area: Area {
    switch self {
    case .fileTooLarge, .notUTF8, .forbiddenCharacter, .yamlSyntax, .yamlFeature, .yamlTooDeep, .yamlTooLong,
      .duplicateKey:
      .yaml
    default: .driver
    }
  }
}
