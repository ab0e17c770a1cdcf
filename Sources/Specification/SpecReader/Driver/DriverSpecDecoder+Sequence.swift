import Diagnostics
import DriverSpec

extension DriverSpecDecoder {
  /// The most steps of a sequence, those inside others counted.
  static let maximumSteps = 1_000

  /// `start: [steps]`, or a mapping with `steps`.
  mutating func sequence(_ entry: YAMLEntry) -> Sequence? {
    var sequence = Sequence(name: entry.key)
    var steps = entry.value
    var isWhole = true
    if case .mapping = entry.value.content {
      guard
        let mapping = MappingDecoder(
          entry.value, "sequence \(entry.key.value.quoted)", at: entry.key.place, SpecShapes.sequence, decoder
        )
      else { return nil }
      sequence.summary = mapping.text("summary")
      sequence.section = mapping.text("section")
      if let node = mapping["parameters"] {
        let parameters = parameters(node)
        if parameters == nil { isWhole = false }
        sequence.parameters = parameters ?? []
      }
      sequence.waivers = waivers(mapping)
      guard let node = mapping.required("steps", example: "[CR = 0]") else { return nil }
      steps = node
    }
    guard let nodes = decoder.list(steps, entry.key.value) else { return nil }
    let count = Self.count(nodes)
    guard count <= Self.maximumSteps else {
      decoder.refuse(
        .stepSyntax, "\(entry.key.value.quoted) has \(count) steps; the limit is \(Self.maximumSteps)",
        at: entry.key.place)
      return nil
    }
    sequence.steps = read(nodes, &isWhole)
    if !isWhole { unread.names.insert(entry.key.value) }
    return sequence
  }

  /// `[divisor]`, or `{divisor: 1...65535}`.
  private mutating func parameters(_ node: YAMLNode) -> [SequenceParameter]? {
    if case .mapping(let entries) = node.content {
      var parameters: [SequenceParameter] = []
      for entry in entries {
        if case .scalar(let scalar) = entry.value.content, scalar.isEmpty {
          parameters.append(SequenceParameter(name: entry.key))
        } else if let range = decoder.range(entry.value, entry.key.value) {
          parameters.append(SequenceParameter(name: entry.key, range: range))
        } else {
          unread.names.insert(entry.key.value)
        }
      }
      return parameters.count == entries.count ? parameters : nil
    }
    if case .sequence(let items) = node.content, items.isEmpty { return [] }
    guard let items = decoder.oneOrMore(node, "parameters") else { return nil }
    let names = items.compactMap { decoder.text($0, "parameters") }
    return names.count == items.count ? names.map { SequenceParameter(name: $0) } : nil
  }

  // MARK: Steps

  private static func count(_ nodes: [YAMLNode]) -> Int {
    nodes.reduce(nodes.count) { sum, node in
      guard case .mapping(let entries) = node.content else { return sum }
      return entries.reduce(sum) { sum, entry in
        if case .sequence(let inner) = entry.value.content { sum + count(inner) } else { sum }
      }
    }
  }

  private mutating func read(_ nodes: [YAMLNode], _ isWhole: inout Bool) -> [Located<Sequence.Step>] {
    var steps: [Located<Sequence.Step>] = []
    steps.reserveCapacity(nodes.count)
    for node in nodes {
      if let step = step(node, &isWhole) { steps.append(step) } else { isWhole = false }
    }
    return steps
  }

  private mutating func step(_ node: YAMLNode, _ isWhole: inout Bool) -> Located<Sequence.Step>? {
    if case .mapping(let entries) = node.content { return step(entries, node.place, &isWhole) }
    guard let scalar = decoder.scalar(node, "a step", example: "CR = 0") else { return nil }
    do {
      return try StepParser.step(scalar, declared)
    } catch {
      refuse(error, scalar.text)
      return nil
    }
  }

  private mutating func refuse(_ failure: StepParser.Failure, _ text: String) {
    decoder.refuse(.stepSyntax, failure.message, at: failure.place, fix: failure.fix)
    // What the step would have named is not missing elsewhere.
    let words = text.split(separator: " ", maxSplits: 2)
    if words.count > 1, words[0] == "let" || words[0] == "hook" || words[0] == "do" {
      unread.names.insert(String(words[1].prefix { $0 != "(" }))
    }
  }

  // MARK: Steps with steps below them

  /// `if FR.BUSY == 1: [steps]` with `else: [steps]`, `repeat 8 as i: [steps]`, `while …: [steps]`.
  private mutating func step(
    _ entries: [YAMLEntry], _ place: SourcePlace, _ isWhole: inout Bool
  ) -> Located<Sequence.Step>? {
    guard let entry = entries.first else {
      decoder.refuse(.stepSyntax, "the braces hold no step", at: place, fix: "delete them")
      return nil
    }
    let head: StepParser.Head?
    do {
      head = try StepParser.head(entry.keyScalar, declared)
    } catch {
      refuse(error, entry.key.value)
      // The name of the rounds is not missing below.
      if let name = entry.key.value.split(separator: " ").last { unread.names.insert(String(name)) }
      _ = steps(below: entry, &isWhole)
      return nil
    }
    guard let head else {
      refuseMapping(entry)
      return nil
    }
    let steps = steps(below: entry, &isWhole)
    var otherwise: [Located<Sequence.Step>]? = []
    for extra in entries.dropFirst() {
      if case .branch = head, extra.key.value == "else" {
        otherwise = self.steps(below: extra, &isWhole)
      } else {
        decoder.refuse(
          .stepSyntax, "\(extra.key.value.quoted) is a step of its own, or no step", at: extra.key.place,
          fix: extra.key.value == "else"
            ? "`else` belongs to an `if`" : "put `- ` before it, below the `-` above")
        otherwise = nil
      }
    }
    guard let steps, let otherwise else { return nil }
    let step: Sequence.Step
    switch head {
    case .branch(let condition): step = .branch(condition, then: steps, otherwise: otherwise)
    case .loop(let count, let name): step = .loop(count: count, name: name, steps: steps)
    case .whileLoop(let condition, let limit): step = .whileLoop(condition, limit: limit, steps: steps)
    case .otherwise:
      decoder.refuse(
        .stepSyntax, "`else` has no `if`", at: entry.key.place,
        fix: "write it below the `if`, at the same indentation, without `- `")
      return nil
    }
    return Located(step, at: entry.key.place)
  }

  private mutating func steps(
    below entry: YAMLEntry, _ isWhole: inout Bool
  ) -> [Located<Sequence.Step>]? {
    guard let nodes = decoder.list(entry.value, entry.key.value) else { return nil }
    guard !nodes.isEmpty else {
      decoder.refuse(
        .stepSyntax, "\(entry.key.value.quoted) has no steps", at: entry.key.place,
        fix: "write them below it, or delete it")
      return nil
    }
    return read(nodes, &isWhole)
  }

  private func refuseMapping(_ entry: YAMLEntry) {
    let word = String(entry.key.value.prefix { $0 != " " })
    let near = Suggestion.nearest(to: word, among: ["if", "repeat", "while", "else"])
    if entry.key.value.contains(" "), let near, word.utf8.count > 2 {
      decoder.refuse(
        .stepSyntax, "\(word.quoted) begins no step with others below it", at: entry.key.place,
        fix: "did you mean \(near.quoted)?")
      return
    }
    decoder.refuse(
      .stepSyntax, "`: ` makes this step a mapping", at: entry.key.place,
      fix: "write `=` between a field and its value: `LCR_H = {FEN = 1}`")
  }
}
