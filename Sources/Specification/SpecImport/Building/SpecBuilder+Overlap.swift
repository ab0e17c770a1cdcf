import Diagnostics
import DriverSpec

extension SpecBuilder {
  /// A register at its place inside a mapping, and the entry of the mapping that it belongs to.
  private struct Stretch {
    var offset: UInt64
    var end: UInt64
    var entry: Int
    var isReadable: Bool
    var isWritable: Bool
  }

  /// The most registers of one mapping that are held against each other.
  private static let maximumStretches = 400_000

  /// Says of registers and blocks that share bytes that they are meant to, as the file says or as it plainly does.
  mutating func overlaps(_ items: inout [RegisterItem], _ sources: [SVDItem], path: String) {
    var stretches: [Stretch] = []
    for (entry, item) in items.enumerated() { Self.collect(item, at: 0, entry, into: &stretches) }
    stretches.sort { ($0.offset, $0.entry) < ($1.offset, $1.entry) }
    var alternates: [Int: Int] = [:]
    // Every entry's group, as the rules join alternates of alternates.
    var groups = Array(items.indices)
    func group(_ entry: Int) -> Int {
      var current = entry
      while groups[current] != current { current = groups[current] }
      return current
    }
    var active: [Stretch] = []
    for stretch in stretches {
      active.removeAll { $0.end <= stretch.offset }
      for earlier in active where earlier.entry != stretch.entry {
        let isPair =
          earlier.offset == stretch.offset && !(earlier.isReadable && stretch.isReadable)
          && !(earlier.isWritable && stretch.isWritable)
        if isPair || group(earlier.entry) == group(stretch.entry) { continue }
        // The one that has no alternate yet names the other.
        let (one, other) =
          alternates[max(earlier.entry, stretch.entry)] == nil
          ? (max(earlier.entry, stretch.entry), min(earlier.entry, stretch.entry))
          : (min(earlier.entry, stretch.entry), max(earlier.entry, stretch.entry))
        guard alternates[one] == nil else { continue }
        alternates[one] = other
        groups[group(one)] = group(other)
      }
      if active.count < 256 { active.append(stretch) }
    }
    for (entry, other) in alternates.sorted(by: { $0.key < $1.key }) {
      let element = Self.alternate(of: sources[entry])?.element
      let said = element ?? Self.alternate(of: sources[other])?.element
      let name = Located(items[other].name.value, at: document.place(of: said ?? sources[entry].element))
      switch items[entry] {
      case .register(var register):
        register.alternateOf = name
        items[entry] = .register(register)
      case .block(var block):
        block.alternateOf = name
        items[entry] = .block(block)
      }
      if said == nil {
        note(
          .assumed, "\(path).\(items[entry].name.value)",
          "it shares bytes with `\(name.value)`, and the file does not say why; they are taken as alternates",
          at: sources[entry].element)
      }
    }
    // What the file calls alternates, and which share nothing or need no word.
    for (entry, source) in sources.enumerated() {
      guard let said = Self.alternate(of: source) else { continue }
      if group(entry) != entry || groups.indices.contains(where: { $0 != entry && group($0) == group(entry) })
      {
        arrive(said.element)
      } else {
        account.set(said.element, .notSaid)
        note(
          .notSaid, "\(path).\(items[entry].name.value)",
          "the file calls it an alternate of `\(said.value)`; in the spec it shares no byte that both read or both write",
          at: said.element)
      }
    }
  }

  private static func alternate(of item: SVDItem) -> Stated<String>? {
    if let register = item as? SVDRegister { return register.alternateRegister ?? register.alternateGroup }
    return (item as? SVDCluster)?.alternateCluster
  }

  private static func collect(
    _ item: RegisterItem, at offset: UInt64, _ entry: Int, into stretches: inout [Stretch]
  ) {
    let repetition: Repetition? =
      switch item {
      case .register(let register): register.repetition
      case .block(let block): block.repetition
      }
    for index in 0..<UInt64(max(1, repetition?.count.value ?? 1)) {
      guard stretches.count < maximumStretches else { return }
      let start = offset &+ item.offsetValue &+ index &* (repetition?.stride.value ?? 0)
      switch item {
      case .register(let register):
        stretches.append(
          Stretch(
            offset: start, end: start &+ UInt64(register.width.value / 8), entry: entry,
            isReadable: register.isReadable, isWritable: register.isWritable))
      case .block(let block):
        if case .inline(let items) = block.content {
          for inner in items { collect(inner, at: start, entry, into: &stretches) }
        }
      }
    }
  }
}
