import Diagnostics
import DriverSpec

/// Makes the fields of a register, and its access, of which each says a part.
struct FieldBuilder {
  /// Fills in a register's access and fields.
  static func build(
    _ source: SVDRegister, _ properties: SVDProperties, into register: inout Register,
    _ builder: inout SpecBuilder, path: String
  ) {
    let permission = properties.access?.value.permission ?? .readWrite
    var effect = source.writeEffect?.value.effect ?? .stores
    builder.arrive(properties.access?.element)
    if permission == .readOnly, effect != .stores, let said = source.writeEffect {
      builder.account.set(said.element, .notSaid)
      builder.note(
        .notSaid, path, "a write does `\(said.value.rawValue)`, and the register is read-only",
        at: said.element)
      effect = .stores
    } else {
      builder.arrive(source.writeEffect?.element)
    }
    var access = Access(permission, writeEffect: effect)
    let accessElement = source.writeEffect?.element ?? properties.access?.element ?? source.element
    register.readEffect = readEffect(source.readAction, isReadable: access.isReadable, &builder, path)

    var names = SpecNames()
    var fields: [Field] = []
    fields.reserveCapacity(source.fields.count)
    for field in source.fields {
      build(field, access, into: &fields, &names, width: register.width.value, &builder, path)
    }
    whole(source, access, &register, &fields, &names, &builder, path)

    // A field may do what its register may; where a vendor says less of the register, the fields say it.
    if fields.contains(where: { $0.access.map { !allows(access, $0.value) } ?? false }) {
      for index in fields.indices where fields[index].access == nil {
        fields[index].access = builder.located(access, accessElement)
      }
      builder.note(
        .changed, path,
        "the register is `\(access.text)`, and a field may do more or otherwise; the fields say it",
        at: accessElement)
      access = .readWrite
    }
    for index in fields.indices where fields[index].access?.value == access { fields[index].access = nil }
    // Numbers are sorted, and not the fields, of which each move costs something.
    let lows = fields.map(\.bits.value.low)
    fields = fields.indices.sorted { lows[$0] < lows[$1] }.map { fields[$0] }
    waiveOverlaps(&fields, access, &builder, path)
    register.fields = fields
    register.access = builder.located(access, accessElement)
    let bytes = UInt64(register.width.value / 8)
    if register.offset.value % bytes != 0 {
      register.waivers.append(
        Waiver(
          code: builder.located("offset-misaligned", source.element),
          reason: builder.located("as the vendor's SVD has it", source.element)))
      builder.note(
        .changed, path,
        "its offset is no multiple of its \(bytes) bytes; the rule `offset-misaligned` is waived",
        at: source.element)
    }
  }

  private static func allows(_ register: Access, _ field: Access) -> Bool {
    if register == .readWrite { return true }
    return (register.isReadable || !field.isReadable) && (register.isWritable || !field.isWritable)
      && (field.writeEffect == register.writeEffect || !field.isWritable)
  }

  private static func readEffect(
    _ said: Stated<SVDReadAction>?, isReadable: Bool, _ builder: inout SpecBuilder, _ path: String
  ) -> Located<ReadEffect>? {
    guard let said else { return nil }
    guard isReadable else {
      builder.account.set(said.element, .notSaid)
      builder.note(
        .notSaid, path, "a read does `\(said.value.rawValue)`, and nothing is read", at: said.element)
      return nil
    }
    builder.arrive(said.element)
    return builder.located(said.value.effect, said.element)
  }

  // MARK: One field

  private static func build(
    _ source: SVDField, _ register: Access, into fields: inout [Field], _ names: inout SpecNames, width: Int,
    _ builder: inout SpecBuilder, _ path: String
  ) {
    builder.account.set(source.element, .structure)
    guard let bits = source.bits else { return }
    let elements = elements(of: source, bits: bits, width: width, &builder, path)
    guard !elements.isEmpty else {
      builder.account.setWhole(source.element, .notSaid, in: builder.document)
      return
    }
    if source.derivedFrom != nil { builder.account.setDerivation(source.element) }
    let permission = source.access?.value.permission ?? register.permission
    var effect = source.writeEffect?.value.effect ?? register.writeEffect
    var access: Located<Access>?
    let itemPath = "\(path).\(source.name.value)"
    if permission == .readOnly, let said = source.writeEffect {
      builder.account.set(said.element, .notSaid)
      builder.note(
        .notSaid, itemPath, "a write does `\(said.value.rawValue)`, and the field is read-only",
        at: said.element)
      effect = .stores
    } else {
      builder.arrive(source.writeEffect?.element)
    }
    if permission == .readOnly { effect = .stores }
    builder.arrive(source.access?.element)
    if let element = source.writeEffect?.element ?? source.access?.element {
      access = builder.located(Access(permission, writeEffect: effect), element)
    }
    let own = Access(permission, writeEffect: effect)
    let readEffect = readEffect(source.readAction, isReadable: own.isReadable, &builder, itemPath)
    let values = ValueBuilder.values(of: source, width: bits.width, own, &builder, itemPath)
    var (range, isOnlyNamed): (Located<ClosedRange<UInt64>>?, Located<Bool>?)
    constraint(
      source.writeConstraint, width: bits.width, own, values, &range, &isOnlyNamed, &builder, itemPath)
    if let array = source.array {
      for element in [array.count.element, array.increment.element] {
        builder.account.set(element, .expanded)
      }
      if let labels = array.labelElement { builder.account.set(labels, .expanded) }
    }
    for (given, label, low, high) in elements {
      builder.arrive(source.name.element)
      builder.arriveBits(of: source)
      let name = names.take(given)
      if name != given {
        builder.note(.changed, "\(path).\(given)", "the field is called `\(name)`", at: source.name.element)
      }
      var field = Field(
        name: builder.located(name, source.name.element), summary: builder.summary(source.description),
        bits: builder.located(FieldBits(high: high, low: low), bits.element), access: access,
        readEffect: readEffect)
      if let label, let summary = field.summary, summary.value.contains("%s") {
        field.summary = summary.map { SVDName.element($0, label: label) }
      }
      field.values = values.both
      field.readValues = values.read
      field.writeValues = values.write
      field.range = range
      field.onlyNamedValues = isOnlyNamed
      fields.append(field)
    }
  }

