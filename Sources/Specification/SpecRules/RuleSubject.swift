import Diagnostics
import DriverSpec

/// A spec under judgement: what the rules ask about it, looked up once.
final class RuleSubject {
  let spec: DriverSpec
  let unread: UnreadParts
  let collector: DiagnosticCollector
  /// Every register at its place.
  let map: RegisterMap
  /// The registers at the top.
  let registers: [Register]

  private let registerIndices: [String: Int]
  private let fieldIndices: [[String: Int]]
  private let resources: [String: Resource]

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
    registers = spec.registers.compactMap(\.register)
    registerIndices = Self.indices(registers.map(\.name.value))
    fieldIndices = registers.map { Self.indices($0.fields.map(\.name.value)) }
    resources = Dictionary(spec.resources.map { ($0.name.value, $0) }) { first, _ in first }
  }

  private static func indices(_ names: [String]) -> [String: Int] {
    Dictionary(zip(names, names.indices)) { first, _ in first }
  }

  /// The register of a name.
  func register(_ name: String) -> Lookup<Register> {
    if let index = registerIndices[name] { return .found(registers[index]) }
    return unread.sections.contains("registers") || unread.names.contains(name) ? .unread : .missing
  }

  /// The field of a name in a register.
  func field(_ name: String, of register: String) -> Lookup<Field> {
    guard let index = registerIndices[register] else {
      return self.register(register).isUnread ? .unread : .missing
    }
    if let field = fieldIndices[index][name] { return .found(registers[index].fields[field]) }
    return unread.names.contains(register) ? .unread : .missing
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

  /// The names of all registers, for suggestions.
  var registerNames: [String] { registers.map(\.name.value) }

  /// The MMIO resources.
  var regions: [Resource] { spec.resources.filter { $0.window != nil } }

  /// The IRQ resources.
  var interruptLines: [Resource] { spec.resources.filter { if case .irq = $0.kind { true } else { false } } }

  /// Each step with its sequence, in source order.
  var steps: [(sequence: Sequence, step: Located<Sequence.Step>)] {
    spec.sequences.flatMap { sequence in sequence.allSteps.map { (sequence, $0) } }
  }
}

extension RuleSubject.Lookup {
  /// Whether it is declared and could not be read.
  var isUnread: Bool { if case .unread = self { true } else { false } }
  /// Whether it is not declared at all.
  var isMissing: Bool { if case .missing = self { true } else { false } }
}
