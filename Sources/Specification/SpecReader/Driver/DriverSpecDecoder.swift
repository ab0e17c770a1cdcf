import Diagnostics
import DriverSpec

/// Reads a driver spec out of a tree; each section has a file of its own.
struct DriverSpecDecoder {
  let decoder: NodeDecoder
  /// What the tree declares and the model does not hold.
  var unread = UnreadParts()

  static let keys = [
    "dddk", "driver", "summary", "manual", "class", "device", "resources", "parameters", "register-width",
    "registers", "interrupts", "sequences", "hooks", "serial",
  ]

  init(into collector: DiagnosticCollector) { decoder = NodeDecoder(into: collector) }

  mutating func spec(_ root: YAMLNode) -> DriverSpec? {
    let start = SourcePlace(line: 1, column: 1)
    guard let mapping = MappingDecoder(root, "the spec", at: start, keys: Self.keys, decoder) else {
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
    let width = mapping["register-width"].flatMap { decoder.smallNumber($0, "register-width") }
    let hasWidth = mapping["register-width"] != nil
    spec.registers = elements(mapping, "registers") {
      $0.register($1, width: width, hasWidth: hasWidth).map { .register($0) }
    }
    spec.interrupts = elements(mapping, "interrupts") { $0.interrupt($1) }
    spec.sequences = elements(mapping, "sequences") { $0.sequence($1) }
    spec.hooks = elements(mapping, "hooks") { $0.hook($1) }
    if let node = mapping["serial"] {
      spec.serial = serialBinding(node, at: mapping.entry("serial")?.key.place)
      if spec.serial == nil { unread.sections.insert("serial") }
    }
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

  private mutating func identity(_ mapping: MappingDecoder) -> Identity {
    guard let node = mapping["device"] else { return Identity() }
    let place = mapping.entry("device")?.key.place
    guard let device = MappingDecoder(node, "`device`", at: place, keys: ["compatible"], decoder),
      let list = device["compatible"], let items = decoder.oneOrMore(list, "compatible")
    else {
      unread.sections.insert("device")
      return Identity()
    }
    let strings = items.compactMap { decoder.text($0, "compatible") }
    if strings.count < items.count || items.isEmpty { unread.sections.insert("device") }
    return Identity(compatible: strings)
  }

  /// The elements of a section whose keys are the author's names, in source order.
  private mutating func elements<Element>(
    _ mapping: MappingDecoder, _ key: String, _ element: (inout Self, YAMLEntry) -> Element?
  ) -> [Element] {
    guard let node = mapping[key] else { return [] }
    if case .scalar(let scalar) = node.content, scalar.isEmpty { return [] }
    guard let entries = decoder.entries(node, key) else {
      unread.sections.insert(key)
      return []
    }
    var elements: [Element] = []
    for entry in entries {
      if let read = element(&self, entry) {
        elements.append(read)
      } else {
        unread.names.insert(entry.key.value)
      }
    }
    return elements
  }

  // MARK: Parameters and hooks

  private func parameter(_ entry: YAMLEntry) -> Parameter? {
    guard
      let mapping = MappingDecoder(
        entry.value, "parameter \(entry.key.value.quoted)", at: entry.key.place,
        keys: ["default", "unit", "range", "summary"], decoder)
    else { return nil }
    let defaultValue = mapping.required("default", example: "115200").flatMap {
      decoder.number($0, "default")
    }
    let range = mapping["range"].flatMap { decoder.range($0, "range") }
    let summary = mapping.text("summary")
    let unit = mapping.text("unit")
    guard let defaultValue, (range == nil) == (mapping["range"] == nil) else { return nil }
    return Parameter(
      name: entry.key, summary: summary, defaultValue: defaultValue, unit: unit, range: range)
  }

  private func hook(_ entry: YAMLEntry) -> Hook? {
    if case .scalar(let scalar) = entry.value.content {
      return Hook(
        name: entry.key, summary: scalar.isEmpty ? nil : Located(scalar.text, at: entry.value.place))
    }
    guard
      let mapping = MappingDecoder(
        entry.value, "hook \(entry.key.value.quoted)", at: entry.key.place, keys: ["summary"], decoder)
    else { return nil }
    return Hook(name: entry.key, summary: mapping.text("summary"))
  }
}
