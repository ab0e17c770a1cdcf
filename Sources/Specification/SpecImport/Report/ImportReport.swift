public import Diagnostics

/// What became of every element of an SVD file: how many of each kind the file has, how many are in the specs, and why the
/// others are not.
///
/// That an element is in a spec is not taken from whoever put it there: it is looked for in the spec itself, by its place.
public struct ImportReport: Sendable, Equatable {
  /// Elements of one name in elements of another.
  public struct Kind: Sendable, Equatable {
    /// The element's name, or the attribute's: `access`, `derivedFrom`.
    public var name: String
    /// The name of the element around it.
    public var parent: String
    /// How many the file has.
    public var count: Int
    /// How many of them ended where.
    public var fates: [(fate: Fate, count: Int)]

    /// Compares every part.
    public static func == (left: Self, right: Self) -> Bool {
      left.name == right.name && left.parent == right.parent && left.count == right.count
        && left.fates.map(\.fate) == right.fates.map(\.fate)
        && left.fates.map(\.count) == right.fates.map(\.count)
    }

    /// How many ended in one way.
    public func count(_ fate: Fate) -> Int { fates.first { $0.fate == fate }?.count ?? 0 }
  }

  /// What became of an element.
  public enum Fate: String, Sendable, CaseIterable {
    /// A value of a spec comes from it.
    case inSpec = "in-spec"
    /// It stands in the comment at the head of a spec: where the device stands on its chip.
    case head
    /// It only holds others.
    case structure
    /// It says how many fields there are, which a spec says one by one.
    case expanded
    /// It says what holds anyway, or nothing takes it from there.
    case redundant
    /// It speaks of the chip or its processor, not of the device.
    case chip
    /// It names something in C headers.
    case cHeader = "c-header"
    /// A spec has no word for it; a note says what it is.
    case notSaid = "not-said"
    /// It is wrong, and a diagnostic says so.
    case wrong
    /// It belongs to a peripheral that was not asked for.
    case notWanted = "not-wanted"
    /// Nobody knows: a mistake of the importer.
    case unaccounted

    fileprivate init(_ fate: ImportAccount.Fate) {
      self =
        switch fate {
        case .unaccounted: .unaccounted
        case .inSpec: .inSpec
        case .structure: .structure
        case .head: .head
        case .expanded: .expanded
        case .chip: .chip
        case .cHeader: .cHeader
        case .redundant: .redundant
        case .notSaid: .notSaid
        case .wrong: .wrong
        case .notWanted: .notWanted
        }
    }
  }

  /// Every kind of element and attribute that the file has, by name.
  public var kinds: [Kind]
  /// The specs, each with its peripheral.
  public var specs: [(peripheral: String, file: String)]
  /// What the specs do not say as the file does, in source order.
  public var notes: [ImportNote]
  /// Places of elements of which nobody knows what became.
  public var unaccounted: [SourcePlace]

  /// Compares every part.
  public static func == (left: Self, right: Self) -> Bool {
    left.kinds == right.kinds && left.notes == right.notes && left.unaccounted == right.unaccounted
      && left.specs.map(\.peripheral) == right.specs.map(\.peripheral)
  }

  /// Elements that the file has, and those that are in the specs.
  public var totals: (inFile: Int, inSpec: Int, unaccounted: Int) {
    (
      kinds.reduce(0) { $0 + $1.count }, kinds.reduce(0) { $0 + $1.count(.inSpec) },
      kinds.reduce(0) { $0 + $1.count(.unaccounted) }
    )
  }

