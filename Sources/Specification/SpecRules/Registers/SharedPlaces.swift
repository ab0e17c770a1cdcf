import Diagnostics
import DriverSpec

/// Which registers may share bytes: those that the spec calls alternates, and those that are never there at once.
struct SharedPlaces {
  /// Registers and blocks that share a place, by their dotted names; the value names the group.
  private var groups: [String: String] = [:]
  private let subject: RuleSubject

  init(_ subject: RuleSubject) {
    self.subject = subject
    let hasAlternates = subject.mappings.contains { $0.contains(where: { $0.alternateOf != nil }) }
    if hasAlternates { collect() }
  }

  /// Whether two registers may have bytes in common.
  func may(_ one: PlacedRegister, _ other: PlacedRegister, atOneOffset: Bool) -> Bool {
    if atOneOffset, !(one.register.isReadable && other.register.isReadable),
      !(one.register.isWritable && other.register.isWritable)
    {
      return true
    }
    return areExclusive(one.banks, other.banks) || areAlternates(one, other)
  }

  private func areAlternates(_ one: PlacedRegister, _ other: PlacedRegister) -> Bool {
    guard !groups.isEmpty else { return false }
    var prefix = ""
    for (left, right) in zip(one.path, other.path) {
      guard left.name == right.name else {
        // Where the ways part, both must be of one group.
        return groups[prefix + left.name].map { $0 == groups[prefix + right.name] } ?? false
      }
      prefix += left.name + "."
    }
    return false
  }

  /// Whether a field would need two values at once.
  private func areExclusive(_ one: [Bank], _ other: [Bank]) -> Bool {
    for left in one {
      for right in other where left.field.name == right.field.name {
        if let first = subject.number(of: left), let second = subject.number(of: right), first != second {
          return true
        }
      }
    }
    return false
  }

  private mutating func collect() {
    var count = 0
    walk(subject.spec.registers, below: "", depth: 0, &count)
    settle()
  }

  private mutating func walk(_ items: [RegisterItem], below prefix: String, depth: Int, _ count: inout Int) {
    for item in items {
      count += 1
      guard count <= RegisterMap.limit, depth <= RegisterMap.depthLimit else { return }
      if let other = item.alternateOf { join(prefix + item.name.value, prefix + other.value) }
      guard case .block(let block) = item else { continue }
      switch block.content {
      case .inline(let items): walk(items, below: "\(prefix)\(block.name.value).", depth: depth + 1, &count)
      case .shared(let name):
        guard let shared = subject.spec.blocks.first(where: { $0.name.value == name.value }) else { continue }
        walk(shared.items, below: "\(prefix)\(block.name.value).", depth: depth + 1, &count)
      }
    }
  }

  private mutating func join(_ name: String, _ other: String) {
    let (one, two) = (root(of: name), root(of: other))
    groups[one] = two
    groups[two] = two
    groups[name] = two
    groups[other] = two
  }

  private func root(of name: String) -> String {
    var current = name
    while let next = groups[current], next != current { current = next }
    return current
  }

  /// After all are joined, every name points at its group itself.
  private mutating func settle() {
    for name in groups.keys { groups[name] = root(of: name) }
  }
}

extension RegisterItem {
  /// What it is meant to share its place with.
  var alternateOf: Located<String>? {
    switch self {
    case .register(let register): register.alternateOf
    case .block(let block): block.alternateOf
    }
  }

  /// Where it counts from, in bytes.
  var offset: Located<UInt64> {
    switch self {
    case .register(let register): register.offset
    case .block(let block): block.offset
    }
  }

  /// How many there are.
  var repetition: Repetition? {
    switch self {
    case .register(let register): register.repetition
    case .block(let block): block.repetition
    }
  }

  /// The resource that it names.
  var region: Located<String>? {
    switch self {
    case .register(let register): register.region
    case .block(let block): block.region
    }
  }

  /// The bank in which it is.
  var bank: Bank? {
    switch self {
    case .register(let register): register.bank
    case .block(let block): block.bank
    }
  }

  /// "register", or "block".
  var kind: String { if case .register = self { "register" } else { "block" } }
}

extension RuleSubject {
  /// The number that a bank's field must be; `nil` where it has no such value.
  func number(of bank: Bank) -> UInt64? {
    switch bank.value.value {
    case .number(let number): number
    case .name(let name):
      field(bank.field)?.field.namesWhenWritten.first { $0.name.value == name }?.value
    }
  }
}
