import Diagnostics
import DriverSpec

/// Reads a driver spec out of a tree; each section has a file of its own.
struct DriverSpecDecoder {
  let decoder: NodeDecoder
  /// What the tree declares and the model does not hold.
  var unread = UnreadParts()
  /// Which names are registers, and which are blocks.
  var declared = DeclaredRegisters.none
  /// The file's `register-width`.
  var defaultWidth = DefaultWidth.unsaid
  /// Registers that were read, for those that are derived from them; `nil` for those that cannot be read.
  var readRegisters: [RegisterKey: Register?] = [:]

  /// A width for registers that do not say one.
  enum DefaultWidth {
    case unsaid
    /// It is said and could not be read.
    case unread
    case bits(Located<Int>)
  }

  init(into collector: DiagnosticCollector) { decoder = NodeDecoder(into: collector) }

  mutating func spec(_ root: YAMLNode) -> DriverSpec? {
    let start = SourcePlace(line: 1, column: 1)
    guard let mapping = MappingDecoder(root, "the spec", at: start, SpecShapes.spec, decoder) else {
      return nil
    }
    let version = version(mapping)
    let name = mapping.required("driver", example: "PL011").flatMap { decoder.text($0, "driver") }
    var spec = DriverSpec(
      version: version ?? Located(1, at: start), name: name ?? Located("", at: start),
      summary: mapping.text("summary"), manual: mapping.text("manual"), deviceClass: mapping.choice("class"),
      identity: identity(mapping))
    if name == nil { unread.names.insert("") }
    if mapping["class"] != nil, spec.deviceClass == nil { unread.sections.insert("class") }
    spec.resources = elements(mapping, "resources") { $0.resource($1) }
    spec.parameters = elements(mapping, "parameters") { $0.parameter($1) }
    spec.byteOrder = mapping.choice("byte-order")
    declared = DeclaredRegisters(registers: mapping["registers"], blocks: mapping["blocks"])
    if let node = mapping["register-width"] {
      defaultWidth = decoder.smallNumber(node, "register-width").map { .bits($0) } ?? .unread
    }
    if let node = section(mapping, "registers") {
      spec.registers = items(node, in: declared.top, isTop: true, depth: 0) ?? []
    }
    spec.blocks = elements(mapping, "blocks") { $0.blockDefinition($1) }
    spec.locks = elements(mapping, "locks") { $0.lock($1) }
    spec.descriptors = elements(mapping, "descriptors") { $0.descriptor($1) }
    spec.rings = elements(mapping, "rings") { $0.ring($1) }
    spec.interrupts = elements(mapping, "interrupts") { $0.interrupt($1) }
    spec.sequences = elements(mapping, "sequences") { $0.sequence($1) }
    spec.hooks = elements(mapping, "hooks") { $0.hook($1) }
    if let node = mapping["serial"] {
      spec.serial = serialBinding(node, at: mapping.entry("serial")?.key.place)
      if spec.serial == nil { unread.sections.insert("serial") }
    }
    spec.waivers = waivers(mapping)
    return spec
  }

  private func version(_ mapping: MappingDecoder) -> Located<Int>? {
    guard let node = mapping.required("dddk", example: "1"), let version = decoder.smallNumber(node, "dddk")
    else {
      return nil
    }
    if version.value != 1 {
      decoder.refuse(
        .unsupportedVersion, "version \(version.value) of the spec language is not known; this kit reads 1",
        at: node.place, fix: version.value == 0 ? "write `dddk: 1`" : "use a newer kit, or write `dddk: 1`")
    }
    return version
  }

  // MARK: Sections

  /// The value of a section that holds the author's names; `nil` where it is empty, or after a report.
  private mutating func section(_ mapping: MappingDecoder, _ key: String) -> YAMLNode? {
    guard let node = mapping[key] else { return nil }
    switch node.content {
    case .mapping: return node
    case .scalar(let scalar) where scalar.isEmpty: return nil
    default:
      _ = decoder.entries(node, key)
      unread.sections.insert(key)
      return nil
    }
  }

  /// The elements of a section whose keys are the author's names, in source order.
  mutating func elements<Element>(
    _ mapping: MappingDecoder, _ key: String, _ element: (inout Self, YAMLEntry) -> Element?
  ) -> [Element] {
    guard let node = section(mapping, key) else { return [] }
    var elements: [Element] = []
    for entry in node.entries {
      if let read = element(&self, entry) {
        elements.append(read)
      } else {
        unread.names.insert(entry.key.value)
      }
    }
    return elements
  }

  /// The rules that a mapping waives; none where it says none, or after a report.
  func waivers(_ mapping: MappingDecoder) -> [Waiver] {
    guard let node = mapping["waive"], let entries = decoder.entries(node, "waive") else { return [] }
    return entries.compactMap { entry in
      decoder.text(entry.value, entry.key.value).map { Waiver(code: entry.key, reason: $0) }
    }
  }

  // MARK: Parameters and hooks

  private func parameter(_ entry: YAMLEntry) -> Parameter? {
    guard
      let mapping = MappingDecoder(
        entry.value, "parameter \(entry.key.value.quoted)", at: entry.key.place, SpecShapes.parameter, decoder
      )
    else { return nil }
    let defaultValue = mapping.required("default", example: "115200").flatMap {
      decoder.number($0, "default")
    }
    var isWhole = true
    let range = mapping.said("range", &isWhole) { decoder.range($0, "range") }
    let property = mapping.said("property", &isWhole) { decoder.text($0, "property") }
    let summary = mapping.text("summary")
    let unit = mapping.text("unit")
    guard let defaultValue, isWhole else { return nil }
    return Parameter(
      name: entry.key, summary: summary, defaultValue: defaultValue, property: property, unit: unit,
      range: range)
  }

  private func hook(_ entry: YAMLEntry) -> Hook? {
    if case .scalar(let scalar) = entry.value.content {
      return Hook(
        name: entry.key, summary: scalar.isEmpty ? nil : Located(scalar.text, at: entry.value.place))
    }
    guard
      let mapping = MappingDecoder(
        entry.value, "hook \(entry.key.value.quoted)", at: entry.key.place, SpecShapes.hook, decoder)
    else { return nil }
    return Hook(name: entry.key, summary: mapping.text("summary"))
  }

  // MARK: References

  /// A field that a key names; `nil` after a report.
  func fieldReference(_ node: YAMLNode, _ what: String, example: String) -> FieldReference? {
    phrase(node, what, "a field", example: example, .badReference) { scalar throws(StepParser.Failure) in
      try StepParser.fieldReference(scalar, declared)
    }
  }

  /// A register that a key names; `nil` after a report.
  func registerReference(_ node: YAMLNode, _ what: String, example: String) -> RegisterReference? {
    phrase(node, what, "a register", example: example, .badReference) { scalar throws(StepParser.Failure) in
      try StepParser.registerReference(scalar, declared)
    }
  }

  /// What a key says in the grammar of steps; `nil` after a report.
  func phrase<Phrase>(
    _ node: YAMLNode, _ what: String, _ kind: String, example: String, _ code: DiagnosticCode,
    _ read: (YAMLScalar) throws(StepParser.Failure) -> Phrase
  ) -> Phrase? {
    guard let scalar = decoder.scalar(node, what, example: "\(what): \(example)") else { return nil }
    do {
      return try read(scalar)
    } catch {
      decoder.refuse(
        code, "\(what.quoted) takes \(kind): \(error.message)", at: error.place,
        fix: error.fix ?? "for example `\(example)`")
      return nil
    }
  }
}