  /// The elements of a field that lie in its register, which are one where it is no array; a note tells of the others.
  private static func elements(
    of source: SVDField, bits: SVDBits, width: Int, _ builder: inout SpecBuilder, _ path: String
  ) -> [(name: String, label: String?, low: Int, high: Int)] {
    (0..<(source.array?.count.value ?? 1)).compactMap { index in
      let label = source.array?.labels[index]
      let name = label.map { SVDName.element(source.name.value, label: $0) } ?? source.name.value
      let distance = Int(truncatingIfNeeded: min(64, source.array?.increment.value ?? 0)) * index
      let low = bits.lsb + distance
      let high = low + bits.width - 1
      if high < width { return (name, label, low, high) }
      builder.note(
        .notSaid, "\(path).\(name)", "its bits \(high):\(low) lie outside the register's \(width)",
        at: bits.element)
      return nil
    }
  }

  private static func constraint(
    _ said: Stated<SVDWriteConstraint>?, width: Int, _ access: Access, _ values: ValueBuilder.Values,
    _ range: inout Located<ClosedRange<UInt64>>?, _ isOnlyNamed: inout Located<Bool>?,
    _ builder: inout SpecBuilder, _ path: String
  ) {
    guard let said else { return }
    func drop(_ why: String, _ fate: ImportAccount.Fate) {
      for element in builder.document.constraintElements(said.element) { builder.account.set(element, fate) }
      if fate == .notSaid { builder.note(.notSaid, path, why, at: said.element) }
    }
    let largest: UInt64 = width >= 64 ? .max : (1 << UInt64(width)) - 1
    switch said.value {
    case .asRead(let isSo):
      drop(
        "only what was read may be written back, which specs say of reserved bits alone",
        isSo ? .notSaid : .redundant)
    case .enumerated(let isSo):
      let named = values.both.isEmpty ? values.write : values.both
      if !isSo {
        drop("", .redundant)
      } else if access.isWritable, named.contains(where: { $0.value != nil }) {
        isOnlyNamed = builder.located(true, said.element)
        for element in builder.document.constraintElements(said.element) { builder.arrive(element) }
      } else {
        drop("only named values may be written, and there are none", .notSaid)
      }
    case .range(let minimum, let maximum):
      let low = minimum.value
      let high = min(maximum.value, largest)
      if low == 0, maximum.value >= largest {
        drop("", .redundant)
      } else if !access.isWritable {
        drop("a range of values for writes, and the field is not written", .notSaid)
      } else if low > high
        || (values.both.isEmpty ? values.write : values.both).contains(where: {
          $0.value.map { !(low...high).contains($0) } ?? false
        })
      {
        drop("a range \(low)...\(maximum.value) that its bits or its named values do not keep", .notSaid)
      } else {
        range = builder.located(low...high, said.element)
        for element in builder.document.constraintElements(said.element) { builder.arrive(element) }
      }
    }
  }

  // MARK: The whole register

