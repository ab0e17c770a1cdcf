import Diagnostics
import DriverSpec

extension StepParser {
  /// A register, or a field of one.
  enum Target {
    case register(RegisterReference)
    case field(FieldReference)
  }

  /// What a scalar means, alone: a register or a field.
  static func target(_ scalar: YAMLScalar, _ registers: DeclaredRegisters) throws(Failure) -> Target {
    var parser = try StepParser(scalar, registers)
    let target = try parser.target()
    try parser.expectEnd("the name")
    return target
  }

  /// `REGISTER.FIELD`, alone in a scalar.
  static func fieldReference(
    _ scalar: YAMLScalar, _ registers: DeclaredRegisters
  ) throws(Failure) -> FieldReference {
    var parser = try StepParser(scalar, registers)
    let reference = try parser.fieldReference()
    try parser.expectEnd("the name")
    return reference
  }

  /// `REGISTER`, alone in a scalar.
  static func registerReference(
    _ scalar: YAMLScalar, _ registers: DeclaredRegisters
  ) throws(Failure) -> RegisterReference {
    var parser = try StepParser(scalar, registers)
    let reference = try parser.registerReference()
    try parser.expectEnd("the name")
    return reference
  }

  /// `REGISTER.FIELD`, or `REGISTER.FIELD == 0`, alone in a scalar.
  static func flag(_ scalar: YAMLScalar, _ registers: DeclaredRegisters) throws(Failure) -> SerialBinding.Flag
  {
    var parser = try StepParser(scalar, registers)
    var flag = SerialBinding.Flag(field: try parser.fieldReference())
    if parser.take(.isEqual) { flag.isSet = try parser.number("a flag", from: 0, to: 1).value == 1 }
    try parser.expectEnd("the flag")
    return flag
  }

  /// `CHANNEL[2].DATA`, or with a field behind it: what is declared decides.
  mutating func target() throws(Failure) -> Target {
    let path = try path()
    let names = path.map(\.name.value)
    switch registers.find(names) {
    case .register(let count): return try target(path, registerCount: count)
    case .block(let count):
      // One name behind blocks is a register that they do not have; of two, the second is its field.
      return count + 1 >= path.count
        ? .register(RegisterReference(path: path)) : try target(path, registerCount: path.count - 1)
    case .nothing: return try target(path, registerCount: max(1, path.count - 1))
    }
  }

  private func target(
    _ path: [RegisterReference.Element], registerCount count: Int
  ) throws(Failure) -> Target {
    let register = RegisterReference(path: Array(path.prefix(count)))
    guard count < path.count else { return .register(register) }
    let field = path[count]
    guard count + 1 == path.count else {
      throw Failure(
        message: "\(register.name.quoted) is a register, and nothing has a place behind its field",
        place: path[count + 1].name.place)
    }
    if let index = field.index {
      throw Failure(message: "a field is no array", place: index.place, fix: "delete the index")
    }
    return .field(FieldReference(register: register, field: field.name))
  }

  mutating func fieldReference() throws(Failure) -> FieldReference {
    let path = try path(fieldFollows: true)
    let names = path.map(\.name.value)
    var count = path.count - 1
    if case .register(let found) = registers.find(names) { count = found }
    guard case .field(let field) = try target(path, registerCount: count) else {
      throw failure("a field is expected behind \(names.joined(separator: ".").quoted)")
    }
    return field
  }

  mutating func registerReference() throws(Failure) -> RegisterReference {
    switch try target() {
    case .register(let register): return register
    case .field(let field):
      // Several names of which none is declared are no field of anything.
      if case .nothing = registers.find([field.register.path[0].name.value]) {
        return RegisterReference(path: field.register.path + [.init(name: field.field)])
      }
      throw Failure(
        message: "a register is expected here, and \(field.field.value.quoted) is a field of one",
        place: field.field.place, fix: "write \(field.register.name.quoted)")
    }
  }

  /// A name, and more names behind dots, each with an index in brackets where it has one; at least two where a field
  /// follows.
  private mutating func path(fieldFollows: Bool = false) throws(Failure) -> [RegisterReference.Element] {
    var path = [try element("a register")]
    while take(.dot) { path.append(try element("a name")) }
    if fieldFollows, path.count == 1 {
      try expect(.dot, fix: "write `\(path[0].name.value).FIELD`")
    }
    return path
  }

  private mutating func element(_ what: String) throws(Failure) -> RegisterReference.Element {
    let name = try name(what)
    guard token.kind == .sign(.openBracket) else { return RegisterReference.Element(name: name) }
    try enter()
    // An index is an expression of its own.
    let outer = operatorCount
    let index = try expression()
    operatorCount = max(outer, operatorCount)
    nesting -= 1
    try expect(.closeBracket)
    return RegisterReference.Element(name: name, index: index)
  }
}
