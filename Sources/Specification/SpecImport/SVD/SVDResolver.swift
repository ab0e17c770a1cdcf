import Diagnostics

/// Follows every `derivedFrom` of a device, wherever it points, and fills in what it brings.
///
/// What an item says itself stays; what it does not say comes from the item that it is derived from. Registers and
/// fields of the same name replace those of the base, others join them. An item that is only copied is shared, not
/// copied, so a chip of fifty instances costs what one does.
final class SVDResolver {
  private let document: XMLDocument
  private let device: SVDDevice
  private let collector: DiagnosticCollector
  private lazy var peripherals = names(of: device.peripherals)
  /// How many items wait for what they are derived from.
  private var depth = 0
  /// How many items lists of derived items have, all together.
  private var mergedCount = 0

  /// The longest chain of derivations, and of items inside items.
  static let maximumDepth = 200
  /// The most items that derivation makes lists of.
  static let maximumMergedCount = 2_000_000

  private var scopes: [ObjectIdentifier: [String: SVDItem]] = [:]
  /// Enumerations by name: of one peripheral, and of all.
  private var enumerations: [ObjectIdentifier: [String: SVDEnumeration]] = [:]
  private lazy var allEnumerations = collectEnumerations(of: device.peripherals)

  init(document: XMLDocument, device: SVDDevice, collector: DiagnosticCollector) {
    self.document = document
    self.device = device
    self.collector = collector
  }

  func resolve() {
    for peripheral in device.peripherals { resolve(peripheral) }
  }

  // MARK: The kinds of item

  private func resolve(_ peripheral: SVDPeripheral) {
    guard begin(peripheral) else { return }
    defer { end(peripheral) }
    // What the peripheral derives from may itself be derived; its items are resolved in its own scope first.
    if let base = base(of: peripheral, in: []) as? SVDPeripheral {
      resolve(base)
      peripheral.base = base
      peripheral.description = peripheral.description ?? base.description
      peripheral.groupName = peripheral.groupName ?? base.groupName
      peripheral.version = peripheral.version ?? base.version
      peripheral.prependToName = peripheral.prependToName ?? base.prependToName
      peripheral.appendToName = peripheral.appendToName ?? base.appendToName
      peripheral.headerStructName = peripheral.headerStructName ?? base.headerStructName
      peripheral.disableCondition = peripheral.disableCondition ?? base.disableCondition
      peripheral.baseAddress = peripheral.baseAddress ?? base.baseAddress
      peripheral.properties = peripheral.properties.inheriting(base.properties)
      if peripheral.addressBlocks.isEmpty { peripheral.addressBlocks = base.addressBlocks }
      peripheral.items = merged(peripheral.items, over: base.items)
      scopes[ObjectIdentifier(peripheral)] = nil
    }
    for item in peripheral.items { resolve(item, in: [peripheral]) }
    if peripheral.baseAddress == nil { missing("baseAddress", in: peripheral) }
  }

  private func resolve(_ item: SVDItem, in scope: [SVDItem]) {
    if let register = item as? SVDRegister {
      resolve(register, in: scope)
    } else if let cluster = item as? SVDCluster {
      resolve(cluster, in: scope)
    }
  }

  private func resolve(_ cluster: SVDCluster, in scope: [SVDItem]) {
    guard begin(cluster) else { return }
    defer { end(cluster) }
    if let base = base(of: cluster, in: scope) as? SVDCluster {
      resolve(base, in: scope)
      cluster.base = base
      cluster.description = cluster.description ?? base.description
      cluster.alternateCluster = cluster.alternateCluster ?? base.alternateCluster
      cluster.headerStructName = cluster.headerStructName ?? base.headerStructName
      cluster.addressOffset = cluster.addressOffset ?? base.addressOffset
      cluster.properties = cluster.properties.inheriting(base.properties)
      cluster.items = merged(cluster.items, over: base.items)
      scopes[ObjectIdentifier(cluster)] = nil
    }
    for item in cluster.items { resolve(item, in: scope + [cluster]) }
    if cluster.addressOffset == nil { missing("addressOffset", in: cluster) }
  }

