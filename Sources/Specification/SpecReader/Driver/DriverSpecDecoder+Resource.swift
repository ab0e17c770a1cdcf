import Diagnostics
import DriverSpec

extension DriverSpecDecoder {
  /// The largest entry of a device tree property that a resource may name.
  static let maximumResourceIndex = 255

  /// `{mmio: 0, size: 0x1000}`, `{irq: 0, trigger: level}` or `{clock: 0}`.
  func resource(_ entry: YAMLEntry) -> Resource? {
    let subject = "resource \(entry.key.value.quoted)"
    let kinds = ["mmio", "irq", "clock"]
    guard
      let mapping = MappingDecoder(
        entry.value, subject, at: entry.key.place, keys: kinds + ["size", "trigger"], decoder)
    else { return nil }
    let said = kinds.filter { mapping[$0] != nil }
    guard said.count == 1, let kind = said.first, let node = mapping[kind] else {
      decoder.refuse(
        .badResource,
        said.isEmpty
          ? "\(subject) does not say what it is"
          : "\(subject) is \(said.map(\.quoted).joined(separator: " and ")) at once",
        at: entry.key.place,
        fix: said.isEmpty
          ? "add `mmio: 0`, `irq: 0` or `clock: 0`" : "give each its own name")
      return nil
    }
    for (key, owner) in [("size", "mmio"), ("trigger", "irq")] where owner != kind {
      if let extra = mapping.entry(key) {
        decoder.refuse(
          .badResource, "\(key.quoted) belongs to `\(owner)` resources, and \(subject) is a `\(kind)`",
          at: extra.key.place, fix: "delete it")
      }
    }
    let index = decoder.smallNumber(node, kind, upTo: Self.maximumResourceIndex)
    switch kind {
    case "mmio":
      let size = mapping.required("size", example: "0x1000").flatMap { decoder.number($0, "size") }
      guard let index, let size else { return nil }
      return Resource(name: entry.key, kind: .registers(RegisterWindow(mmio: index, size: size)))
    case "irq":
      let trigger = mapping.choice("trigger", as: Resource.Trigger.self)
      guard let index, (trigger == nil) == (mapping["trigger"] == nil) else { return nil }
      return Resource(name: entry.key, kind: .irq(index: index, trigger: trigger, isShared: nil))
    default:
      guard let index else { return nil }
      return Resource(name: entry.key, kind: .clock(index: index))
    }
  }
}
