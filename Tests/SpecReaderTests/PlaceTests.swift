import Diagnostics
import DriverSpec
import Testing

@testable import SpecReader

/// Every value knows where it stands, in characters.
@Suite struct PlaceTests {
  private func tree(_ text: String) throws -> YAMLNode {
    let collector = DiagnosticCollector()
    let node = YAMLReader.read(Array(text.utf8), into: collector)
    #expect(collector.diagnostics == [])
    return try #require(node)
  }

  /// The text that a place covers.
  private func covered(_ place: SourcePlace, in text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard place.line >= 1, place.line <= lines.count else { return "line \(place.line)" }
    let line = Array(lines[place.line - 1].unicodeScalars)
    guard place.column >= 1, place.column - 1 + place.length <= line.count + 1 else { return "\(place)" }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: line[(place.column - 1)..<min(line.count, place.column - 1 + place.length)])
    return String(result)
  }

  private func scalars(_ node: YAMLNode) -> [(text: String, place: SourcePlace)] {
    switch node.content {
    case .scalar(let scalar): [(scalar.text, node.place)]
    case .sequence(let items): items.flatMap(scalars)
    case .mapping(let entries): entries.flatMap { [($0.key.value, $0.key.place)] + scalars($0.value) }
    case .unreadable: []
    }
  }

  @Test func scalarsAndKeysCoverTheirText() throws {
    let text = """
      # a comment
      plain: one
      "quoted": 'two'
      ünïcödé: {a: drei, b: [vier, "fünf"]}
      list:
        - sechs
        -   sieben

      """
    let expected = [
      "plain", "one", "\"quoted\"", "'two'", "ünïcödé", "a", "drei", "b", "vier", "\"fünf\"", "list", "sechs",
      "sieben",
    ]
    #expect(scalars(try tree(text)).map { covered($0.place, in: text) } == expected)
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(scalars(try tree(windows)).map(\.place) == scalars(try tree(text)).map(\.place))
    #expect(scalars(try tree("\u{feff}" + text)).map(\.place) == scalars(try tree(text)).map(\.place))
  }

  @Test func emptyValuesStandBehindTheirKey() throws {
    let places = scalars(try tree("a:\nb: \nc: {d: , e: f}\n")).map(\.place)
    #expect(places[1] == SourcePlace(line: 1, column: 3))
    #expect(places[3].line == 2)
    #expect(places[6].line == 3)
  }

  @Test(arguments: ["---", "a:\n  {b: 1", "- [", "a: |", "\u{feff}---", "ü: \"", "--- # x", "a:\r- {"])
  func theEndOfAFileIsWhereItsTextEnds(_ text: String) {
    let collector = DiagnosticCollector()
    _ = SpecReader.read(Array(text.utf8), into: collector)
    let source = SourceText(path: "x", bytes: Array(text.utf8))
    #expect(collector.hasErrors)
    for diagnostic in collector.diagnostics {
      let line = source.line(diagnostic.place.line)
      #expect(line.map { diagnostic.place.column <= $0.unicodeScalars.count + 1 } == true, "\(diagnostic)")
    }
  }

  /// The characters of a scalar that are found again where it says that they stand.
  private func characterPlaces(_ yaml: String) throws -> String {
    guard case .mapping(let entries) = try tree(yaml).content,
      case .scalar(let scalar)? = entries.first?.value.content
    else { return "no scalar" }
    let places = scalar.characterPlaces()
    var text = ""
    for index in scalar.text.unicodeScalars.indices.enumerated().map(\.offset) {
      text += covered(places.place(from: index, to: index + 1), in: yaml)
    }
    return text
  }

  @Test func charactersAreFoundInEveryStyle() throws {
    #expect(try characterPlaces("k: CR = 0x10\n") == "CR = 0x10")
    #expect(try characterPlaces("k:   \"CR = 0\"\n") == "CR = 0")
    #expect(try characterPlaces("k: 'it''s ü'\n") == "it's ü")
    #expect(try characterPlaces("k: \"a\\x41b\\u00e9c\\td\"\n") == "a\\b\\c\\d")
    #expect(try characterPlaces("k: let a =\n  b + c\n  * d\n").filter { $0 != " " } == "leta=b+c*d")
    #expect(try characterPlaces("k: \"let a =\n  b \\\n  + c\"\n").filter { $0 != " " } == "leta=b+c")
    #expect(try characterPlaces("k: |\n  CR = 0\n  DR = 1\n").filter { $0 != " " } == "CR=0DR=1")
    #expect(try characterPlaces("k: >-\n  CR\n  = 0\n").filter { $0 != " " } == "CR=0")
  }

  @Test(arguments: [
    ("CTRL.ENABLE = 1", 9), ("\"CTRL.ENABLE = 1\"", 10), ("'CTRL.ENABLE = 1'", 10),
    ("CTRL\n    .ENABLE = 1", 6),
    (">\n      CTRL.ENABLE = 1", 12), ("|-\n      CTRL.ENABLE = 1", 12),
  ]) func namesInStepsAreWhereTheyStand(_ step: (text: String, column: Int)) throws {
    let text = "k:\n- \(step.text)\n"
    guard case .mapping(let entries) = try tree(text).content,
      case .sequence(let items) = entries[0].value.content,
      case .scalar(let scalar)? = items.first?.content
    else {
      Issue.record("no step")
      return
    }
    guard case .modify(_, let fields) = try StepParser.step(scalar).value else {
      Issue.record("no modification")
      return
    }
    #expect(covered(fields[0].field.place, in: text) == "ENABLE")
  }

  @Test func diagnosticsPointIntoQuotedSteps() {
    let text = "dddk: 1\nsequences:\n  s: [\"CR = \\x31 +\", 'CR = 1 ,']\n"
    let collector = DiagnosticCollector()
    _ = SpecReader.read(Array(text.utf8), into: collector)
    let places = collector.diagnostics.filter { $0.code == .stepSyntax }.map(\.place)
    #expect(places == [SourcePlace(line: 3, column: 19), SourcePlace(line: 3, column: 30)])
  }
}