  private func resolve(_ register: SVDRegister, in scope: [SVDItem]) {
    guard begin(register) else { return }
    defer { end(register) }
    if let base = base(of: register, in: scope) as? SVDRegister {
      resolve(base, in: scope)
      register.base = base
      register.description = register.description ?? base.description
      register.displayName = register.displayName ?? base.displayName
      register.addressOffset = register.addressOffset ?? base.addressOffset
      register.alternateGroup = register.alternateGroup ?? base.alternateGroup
      register.alternateRegister = register.alternateRegister ?? base.alternateRegister
      register.properties = register.properties.inheriting(base.properties)
      register.dataType = register.dataType ?? base.dataType
      register.writeEffect = register.writeEffect ?? base.writeEffect
      register.writeConstraint = register.writeConstraint ?? base.writeConstraint
      register.readAction = register.readAction ?? base.readAction
      register.fields = merged(register.fields, over: base.fields)
      scopes[ObjectIdentifier(register)] = nil
      if register.enumerations.isEmpty { register.enumerations = base.enumerations }
    }
    if !register.enumerations.isEmpty { resolve(register.enumerations, of: register, in: scope) }
    if !register.fields.isEmpty {
      let inner = scope + [register]
      for field in register.fields { resolve(field, in: inner) }
    }
    if register.addressOffset == nil { missing("addressOffset", in: register) }
  }

  private func resolve(_ field: SVDField, in scope: [SVDItem]) {
    guard begin(field) else { return }
    defer { end(field) }
    if field.derivedFrom != nil, let base = base(of: field, in: scope) as? SVDField {
      resolve(base, in: scope)
      field.base = base
      field.description = field.description ?? base.description
      field.bits = field.bits ?? base.bits
      field.access = field.access ?? base.access
      field.writeEffect = field.writeEffect ?? base.writeEffect
      field.writeConstraint = field.writeConstraint ?? base.writeConstraint
      field.readAction = field.readAction ?? base.readAction
      if field.enumerations.isEmpty { field.enumerations = base.enumerations }
    }
    if !field.enumerations.isEmpty { resolve(field.enumerations, of: field, in: scope) }
    if field.bits == nil { missing("bitOffset", in: field) }
  }

  private func resolve(_ enumerations: [SVDEnumeration], of owner: SVDItem, in scope: [SVDItem]) {
    for enumeration in enumerations where enumeration.resolution == .pending {
      resolve(enumeration, of: owner, in: scope)
    }
  }

  private func resolve(_ enumeration: SVDEnumeration, of owner: SVDItem, in scope: [SVDItem]) {
    switch enumeration.resolution {
    case .done: return
    case .running: return cycle(enumeration.element, enumeration.derivedFrom?.value ?? "")
    case .pending: enumeration.resolution = .running
    }
    depth += 1
    defer {
      enumeration.resolution = .done
      depth -= 1
    }
    guard depth <= Self.maximumDepth else {
      return cycle(enumeration.element, enumeration.derivedFrom?.value ?? "")
    }
    guard let derivedFrom = enumeration.derivedFrom else { return }
    guard let base = self.enumeration(derivedFrom.value, not: enumeration, of: owner, in: scope) else {
      return unknown(derivedFrom, "enumeratedValues")
    }
    // The base may stand further down, with a scope of its own; only its own derivation is followed from here.
    resolve(base, of: owner, in: scope)
    enumeration.base = base
    enumeration.usage = enumeration.usage ?? base.usage
    enumeration.headerEnumName = enumeration.headerEnumName ?? base.headerEnumName
    let own = Set(enumeration.values.map(\.name.value))
    enumeration.values = base.values.filter { !own.contains($0.name.value) } + enumeration.values
  }