  /// Counts what became of a file.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - imported: every spec that was made of it.
  public init(_ file: SVDFile, _ imported: [ImportedSpec]) {
    let auditor = ImportAuditor(file: file, imported: imported)
    var counts = KindCounts()
    unaccounted = []
    let document = file.document
    for element in document.elements {
      let fate = auditor.fate(of: element)
      let parent = document.parent(of: element)
      let key = KindKey(
        name: document.nameNumber(of: element), parent: parent.map { document.nameNumber(of: $0) } ?? -1,
        isAttribute: false)
      counts.add(fate, to: key)
      if fate == .unaccounted { unaccounted.append(document.place(of: element)) }
      for attribute in document.attributes(of: element) {
        let fate = auditor.fate(of: attribute, on: element)
        let key = KindKey(name: attribute.name, parent: document.nameNumber(of: element), isAttribute: true)
        counts.add(fate, to: key)
        if fate == .unaccounted { unaccounted.append(document.place(of: element)) }
      }
    }
    kinds = counts.all.map { key, fates in
      Kind(
        name: (key.isAttribute ? "@" : "") + document.names[Int(key.name)],
        parent: key.parent < 0 ? "" : document.names[Int(key.parent)],
        count: fates.reduce(0) { $0 + $1.count }, fates: fates)
    }.sorted { ($0.name, $0.parent) < ($1.name, $1.parent) }
    specs = imported.map { ($0.peripheral, $0.fileName) }
    // Derived peripherals share registers, and say the same of them.
    var seen: Set<String> = []
    notes = imported.flatMap(\.notes).filter { note in
      seen.insert("\(note.place.line):\(note.place.column) \(note.message)").inserted
    }.sorted { $0.place < $1.place }
  }

  private struct KindKey: Hashable {
    var name: Int32
    var parent: Int32
    var isAttribute: Bool
  }

  /// How many elements of each kind ended where.
  private struct KindCounts {
    /// Where the counts of a kind begin: one for each fate.
    private var rows: [KindKey: Int] = [:]
    private var counts: [Int] = []

    mutating func add(_ fate: ImportAccount.Fate, to key: KindKey) {
      let row = rows[key] ?? counts.count
      if row == counts.count {
        rows[key] = row
        counts += ImportAccount.Fate.allCases.map { _ in 0 }
      }
      counts[row + Int(fate.rawValue)] += 1
    }

    /// Every kind with the ends that at least one of it came to, in their order.
    var all: [(key: KindKey, fates: [(fate: Fate, count: Int)])] {
      rows.map { key, row in
        let ends = ImportAccount.Fate.allCases.map { (fate: Fate($0), count: counts[row + Int($0.rawValue)]) }
        return (key, Fate.allCases.compactMap { fate in ends.first { $0.fate == fate && $0.count > 0 } })
      }
    }
  }
}

/// Holds what the importer says of each element against the specs.
private struct ImportAuditor {
  let file: SVDFile
  let places: SpecPlaces
  /// Whether specs were made of some peripherals only.
  let wanted: Set<String>

  init(file: SVDFile, imported: [ImportedSpec]) {
    self.file = file
    places = SpecPlaces(imported.map(\.spec))
    wanted = Set(imported.map(\.peripheral))
  }

  func fate(of attribute: XMLDocument.Attribute, on element: XMLDocument.Element) -> ImportAccount.Fate {
    if file.document.isOdd(attribute, on: element) { return .wrong }
    guard attribute.name == SVDTag.derivedFrom.rawValue else { return .chip }
    if attribute.value.isEmpty { return .redundant }
    if file.account.derivations.contains(element) { return .inSpec }
    // What became of the element became of what it is derived from.
    switch fate(of: element) {
    case .wrong: return .wrong
    case .notSaid: return .notSaid
    case .notWanted: return .notWanted
    case .chip: return .chip
    default: return isUnwanted(element) ? .notWanted : .unaccounted
    }
  }

  func fate(of element: XMLDocument.Element) -> ImportAccount.Fate {
    let fate = file.account.fate(of: element)
    switch fate {
    case .inSpec: return isInSpec(element) ? .inSpec : .unaccounted
    case .unaccounted: return unsaid(element)
    default: return fate
    }
  }

