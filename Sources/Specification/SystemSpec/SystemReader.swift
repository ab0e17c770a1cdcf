public import Diagnostics
import SpecReader

/// A system file as far as it could be read.
public struct ReadSystemSpec: Sendable {
  /// The system; `nil` where the file is no mapping at all.
  public var spec: SystemSpec?
  /// Components that the file declares and `spec` does not hold, so that rules do not call them missing.
  public var unread: Set<String> = []
}

/// Reads system files.
public enum SystemReader {
  /// Reads a system file and tells every mistake in how it is written.
  ///
  /// - Parameters:
  ///   - bytes: the file's content, which may be anything at all.
  ///   - collector: takes what is wrong.
  /// - Returns: what could be read.
  public static func read(_ bytes: [UInt8], into collector: DiagnosticCollector) -> ReadSystemSpec {
    guard let root = YAMLReader.read(bytes, into: collector) else { return ReadSystemSpec(spec: nil) }
    let decoder = SystemDecoder(decoder: NodeDecoder(into: collector))
    return decoder.system(root)
  }
}

private struct SystemDecoder {
  let decoder: NodeDecoder

  func system(_ root: YAMLNode) -> ReadSystemSpec {
    let start = SourcePlace(line: 1, column: 1)
    guard
      let mapping = MappingDecoder(
        root, "the system file", at: start, keys: ["dddk", "board", "components"], decoder)
    else { return ReadSystemSpec(spec: nil) }
    if let version = mapping["dddk"].flatMap({ decoder.smallNumber($0, "dddk") }), version.value != 1 {
      decoder.refuse(
        .unsupportedVersion, "version \(version.value) of system files is not known; this kit reads 1",
        at: version.place, fix: "write `dddk: 1`")
    }
    let board = mapping.required("board", example: "qemu-virt-aarch64").flatMap { decoder.text($0, "board") }
    let node = mapping.required("components", example: "{console: {…}}")
    var read = ReadSystemSpec(
      spec: SystemSpec(board: board ?? Located("", at: start), components: []))
    guard let node, let entries = decoder.entries(node, "components") else { return read }
    if entries.isEmpty {
      decoder.refuse(
        .missingKey, "`components` names no component", at: node.place,
        fix: "for example `serial: {driver: PL011, priority: 200}`")
    }
    for entry in entries {
      if let component = component(entry) {
        read.spec?.components.append(component)
      } else {
        read.unread.insert(entry.key.value)
      }
    }
    return read
  }

  private func component(_ entry: YAMLEntry) -> SystemComponent? {
    let subject = "component \(entry.key.value.quoted)"
    guard
      let mapping = MappingDecoder(
        entry.value, subject, at: entry.key.place,
        keys: ["driver", "device", "program", "priority", "uses", "parameters", "stack", "requests"], decoder)
    else { return nil }
    let role = role(mapping, subject, entry.key.place)
    let priority = mapping.required("priority", example: "100").flatMap {
      decoder.smallNumber($0, "priority")
    }
    let uses = mapping["uses"].map(uses) ?? []
    let parameters = mapping["parameters"].map(parameters) ?? []
    let stack = mapping.number("stack")
    let requests = mapping["requests"].map(requests)
    guard let role, let priority, let uses, let parameters else { return nil }
    if mapping["stack"] != nil, stack == nil { return nil }
    if let requests, requests == nil { return nil }
    return SystemComponent(
      name: entry.key, role: role, priority: priority, uses: uses, parameters: parameters, stack: stack,
      requests: requests ?? nil)
  }

  private func role(
    _ mapping: MappingDecoder, _ subject: String, _ place: SourcePlace
  ) -> SystemComponent.Role? {
    let (driver, program) = (mapping["driver"], mapping["program"])
    if (driver == nil) == (program == nil) {
      decoder.refuse(
        .badComponent,
        driver == nil
          ? "\(subject) says neither `driver` nor `program`" : "\(subject) says both `driver` and `program`",
        at: mapping.entry("program")?.key.place ?? place,
        fix: driver == nil ? "add `driver: PL011` or `program: Console`" : "keep one of them")
      return nil
    }
    if program != nil, let device = mapping.entry("device") {
      decoder.refuse(
        .badComponent, "`device` belongs to drivers, and \(subject) is a program", at: device.key.place,
        fix: "delete it, or say which `driver` serves the device")
    }
    if program != nil, let parameters = mapping.entry("parameters") {
      decoder.refuse(
        .badComponent, "`parameters` belong to drivers, and \(subject) is a program",
        at: parameters.key.place,
        fix: "delete them, or say which `driver` takes them")
    }
    if let program { return decoder.text(program, "program").map { .program($0) } }
    guard let driver, let name = decoder.text(driver, "driver") else { return nil }
    guard let device = mapping["device"] else { return .driver(name, device: nil) }
    return decoder.text(device, "device").map { .driver(name, device: $0) }
  }

  /// `{port: serial}` or `{port: {component: serial, ring: 8192}}`.
  private func uses(_ node: YAMLNode) -> [SystemComponent.Use]? {
    guard let entries = decoder.entries(node, "uses") else { return nil }
    var uses: [SystemComponent.Use] = []
    for entry in entries {
      if case .mapping = entry.value.content {
        guard
          let mapping = MappingDecoder(
            entry.value, "port \(entry.key.value.quoted)", at: entry.key.place, keys: ["component", "ring"],
            decoder)
        else { return nil }
        let component = mapping.required("component", example: "serial").flatMap {
          decoder.text($0, "component")
        }
        let ring = mapping.number("ring")
        guard let component, (ring == nil) == (mapping["ring"] == nil) else { return nil }
        uses.append(.init(port: entry.key, component: component, ring: ring))
      } else {
        guard let component = decoder.text(entry.value, entry.key.value) else { return nil }
        uses.append(.init(port: entry.key, component: component))
      }
    }
    return uses
  }

  /// `{baud-rate: 9600}`.
  private func parameters(_ node: YAMLNode) -> [SystemComponent.ParameterValue]? {
    guard let entries = decoder.entries(node, "parameters") else { return nil }
    let values = entries.compactMap { entry in
      decoder.number(entry.value, entry.key.value).map {
        SystemComponent.ParameterValue(name: entry.key, value: $0)
      }
    }
    return values.count == entries.count ? values : nil
  }

  /// `all`, or a list of what may be asked; an empty list for nothing.
  private func requests(_ node: YAMLNode) -> [Located<SystemRequest>]? {
    if case .sequence(let items) = node.content, items.isEmpty { return [] }
    guard let items = decoder.oneOrMore(node, "requests") else { return nil }
    let requests = items.compactMap { decoder.choice($0, "request", as: SystemRequest.self) }
    return requests.count == items.count ? requests : nil
  }
}