  /// The items of the base with those of the same name replaced, and then the rest.
  private func merged<Item: SVDItem>(_ own: [Item], over base: [Item]) -> [Item] {
    guard !own.isEmpty else { return base }
    guard !base.isEmpty else { return own }
    mergedCount += base.count + own.count
    guard mergedCount <= Self.maximumMergedCount else {
      collector.add(
        Diagnostic(
          .svdTooLarge, "derived items come to more than \(Self.maximumMergedCount)",
          at: document.place(of: own[0].element)))
      return own
    }
    var replacing: [String: Item] = [:]
    for item in own where replacing[item.name.value] == nil { replacing[item.name.value] = item }
    var used: Set<ObjectIdentifier> = []
    var items: [Item] = []
    items.reserveCapacity(base.count + own.count)
    for item in base {
      let replacement = replacing[item.name.value] ?? item
      used.insert(ObjectIdentifier(replacement))
      items.append(replacement)
    }
    items.append(contentsOf: own.lazy.filter { !used.contains(ObjectIdentifier($0)) })
    return items
  }

  // MARK: Finding what a name means

  private func begin(_ item: SVDItem) -> Bool {
    if depth == Self.maximumDepth, item.resolution == .pending {
      collector.add(
        Diagnostic(
          .svdUnknownReference, "a chain of `derivedFrom` goes on for more than \(Self.maximumDepth) steps",
          at: document.place(of: item.element)))
      return false
    }
    switch item.resolution {
    case .done: return false
    case .running:
      cycle(item.element, item.derivedFrom?.value ?? "")
      return false
    case .pending:
      item.resolution = .running
      depth += 1
      return true
    }
  }

  private func end(_ item: SVDItem) {
    item.resolution = .done
    depth -= 1
  }

  /// The item that an item is derived from, looked for in its own scope first, and outwards from there.
  private func base(of item: SVDItem, in scope: [SVDItem]) -> SVDItem? {
    guard let derivedFrom = item.derivedFrom else { return nil }
    let path = derivedFrom.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for level in (0...scope.count).reversed() {
      let start = level == 0 ? nil : scope[level - 1]
      if let found = self.item(at: path, from: start), found !== item, type(of: found) == type(of: item) {
        return found
      }
    }
    unknown(derivedFrom, document.name(of: item.element))
    return nil
  }

  /// The item at a path of names; `nil` as the start is the device.
  private func item(at path: [String], from start: SVDItem?) -> SVDItem? {
    var current = start
    for name in path {
      guard let next = child(name, of: current) else { return nil }
      current = next
    }
    return current
  }

  private func child(_ name: String, of item: SVDItem?) -> SVDItem? {
    guard let item else { return peripherals[name] }
    if let peripheral = item as? SVDPeripheral, peripheral.resolution == .pending { resolve(peripheral) }
    let key = ObjectIdentifier(item)
    if let scope = scopes[key] { return scope[name] }
    let scope =
      switch item {
      case let peripheral as SVDPeripheral: names(of: peripheral.items)
      case let cluster as SVDCluster: names(of: cluster.items)
      case let register as SVDRegister: names(of: register.fields)
      default: [String: SVDItem]()
      }
    // Where derivation brings more children, the names are forgotten again.
    scopes[key] = scope
    return scope[name]
  }

  /// Names as they are written, and as they are without the mark of an array.
  private func names(of items: [SVDItem]) -> [String: SVDItem] {
    var names: [String: SVDItem] = [:]
    names.reserveCapacity(items.count)
    for item in items where names[item.name.value] == nil { names[item.name.value] = item }
    for item in items where item.array != nil {
      let plain = SVDName.withoutArray(item.name.value)
      if names[plain] == nil { names[plain] = item }
    }
    return names
  }

  /// The enumeration that a name or a path means: in the same field and register, then at the path from each scope
  /// outwards, then by its name alone in the peripheral and in the device.
  private func enumeration(
    _ text: String, not excluded: SVDEnumeration, of owner: SVDItem, in scope: [SVDItem]
  ) -> SVDEnumeration? {
    let path = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let name = path.last else { return nil }
    func match(_ candidates: [SVDEnumeration]) -> SVDEnumeration? {
      candidates.first { $0.name?.value == name && $0 !== excluded }
    }
    if path.count > 1 {
      let owners = Array(path.dropLast())
      for level in (0...scope.count).reversed() {
        guard let found = item(at: owners, from: level == 0 ? nil : scope[level - 1]) else { continue }
        if let field = found as? SVDField, let enumeration = match(field.enumerations) { return enumeration }
        if let register = found as? SVDRegister {
          if let enumeration = match(register.enumerations) { return enumeration }
          for field in register.fields {
            if let enumeration = match(field.enumerations) { return enumeration }
          }
        }
      }
      return onlyEnumeration(at: path, in: scope, not: excluded)
    }
    if let field = owner as? SVDField, let enumeration = match(field.enumerations) { return enumeration }
    if let register = scope.last as? SVDRegister {
      for field in register.fields { if let enumeration = match(field.enumerations) { return enumeration } }
    }
    if let peripheral = scope.first as? SVDPeripheral {
      let key = ObjectIdentifier(peripheral)
      if enumerations[key] == nil { enumerations[key] = collectEnumerations(of: [peripheral]) }
      if let found = enumerations[key]?[name], found !== excluded { return found }
    }
    if let found = allEnumerations[name], found !== excluded { return found }
    return onlyEnumeration(at: path, in: scope, not: excluded)
  }

