import Diagnostics
import DriverSpec

extension DriverSpecDecoder {
  /// `device: {compatible: …, pci: …, acpi: …, virtio: …}`.
  mutating func identity(_ spec: MappingDecoder) -> Identity {
    guard let node = spec["device"] else { return Identity() }
    guard
      let device = MappingDecoder(
        node, "`device`", at: spec.entry("device")?.key.place, SpecShapes.device, decoder)
    else {
      unread.sections.insert("device")
      return Identity()
    }
    var isWhole = true
    var identity = Identity()
    identity.compatible = several(device, "compatible", &isWhole) { decoder.text($0, "compatible") }
    identity.acpi = several(device, "acpi", &isWhole) { decoder.text($0, "acpi") }
    identity.virtio = several(device, "virtio", &isWhole) {
      decoder.number($0, "virtio", from: 1, to: 0xffff)?.map { Int($0) }
    }
    if let node = device["pci"] {
      let nodes = if case .sequence(let items) = node.content { items } else { [node] }
      identity.pci = nodes.compactMap(pci)
      if identity.pci.count < nodes.count || nodes.isEmpty { isWhole = false }
    }
    if !isWhole { unread.sections.insert("device") }
    return identity
  }

  private func several<Value>(
    _ device: MappingDecoder, _ key: String, _ isWhole: inout Bool, _ read: (YAMLNode) -> Value?
  ) -> [Value] {
    guard let node = device[key] else { return [] }
    let items = decoder.oneOrMore(node, key) ?? []
    let values = items.compactMap(read)
    if values.count < items.count || items.isEmpty { isWhole = false }
    return values
  }

  private func pci(_ node: YAMLNode) -> Identity.PCI? {
    guard let mapping = MappingDecoder(node, "`pci`", SpecShapes.pci, decoder) else { return nil }
    let vendor = mapping.required("vendor", example: "0x1234").flatMap {
      decoder.number($0, "vendor", upTo: 0xffff)
    }
    let device = mapping.required("device", example: "0x11e8").flatMap {
      decoder.number($0, "device", upTo: 0xffff)
    }
    var isWhole = true
    let classCode = mapping.said("class", &isWhole) { decoder.number($0, "class", upTo: 0xff_ffff) }
    guard let vendor, let device, isWhole else { return nil }
    return .init(vendor: vendor, device: device, classCode: classCode)
  }
}