  /// What a file says of a register as a whole, and a spec says of fields.
  private static func whole(
    _ source: SVDRegister, _ access: Access, _ register: inout Register, _ fields: inout [Field],
    _ names: inout SpecNames, _ builder: inout SpecBuilder, _ path: String
  ) {
    let width = register.width.value
    let largest: UInt64 = width >= 64 ? .max : (1 << UInt64(width)) - 1
    if case .asRead(true)? = source.writeConstraint?.value, let said = source.writeConstraint {
      if fields.isEmpty {
        register.reserved = [ReservedBits(rule: builder.located(.preserve, said.element))]
        for element in builder.document.constraintElements(said.element) { builder.arrive(element) }
      } else {
        for element in builder.document.constraintElements(said.element) {
          builder.account.set(element, .notSaid)
        }
        builder.note(.notSaid, path, "only what was read may be written back", at: said.element)
      }
    }
    var isWanted = !source.enumerations.isEmpty
    var constraint = source.writeConstraint
    if case .asRead? = constraint?.value { constraint = nil }
    if let said = constraint {
      var isFull = false
      if case .range(let minimum, let maximum) = said.value {
        isFull = minimum.value == 0 && maximum.value >= largest
      }
      if case .enumerated(false) = said.value { isFull = true }
      if isFull {
        for element in builder.document.constraintElements(said.element) {
          builder.account.set(element, .redundant)
        }
        constraint = nil
      } else {
        isWanted = true
      }
    }
    guard isWanted else { return }
    guard fields.isEmpty else {
      for enumeration in source.enumerations {
        builder.account.setWhole(enumeration.element, .notSaid, in: builder.document)
      }
      if let constraint {
        for element in builder.document.constraintElements(constraint.element) {
          builder.account.set(element, .notSaid)
        }
      }
      builder.note(
        .notSaid, path, "names or limits of the whole register, which has fields", at: source.element)
      return
    }
    let values = ValueBuilder.values(source.enumerations, width: width, access, &builder, path)
    var (range, isOnlyNamed): (Located<ClosedRange<UInt64>>?, Located<Bool>?)
    self.constraint(constraint, width: width, access, values, &range, &isOnlyNamed, &builder, path)
    let name = names.take("VALUE")
    builder.note(
      .changed, path,
      "names and limits of the whole register are those of a field `\(name)` over all its bits",
      at: source.element)
    var field = Field(
      name: builder.located(name, source.element),
      bits: builder.located(FieldBits(high: width - 1, low: 0), source.element))
    field.values = values.both
    field.readValues = values.read
    field.writeValues = values.write
    field.range = range
    field.onlyNamedValues = isOnlyNamed
    fields.append(field)
  }

  /// Says of fields that share bits with others that the vendor means it so.
  private static func waiveOverlaps(
    _ fields: inout [Field], _ register: Access, _ builder: inout SpecBuilder, _ path: String
  ) {
    var (readers, writers): (UInt64, UInt64) = (0, 0)
    for index in fields.indices {
      let mask = fields[index].bits.value.mask
      let access = fields[index].access?.value ?? register
      if (access.isReadable && readers & mask != 0) || (access.isWritable && writers & mask != 0) {
        let place = fields[index].name.place
        fields[index].waivers.append(
          Waiver(
            code: Located("fields-overlap", at: place),
            reason: Located("the vendor gives these bits several names", at: place)))
        builder.noteOverlap("\(path).\(fields[index].name.value)", at: place)
      }
      if access.isReadable { readers |= mask }
      if access.isWritable { writers |= mask }
    }
  }
}

extension SpecBuilder {
  /// Says that all elements of a field that tell its bits have arrived.
  func arriveBits(of field: SVDField) {
    guard let bits = field.bits else { return }
    guard let owner = document.parent(of: bits.element) else { return }
    for child in document.children(of: owner) {
      switch account.fate(of: child) {
      case .wrong, .redundant: continue
      default: break
      }
      switch document.tag(child) {
      case .bitOffset, .bitWidth, .bitRange, .lsb, .msb: arrive(child)
      default: break
      }
    }
  }

  mutating func noteOverlap(_ item: String, at place: SourcePlace) {
    append(
      ImportNote(
        kind: .assumed, item: item,
        message: "it shares bits with another field; the rule `fields-overlap` is waived",
        place: place))
  }
}

extension XMLDocument {
  /// The element that a constraint stands in, and all inside it.
  func constraintElements(_ element: Element) -> [Element] {
    var elements: [Element] = []
    if let parent = parent(of: element), tag(parent) == .writeConstraint { elements.append(parent) }
    func walk(_ element: Element) {
      elements.append(element)
      for child in children(of: element) { walk(child) }
    }
    walk(element)
    return elements
  }
}

extension SVDAccess {
  /// The same in a spec.
  var permission: Access.Permission {
    switch self {
    case .readOnly: .readOnly
    case .writeOnly: .writeOnly
    case .readWrite: .readWrite
    case .writeOnce: .writeOnce
    case .readWriteOnce: .readWriteOnce
    }
  }
}

extension SVDWriteEffect {
  /// The same in a spec.
  var effect: Access.WriteEffect {
    switch self {
    case .oneToClear: .oneClears
    case .oneToSet: .oneSets
    case .oneToToggle: .oneToggles
    case .zeroToClear: .zeroClears
    case .zeroToSet: .zeroSets
    case .zeroToToggle: .zeroToggles
    case .clear: .clears
    case .set: .sets
    case .modify: .changes
    }
  }
}

extension SVDReadAction {
  /// The same in a spec.
  var effect: ReadEffect {
    switch self {
    case .clear: .clears
    case .set: .sets
    case .modify: .changes("changes the register")
    case .modifyExternal: .changes("changes something other than the register")
    }
  }
}
