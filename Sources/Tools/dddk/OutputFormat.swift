import ArgumentParser
import FoundationEssentials

/// How a command says its results.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// For programs.
  case json
}

struct OutputOptions: ParsableArguments {
  @Option(name: .long, help: "How results are printed: text or json.")
  var format = OutputFormat.text
}

/// Prints a result for programs: keys in a fixed order, one value a line.
func printJSON(_ value: some Encodable) throws(CommandFailure) {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  guard let data = try? encoder.encode(value) else { throw CommandFailure("the result is no JSON") }
  print(String(decoding: data, as: UTF8.self))
}
