import Diagnostics
import DriverSpec

/// One entry of those that a machine lists for a device: its second interrupt, its first range of registers.
struct ResourceEntry: Hashable, CustomStringConvertible {
  /// The key that names such entries in a spec.
  let kind: String
  /// Which of them it is, from 0.
  let index: Int

  var description: String { "`\(kind)` \(index)" }
}

extension Resource {
  /// The entries that it stands for, each with the place of its index: several where registers are reached in several ways.
  var entries: [(entry: ResourceEntry, place: SourcePlace)] {
    let indices: [(String, Located<Int>?)] =
      switch kind {
      case .registers(let window): [("mmio", window.mmio), ("port", window.port), ("bar", window.bar)]
      case .irq(let index, _, _): [("irq", index)]
      case .msi(let index): [("msi", index)]
      case .clock(let index): [("clock", index)]
      case .dma: []
      }
    return indices.compactMap { kind, index in
      index.map { (ResourceEntry(kind: kind, index: $0.value), $0.place) }
    }
  }
}