  /// The enumeration of the register or field that a path means, where it has but one: vendors name it by that.
  private func onlyEnumeration(
    at path: [String], in scope: [SVDItem], not excluded: SVDEnumeration
  ) -> SVDEnumeration? {
    for level in (0...scope.count).reversed() {
      guard let found = item(at: path, from: level == 0 ? nil : scope[level - 1]) else { continue }
      if let only = found.onlyEnumeration, only !== excluded { return only }
    }
    // Anywhere in the peripheral, if the name is that of one such item.
    guard path.count == 1, let peripheral = scope.first as? SVDPeripheral else { return nil }
    var candidates: [SVDEnumeration] = []
    func walk(_ items: [SVDItem]) {
      for item in items {
        if item.name.value == path[0], let only = item.onlyEnumeration, only !== excluded {
          candidates.append(only)
        }
        if let cluster = item as? SVDCluster { walk(cluster.items) }
      }
    }
    walk(peripheral.items)
    return candidates.count == 1 ? candidates[0] : nil
  }

  private func collectEnumerations(of peripherals: [SVDPeripheral]) -> [String: SVDEnumeration] {
    var found: [String: SVDEnumeration] = [:]
    func take(_ enumerations: [SVDEnumeration]) {
      for enumeration in enumerations {
        // A name that only refers to another enumeration is not what others mean by it.
        if let name = enumeration.name?.value, enumeration.derivedFrom == nil, found[name] == nil {
          found[name] = enumeration
        }
      }
    }
    func walk(_ items: [SVDItem]) {
      for item in items {
        if let register = item as? SVDRegister {
          take(register.enumerations)
          for field in register.fields { take(field.enumerations) }
        } else if let cluster = item as? SVDCluster {
          walk(cluster.items)
        }
      }
    }
    for peripheral in peripherals { walk(peripheral.items) }
    return found
  }

  // MARK: Mistakes

  private func missing(_ name: String, in item: SVDItem) {
    collector.add(
      Diagnostic(
        .svdMissingElement,
        "`\(document.name(of: item.element))` \(item.name.value.quoted) has no `\(name)`, nor has what it is derived from",
        at: document.place(of: item.element), fix: "add `<\(name)>…</\(name)>`"))
  }

  private func unknown(_ derivedFrom: Stated<String>, _ kind: String) {
    collector.add(
      Diagnostic(
        .svdUnknownReference,
        "`derivedFrom` names \(derivedFrom.value.quoted), and no such `\(kind)` is found",
        at: document.place(of: derivedFrom.element),
        fix: "write the path from the peripheral: `PERIPHERAL.REGISTER.FIELD`"))
  }

  private func cycle(_ element: XMLDocument.Element, _ name: String) {
    collector.add(
      Diagnostic(
        .svdUnknownReference, "what is derived from \(name.quoted) is derived from itself in the end",
        at: document.place(of: element)))
  }
}

extension SVDItem {
  /// The enumeration of a field, or of a register that has but one in all.
  fileprivate var onlyEnumeration: SVDEnumeration? {
    let enumerations: [SVDEnumeration] =
      switch self {
      case let field as SVDField: field.enumerations
      case let register as SVDRegister: register.enumerations + register.fields.flatMap(\.enumerations)
      default: []
      }
    return enumerations.count == 1 ? enumerations[0] : nil
  }
}