  /// Whether a value of the specs comes from the element, or from the one that says it whole.
  private func isInSpec(_ element: XMLDocument.Element) -> Bool {
    let document = file.document
    if places.contains(document.place(of: element)) { return true }
    guard let parent = document.parent(of: element) else { return false }
    func sibling(_ tags: SVDTag...) -> Bool {
      document.children(of: parent).contains { child in
        document.tag(child).map { tags.contains($0) } == true && places.contains(document.place(of: child))
      }
    }
    switch document.tag(element) {
    // The spec has one place for what may be done and for what a write does.
    case .access: return sibling(.modifiedWriteValues) || inheritedAccess(element)
    case .bitOffset, .bitWidth, .lsb, .msb: return sibling(.bitOffset, .lsb)
    case .alternateRegister, .alternateGroup, .alternateCluster: return sibling(.name)
    case .usage: return parentValues(parent)
    case .writeConstraint, .range, .minimum, .maximum, .writeAsRead, .useEnumeratedValues:
      return constraint(element)
    case .isDefault: return sibling(.value, .name)
    case .vendor, .version, .endian: return true
    default: return false
    }
  }

  /// Whether the access, of an element that many inherit it from, is that of a register which says what writes do.
  private func inheritedAccess(_ element: XMLDocument.Element) -> Bool {
    guard let parent = file.document.parent(of: element) else { return false }
    switch file.document.tag(parent) {
    case .device, .peripheral, .cluster, .register, .field: return true
    default: return false
    }
  }

  private func parentValues(_ enumeration: XMLDocument.Element) -> Bool {
    file.document.children(of: enumeration).contains { value in
      file.document.children(of: value).contains { places.contains(file.document.place(of: $0)) }
    }
  }

  private func constraint(_ element: XMLDocument.Element) -> Bool {
    let document = file.document
    var current = element
    while let parent = document.parent(of: current), document.tag(current) != .writeConstraint {
      current = parent
    }
    return document.constraintElements(current).contains { places.contains(document.place(of: $0)) }
  }

  /// What became of an element that nobody has spoken of.
  private func unsaid(_ element: XMLDocument.Element) -> ImportAccount.Fate {
    let document = file.document
    switch document.tag(element) {
    case .device, .peripherals, .registers, .fields, .cpu: return .structure
    default: break
    }
    guard let parent = document.parent(of: element) else { return .unaccounted }
    if document.tag(parent) == .device {
      switch document.tag(element) {
      case .series, .description, .addressUnitBits, .version, .vendor, .name: return .chip
      default: break
      }
    }
    if isUnwanted(element) { return .notWanted }
    // Wrong is what stands in something wrong.
    var above: XMLDocument.Element? = parent
    while let current = above {
      if file.account.fate(of: current) == .wrong { return .wrong }
      above = document.parent(of: current)
    }
    // What every register says for itself is taken from nowhere.
    switch (document.tag(parent), document.tag(element)) {
    case (.device, .size), (.device, .access), (.device, .resetValue), (.device, .resetMask),
      (.device, .width),
      (.device, .protection), (.peripheral, .size), (.peripheral, .access), (.peripheral, .resetValue),
      (.peripheral, .resetMask), (.peripheral, .protection), (.cluster, .size), (.cluster, .access),
      (.cluster, .resetValue), (.cluster, .resetMask), (.cluster, .protection), (.register, .access),
      (.register, .resetMask):
      return .redundant
    default: return .unaccounted
    }
  }

  /// Whether the element belongs to a peripheral of which no spec was made.
  private func isUnwanted(_ element: XMLDocument.Element) -> Bool {
    let document = file.document
    var current: XMLDocument.Element? = element
    while let here = current {
      if document.tag(here) == .peripheral {
        guard let peripheral = file.peripherals[here] else { return false }
        return !file.names(of: peripheral).contains { wanted.contains($0) }
      }
      current = document.parent(of: here)
    }
    return !wanted.isEmpty && wanted.count < file.device.peripherals.count
  }
}
