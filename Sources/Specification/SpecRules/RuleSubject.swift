import Diagnostics
import DriverSpec

/// A spec under judgement: what the rules ask about it, looked up once.
final class RuleSubject {
  let spec: DriverSpec
  let unread: UnreadParts
  let collector: DiagnosticCollector
  /// Every register at its place.
  let map: RegisterMap
  /// Every list of registers and blocks that the spec writes down, those inside blocks and under `blocks` too.
  let mappings: [[RegisterItem]]
  /// Every register that the spec writes down, once each, wherever blocks place it; words of descriptors too.
  ///
  /// The waivers of the blocks around it are among its own.
  let registers: [Register]
  /// Each step with its sequence, those inside others too, in source order.
  let steps: [(sequence: Sequence, step: Located<Sequence.Step>)]

  private let resources: [String: Resource]
  private var fieldIndices: [String: [String: Int]] = [:]
  private var usedWaivers: Set<SourcePlace> = []

  /// The name of a thing, looked up.
  enum Lookup<Found> {
    case found(Found)
    /// It is declared and could not be read; nothing more is to be said.
    case unread
    case missing

    /// What was found.
    var value: Found? { if case .found(let found) = self { found } else { nil } }
  }

  init(_ spec: DriverSpec, unread: UnreadParts, into collector: DiagnosticCollector) {
    self.spec = spec
    self.unread = unread
    self.collector = collector
    map = spec.registerMap
    var declared = Declared()
    declared.walk(spec.registers, [])
    for definition in spec.blocks { declared.walk(definition.items, []) }
    mappings = declared.mappings
    registers = declared.registers + spec.descriptors.flatMap(\.words)
    steps = spec.sequences.flatMap { sequence in sequence.allSteps.map { (sequence, $0) } }
    resources = Dictionary(spec.resources.map { ($0.name.value, $0) }) { first, _ in first }
  }

  private struct Declared {
    var mappings: [[RegisterItem]] = []
    var registers: [Register] = []

    mutating func walk(_ items: [RegisterItem], _ waivers: [Waiver]) {
      mappings.append(items)
      for item in items {
        switch item {
        case .register(var register):
          register.waivers += waivers
          registers.append(register)
        case .block(let block):
          if case .inline(let items) = block.content { walk(items, waivers + block.waivers) }
        }
      }
    }
  }

  /// The register of a dotted name.
  func register(_ name: String) -> Lookup<Register> {
    if let placed = map.register(named: name) { return .found(placed.register) }
    return isUnread(name) ? .unread : .missing
  }

  /// The register of a dotted name, at its place.
  func placed(_ name: String) -> PlacedRegister? { map.register(named: name) }

  /// Whether a dotted name may mean something that could not be read.
  private func isUnread(_ name: String) -> Bool {
    if unread.isEmpty, !map.isTruncated { return false }
    return map.isTruncated || unread.sections.contains("registers") || unread.sections.contains("blocks")
      || name.split(separator: ".").contains { unread.names.contains(String($0)) }
  }

  /// The field of a name in a register of a dotted name.
  func field(_ name: String, of register: String) -> Lookup<Field> {
    guard let found = map.register(named: register)?.register else {
      return isUnread(register) ? .unread : .missing
    }
    if fieldIndices[register] == nil {
      fieldIndices[register] = Dictionary(zip(found.fields.map(\.name.value), found.fields.indices)) {
        first, _ in first
      }
    }
    if let index = fieldIndices[register]?[name] { return .found(found.fields[index]) }
    return isUnread(register) ? .unread : .missing
  }

  /// A field and its register, where both are declared.
  func field(_ reference: FieldReference) -> (register: Register, field: Field)? {
    guard let register = register(reference.register.name).value,
      let field = field(reference.field.value, of: reference.register.name).value
    else { return nil }
    return (register, field)
  }

  /// The resource of a name.
  func resource(_ name: String) -> Lookup<Resource> {
    if let resource = resources[name] { return .found(resource) }
    return unread.sections.contains("resources") || unread.names.contains(name) ? .unread : .missing
  }

  /// Every name that becomes a name in Swift.
  lazy var names: [DeclaredName] = DeclaredName.all(of: spec)

  /// The names of all registers, for suggestions.
  lazy var registerNames: [String] = map.registers.map(\.name)

  /// The resources in which registers stand.
  var regions: [Resource] { spec.resources.filter { $0.window != nil } }

  /// The IRQ resources.
  var interruptLines: [Resource] { spec.resources.filter { if case .irq = $0.kind { true } else { false } } }

  /// Whether a rule is waived for a thing, which is then remembered.
  ///
  /// - Parameters:
  ///   - code: the rule's.
  ///   - waivers: those of the thing and of what is around it; those of the whole spec count always.
  /// - Returns: whether the rule has nothing to say of the thing.
  func isWaived(_ code: DiagnosticCode, by waivers: [Waiver]) -> Bool {
    guard code.isWaivable else { return false }
    guard
      let waiver = waivers.first(where: { $0.code.value == code.rawValue })
        ?? spec.waivers.first(where: { $0.code.value == code.rawValue })
    else { return false }
    usedWaivers.insert(waiver.code.place)
    return true
  }

  /// Whether a waiver has silenced something.
  func isUsed(_ waiver: Waiver) -> Bool { usedWaivers.contains(waiver.code.place) }
}

extension RuleSubject.Lookup {
  /// Whether it is declared and could not be read.
  var isUnread: Bool { if case .unread = self { true } else { false } }
  /// Whether it is not declared at all.
  var isMissing: Bool { if case .missing = self { true } else { false } }
}
