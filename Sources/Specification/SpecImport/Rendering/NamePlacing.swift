import Diagnostics
import DriverSpec

/// Gives the names of a spec the places that they have in its YAML, in the order in which `SpecText` writes them.
///
/// It knows the parts of the language that specs made of SVD files have; the names of others stay as they are.
struct NamePlacing {
  private let places: [SourcePlace]
  private var next = 0

  init(_ places: [SourcePlace]) { self.places = places }

  /// The spec with its names placed.
  mutating func placed(_ spec: DriverSpec) -> DriverSpec {
    var spec = spec
    place(&spec.name)
    for index in spec.resources.indices { place(&spec.resources[index].name) }
    place(&spec.registers)
    for index in spec.interrupts.indices {
      place(&spec.interrupts[index].resource)
      for cause in spec.interrupts[index].causes.indices { place(&spec.interrupts[index].causes[cause].name) }
    }
    precondition(next == places.count, "a name was written that has no place in the model")
    return spec
  }

  private mutating func place(_ name: inout Located<String>) {
    name.place = places[next]
    next += 1
  }

  // MARK: Registers

  private mutating func place(_ items: inout [RegisterItem]) {
    // A register that is like another has only its changes in the file; the rest of its names are those of the other,
    // which may stand further down.
    var likes: [Like] = []
    let isAnyLike = items.contains { $0.register?.derivedFrom != nil }
    let siblings = isAnyLike ? Self.registers(of: items) : [:]
    for index in items.indices {
      switch items[index] {
      case .register(var register):
        items[index] = .block(Self.nothing)
        place(&register.name)
        if let like = Like(register, at: index, siblings) {
          place(&register, but: like)
          likes.append(like)
        } else {
          register.derivedFrom = nil
          place(&register.waivers)
          for field in register.fields.indices { place(&register.fields[field]) }
        }
        items[index] = .register(register)
      case .block(var block):
        items[index] = .block(Self.nothing)
        place(&block.name)
        place(&block.waivers)
        if case .inline(var inner) = block.content {
          block.content = .inline([])
          place(&inner)
          block.content = .inline(inner)
        }
        items[index] = .block(block)
      }
    }
    if !likes.isEmpty { Self.inherit(likes, in: &items) }
  }

  /// What stands in for an item while it is changed, so that no second copy of it is made.
  private static let nothing = Block(
    name: Located("", at: SourcePlace(line: 1, column: 1)),
    offset: Located(0, at: SourcePlace(line: 1, column: 1)),
    content: .inline([]))

  private mutating func place(_ field: inout Field) {
    place(&field.name)
    for index in field.values.indices { place(&field.values[index].name) }
    for index in field.readValues.indices { place(&field.readValues[index].name) }
    for index in field.writeValues.indices { place(&field.writeValues[index].name) }
    place(&field.waivers)
  }

  private mutating func place(_ waivers: inout [Waiver]) {
    for index in waivers.indices { place(&waivers[index].code) }
  }

  // MARK: Registers like others

  /// A register that is written as what differs from another.
  private struct Like {
    let index: Int
    let base: Register
    let changedFields: Set<String>

    /// `nil` where the register is written whole.
    init?(_ register: Register, at index: Int, _ siblings: [String: Register]) {
      guard let name = register.derivedFrom?.value, let base = siblings[name] else { return nil }
      let difference = RegisterDifference(register, from: base, named: name, SpecText.ofParts)
      guard let changed = difference.changedFields else { return nil }
      self.index = index
      self.base = base
      changedFields = Set(changed)
    }
  }

  private static func registers(of items: [RegisterItem]) -> [String: Register] {
    Dictionary(items.lazy.compactMap(\.register).map { ($0.name.value, $0) }) { _, last in last }
  }

  private mutating func place(_ register: inout Register, but like: Like) {
    for index in register.waivers.indices.dropFirst(like.base.waivers.count) {
      place(&register.waivers[index].code)
    }
    for index in register.fields.indices where like.changedFields.contains(register.fields[index].name.value)
    {
      place(&register.fields[index])
    }
  }

  /// Gives what registers have of others its places there.
  private static func inherit(_ likes: [Like], in items: inout [RegisterItem]) {
    var waiting = Dictionary(uniqueKeysWithValues: likes.map { ($0.index, $0) })
    let indices = Dictionary(items.indices.map { (items[$0].register?.name.value ?? "", $0) }) { _, last in
      last
    }
    // The base first, where it is itself like another; no register is like itself in the end.
    func resolve(_ index: Int) {
      guard let like = waiting.removeValue(forKey: index), let other = indices[like.base.name.value] else {
        return
      }
      resolve(other)
      guard case .register(var register) = items[index], let base = items[other].register else { return }
      for (position, waiver) in base.waivers.enumerated() {
        register.waivers[position].code.place = waiver.code.place
      }
      for position in register.fields.indices
      where !like.changedFields.contains(register.fields[position].name.value) {
        let name = register.fields[position].name.value
        if let field = base.fields.first(where: { $0.name.value == name }) {
          register.fields[position] = field
        }
      }
      items[index] = .register(register)
    }
    for like in likes { resolve(like.index) }
  }
}
