import Diagnostics
import DriverSpec

extension DriverSpecDecoder {
  /// The most steps of a sequence.
  static let maximumSteps = 1_000

  /// `start: [steps]`, or a mapping with `steps`.
  mutating func sequence(_ entry: YAMLEntry) -> Sequence? {
    var sequence = Sequence(name: entry.key)
    var steps = entry.value
    if case .mapping = entry.value.content {
      guard
        let mapping = MappingDecoder(
          entry.value, "sequence \(entry.key.value.quoted)", at: entry.key.place,
          keys: ["summary", "section", "steps"], decoder)
      else { return nil }
      sequence.summary = mapping.text("summary")
      sequence.section = mapping.text("section")
      guard let node = mapping.required("steps", example: "[CR = 0]") else { return nil }
      steps = node
    }
    guard let nodes = decoder.list(steps, entry.key.value) else { return nil }
    guard nodes.count <= Self.maximumSteps else {
      decoder.refuse(
        .stepSyntax, "\(entry.key.value.quoted) has \(nodes.count) steps; the limit is \(Self.maximumSteps)",
        at: entry.key.place)
      return nil
    }
    for node in nodes {
      if let step = step(node) {
        sequence.steps.append(step)
      } else {
        unread.names.insert(entry.key.value)
      }
    }
    return sequence
  }

  private mutating func step(_ node: YAMLNode) -> Located<Sequence.Step>? {
    if case .mapping(let entries) = node.content {
      decoder.refuse(
        .stepSyntax, "`: ` makes this step a mapping", at: entries.first?.key.place ?? node.place,
        fix: "write `=` between a field and its value: `LCR_H = {FEN = 1}`")
      return nil
    }
    guard let scalar = decoder.scalar(node, "a step", example: "CR = 0") else { return nil }
    do {
      return try StepParser.step(scalar)
    } catch {
      decoder.refuse(.stepSyntax, error.message, at: error.place, fix: error.fix)
      // What the step would have named is not missing elsewhere.
      let words = scalar.text.split(separator: " ", maxSplits: 2)
      if words.count > 1, words[0] == "let" || words[0] == "hook" { unread.names.insert(String(words[1])) }
      return nil
    }
  }
}
