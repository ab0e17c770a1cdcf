import Diagnostics
import DriverSpec

extension DriverSpecDecoder {
  /// What a resource can be, by the key that says it, and the keys that belong to it.
  private static let kinds: [(keys: [String], details: [String])] = [
    (["mmio", "port", "bar", "pci-configuration"], ["size", "shift", "io-width"]),
    (["irq"], ["trigger", "shared"]), (["msi"], []),
    (["clock"], []), (["dma"], ["alignment", "address-bits"]),
  ]

  /// `{mmio: 0, size: 0x1000}`, `{irq: 0, trigger: level}`, `{clock: 0}`, `{dma: 0x10000}`.
  func resource(_ entry: YAMLEntry) -> Resource? {
    let subject = "resource \(entry.key.value.quoted)"
    guard
      let mapping = MappingDecoder(entry.value, subject, at: entry.key.place, SpecShapes.resource, decoder)
    else { return nil }
    let said = Self.kinds.filter { kind in kind.keys.contains { mapping[$0] != nil } }
    guard said.count == 1, let kind = said.first else {
      let words = said.flatMap { kind in kind.keys.filter { mapping[$0] != nil } }
      decoder.refuse(
        .badResource,
        said.isEmpty
          ? "\(subject) does not say what it is"
          : "\(subject) is \(words.map(\.quoted).joined(separator: " and ")) at once",
        at: entry.key.place,
        fix: said.isEmpty
          ? "add `mmio: 0`, `irq: 0`, `clock: 0` or another kind" : "give each its own name")
      return nil
    }
    let word = kind.keys.first { mapping[$0] != nil } ?? ""
    for other in Self.kinds where other.keys != kind.keys {
      for key in other.details {
        guard let extra = mapping.entry(key) else { continue }
        decoder.refuse(
          .badResource,
          "\(key.quoted) belongs to \(other.keys[0].quoted) resources, and \(subject) is a \(word.quoted)",
          at: extra.key.place, fix: "delete it")
      }
    }
    return resourceKind(mapping, word).map { Resource(name: entry.key, kind: $0) }
  }

  private func resourceKind(_ mapping: MappingDecoder, _ word: String) -> Resource.Kind? {
    var isWhole = true
    func index(_ key: String, upTo limit: UInt64 = SpecShapes.maximumIndex) -> Located<Int>? {
      mapping.said(key, &isWhole) { decoder.smallNumber($0, key, upTo: Int(limit)) }
    }
    let kind: Resource.Kind?
    switch word {
    case "irq":
      let number = index("irq")
      let trigger = mapping.said("trigger", &isWhole) {
        decoder.choice($0, "trigger", as: Resource.Trigger.self)
      }
      let isShared = mapping.said("shared", &isWhole) { decoder.flag($0, "shared") }
      kind = number.map { .irq(index: $0, trigger: trigger, isShared: isShared) }
    case "msi": kind = index("msi", upTo: 2047).map { .msi(index: $0) }
    case "clock": kind = index("clock").map { .clock(index: $0) }
    case "dma":
      let size = mapping.said("dma", &isWhole) { decoder.number($0, "dma", from: 1, to: .max) }
      let alignment = mapping.said("alignment", &isWhole) {
        decoder.number($0, "alignment", from: 1, to: .max)
      }
      let bits = mapping.said("address-bits", &isWhole) {
        decoder.number($0, "address-bits", from: 1, to: 64)?.map { Int($0) }
      }
      kind = size.map { .dma(DMAPool(size: $0, alignment: alignment, addressBits: bits)) }
    default:
      let (mmio, port, bar) = (index("mmio"), index("port"), index("bar", upTo: 5))
      let shift = mapping.said("shift", &isWhole) { setting($0, "shift", from: 0, to: 8) }
      let width = mapping.said("io-width", &isWhole) { setting($0, "io-width", from: 1, to: 8) }
      var configurationSpace: SourcePlace?
      if let flag = mapping.said("pci-configuration", &isWhole, { decoder.flag($0, "pci-configuration") }) {
        if flag.value {
          configurationSpace = mapping.entry("pci-configuration")?.key.place
        } else {
          decoder.refuse(
            .unknownChoice, "`pci-configuration` is `true` or not said", at: flag.place, fix: "delete it")
          isWhole = false
        }
      }
      let size = mapping.required("size", example: "0x1000").flatMap { decoder.number($0, "size") }
      kind = size.map {
        .registers(
          RegisterWindow(
            mmio: mmio, port: port, bar: bar, configurationSpace: configurationSpace, size: $0, shift: shift,
            accessWidth: width))
      }
    }
    return isWhole ? kind : nil
  }

  /// A number, or the name of the parameter that holds it.
  private func setting(
    _ node: YAMLNode, _ key: String, from least: UInt64, to limit: UInt64
  ) -> Located<RegisterWindow.Setting>? {
    guard let scalar = decoder.scalar(node, key, example: "\(key): reg-\(key)") else { return nil }
    guard let first = scalar.text.utf8.first, UInt8(ascii: "0")...UInt8(ascii: "9") ~= first else {
      return Located(.parameter(scalar.text), at: node.place)
    }
    return decoder.number(node, key, from: least, to: limit)?.map { .number($0) }
  }
}
