import Diagnostics
import DriverSpec

extension DriverSpecDecoder {
  /// The `serial` section.
  ///
  /// - Parameters:
  ///   - node: its value.
  ///   - place: its key.
  /// - Returns: the binding, or `nil` after a report.
  func serialBinding(_ node: YAMLNode, at place: SourcePlace?) -> SerialBinding? {
    guard
      let mapping = MappingDecoder(
        node, "`serial`", at: place, SpecShapes.serial, decoder)
    else { return nil }
    let transmit = mapping.required("transmit", example: "{…}").flatMap {
      transmitBinding($0, at: mapping.entry("transmit")?.key.place)
    }
    let receive = mapping.required("receive", example: "{…}").flatMap {
      receiveBinding($0, at: mapping.entry("receive")?.key.place)
    }
    let errors = mapping["errors"].map(lineErrors) ?? []
    guard let transmit, let receive, let errors else { return nil }
    return SerialBinding(transmit: transmit, receive: receive, errors: errors)
  }

  private func transmitBinding(_ node: YAMLNode, at place: SourcePlace?) -> SerialBinding.Transmit? {
    guard
      let mapping = MappingDecoder(
        node, "`transmit`", at: place, SpecShapes.transmit, decoder)
    else { return nil }
    let data = reference(mapping, "data", example: "DR.DATA")
    let blockedWhen = flag(mapping, "blocked-when", example: "FR.TXFF")
    let cause = mapping.required("cause", example: "transmit").flatMap { decoder.text($0, "cause") }
    let enable = references(mapping, "enable", example: "IMSC.TXIM")
    guard let data, let blockedWhen, let cause, let enable else { return nil }
    return .init(data: data, blockedWhen: blockedWhen, cause: cause, enable: enable)
  }

  private func receiveBinding(_ node: YAMLNode, at place: SourcePlace?) -> SerialBinding.Receive? {
    guard
      let mapping = MappingDecoder(
        node, "`receive`", at: place, SpecShapes.receive, decoder)
    else { return nil }
    let data = reference(mapping, "data", example: "DR.DATA")
    let emptyWhen = flag(mapping, "empty-when", example: "FR.RXFE")
    let cause = mapping.required("cause", example: "receive").flatMap { decoder.text($0, "cause") }
    let enable = references(mapping, "enable", example: "IMSC.RXIM")
    guard let data, let emptyWhen, let cause, let enable else { return nil }
    return .init(data: data, emptyWhen: emptyWhen, cause: cause, enable: enable)
  }

  private func lineErrors(_ node: YAMLNode) -> [SerialBinding.LineErrorBinding]? {
    guard let entries = decoder.entries(node, "errors") else { return nil }
    var bindings: [SerialBinding.LineErrorBinding] = []
    let words = SerialBinding.LineError.allCases.map(\.rawValue)
    for entry in entries {
      guard let kind = SerialBinding.LineError(rawValue: entry.key.value) else {
        decoder.refuse(
          .unknownKey, "`errors` has no key \(entry.key.value.quoted)", at: entry.key.place,
          fix: Suggestion.fix(for: entry.key.value, among: words))
        continue
      }
      guard let field = reference(entry.value, entry.key.value, example: "DR.FE") else { return nil }
      bindings.append(.init(kind: Located(kind, at: entry.key.place), field: field))
    }
    return bindings
  }

  // MARK: References

  private func reference(_ mapping: MappingDecoder, _ key: String, example: String) -> FieldReference? {
    mapping.required(key, example: example).flatMap { reference($0, key, example: example) }
  }

  /// `FR.TXFF`, or `LSR.THRE == 0`.
  private func flag(_ mapping: MappingDecoder, _ key: String, example: String) -> SerialBinding.Flag? {
    mapping.required(key, example: example).flatMap { node in
      phrase(node, key, "a field", example: example, .badReference) { scalar throws(StepParser.Failure) in
        try StepParser.flag(scalar, declared)
      }
    }
  }

  private func references(_ mapping: MappingDecoder, _ key: String, example: String) -> [FieldReference]? {
    guard let node = mapping.required(key, example: example), let nodes = decoder.oneOrMore(node, key) else {
      return nil
    }
    let references = nodes.compactMap { reference($0, key, example: example) }
    return references.isEmpty || references.count < nodes.count ? nil : references
  }

  private func reference(_ node: YAMLNode, _ what: String, example: String) -> FieldReference? {
    fieldReference(node, what, example: example)
  }
}
