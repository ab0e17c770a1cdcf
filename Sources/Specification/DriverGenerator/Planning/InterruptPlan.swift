import DriverSpec

/// How one interrupt line, or message, is served.
struct InterruptPlan {
  /// The resource's name in the spec.
  var resource: String
  var line: Int
  /// Which of the driver's interrupts it is.
  var index: Int
  /// How the driver reads the register of pending causes: `registers.MIS.read()`.
  var status: String?
  /// What holds while anything is pending, of the `pending` that was read.
  var pendingWhen: String?
  /// How often to look again.
  var repeatLimit: Int?
  /// What clears every cause.
  var acknowledge: AcknowledgementPlan?
  /// By priority.
  var causes: [CausePlan]
  var fake: FakeInterruptPlan

  init(_ interrupt: Interrupt, of spec: DriverSpec, _ names: SpecNames) {
    resource = interrupt.resource.value
    line = interrupt.resource.place.line
    let lines = spec.resources.filter(\.isInterrupt)
    index = checked(
      lines.firstIndex { $0.name.value == interrupt.resource.value }, "interrupt \(interrupt.resource.value)")
    status = interrupt.status.map { "\(names.path($0)).\(names.plan($0).read)" }
    let width = interrupt.status.map { names.register($0).width.value }
    pendingWhen = interrupt.pendingWhen.flatMap { condition in
      interrupt.status.map { CausePlan.text(of: condition.value, in: $0, names) }
    }
    repeatLimit = interrupt.repeatLimit?.value
    acknowledge = interrupt.acknowledge.map { AcknowledgementPlan($0, statusWidth: width, names) }
    causes = interrupt.causes.map { cause in
      let service: CausePlan.Service =
        if cause.name.value == spec.serial?.receive.cause.value {
          .receive
        } else if cause.name.value == spec.serial?.transmit.cause.value {
          .transmit
        } else if let sequence = cause.sequence {
          .sequence(SwiftName.member(sequence.value))
        } else {
          .hook("serve\(SwiftName.type(cause.name.value))")
        }
      return CausePlan(
        name: cause.name.value, line: cause.name.place.line,
        conditions: interrupt.status.map { status in
          cause.conditions.map { CausePlan.text(of: $0, in: status, names) }
        } ?? [], service: service,
        acknowledge: cause.acknowledge.map { AcknowledgementPlan($0, statusWidth: width, names) })
    }
    fake = FakeInterruptPlan(interrupt, names)
  }
}

/// One reason for an interrupt.
struct CausePlan {
  /// Who serves it.
  enum Service: Equatable {
    /// The class's line: characters were received.
    case receive
    /// The class's line: there is room to transmit.
    case transmit
    /// A sequence of the spec, which cannot fail.
    case sequence(String)
    /// A function of the author's.
    case hook(String)
  }

  /// The spec's name.
  var name: String
  var line: Int
  /// Of the `pending` that was read; one must hold, and none is needed where there is none.
  var conditions: [String]
  var service: Service
  /// What clears this cause alone.
  var acknowledge: AcknowledgementPlan?

  /// A condition on the word that was read from the status register.
  static func text(
    of condition: Interrupt.FieldCondition, in status: RegisterReference, _ names: SpecNames
  ) -> String {
    let field = names.field(condition.field.value, in: status)
    let read = "pending.\(field.name)"
    let isFlag = if case .flag = field.kind { true } else { false }
    let number: UInt64
    switch condition.value?.value {
    case .none: return isFlag ? read : "\(read).bits != 0"
    case .name(let name):
      if let named = field.readNames?.values.first(where: { $0.specName == name }) {
        return "\(read) \(condition.comparison.rawValue) .\(named.name)"
      }
      number = 0
    case .number(let value):
      number = value
    }
    if condition.comparison == .equal || condition.comparison == .notEqual {
      if isFlag { return (number == 1) == (condition.comparison == .equal) ? read : "!\(read)" }
      if let named = field.readNames?.values.first(where: { $0.value == number && !$0.isDefault }) {
        return "\(read) \(condition.comparison.rawValue) .\(named.name)"
      }
    }
    return "\(read).bits \(condition.comparison.rawValue) \(NumberText.decimal(number))"
  }
}

/// How the device is told that its interrupt was seen.
struct AcknowledgementPlan {
  /// A statement; `pending` is what was read from the status register.
  var statement: String

  init(_ acknowledgement: Interrupt.Acknowledgement, statusWidth: Int?, _ names: SpecNames) {
    switch acknowledgement {
    case .pendingBits(let register):
      let width = names.register(register).width.value
      let word = width == statusWidth ? "pending.word" : "UInt\(width)(truncatingIfNeeded: pending.word)"
      statement = "\(names.path(register)).write(\(word))"
    case .write(let register, let value):
      statement = "\(names.path(register)).write(\(NumberText.word(value.value)))"
    case .read(let register):
      statement = "_ = \(names.path(register)).\(names.plan(register).read)"
    case .set(let reference):
      let register = names.plan(reference.register)
      let change = register.isModifiable ? "modify" : "writeFromZero"
      statement = "\(names.path(reference.register)).\(change) { $0.\(names.field(reference).name) = true }"
    }
  }
}

/// An interrupt as the fake device knows it.
struct FakeInterruptPlan {
  /// Bits of the status register, and what they are.
  struct Pattern {
    var mask: UInt64
    var value: UInt64
  }

  /// One cause.
  struct Cause {
    var name: String
    var pattern: Pattern
    var bits: UInt64
    var enable: (register: String, mask: UInt64)?
    var acknowledge: String?
  }

  var status: String?
  var pending: Pattern?
  var idle: Pattern?
  var mask: String?
  var acknowledge: String?
  var causes: [Cause]

  init(_ interrupt: Interrupt, _ names: SpecNames) {
    func name(_ reference: RegisterReference) -> String { Self.name(of: reference) }
    status = interrupt.status.map(name)
    mask = interrupt.mask.map(name)
    acknowledge = interrupt.acknowledge.map { Self.text(of: $0, names) }
    let condition = interrupt.pendingWhen?.value
    if let status = interrupt.status, let condition {
      pending = Self.pattern(of: condition, in: status, names, holds: true)
      idle = Self.pattern(of: condition, in: status, names, holds: false)
    }
    causes = interrupt.causes.map { cause in
      let patterns =
        interrupt.status.map { status in
          cause.conditions.map { Self.pattern(of: $0, in: status, names, holds: true) }
        } ?? []
      return Cause(
        name: cause.name.value, pattern: patterns.first ?? Pattern(mask: 0, value: 0),
        bits: patterns.reduce(0) { $0 | $1.mask },
        enable: cause.enable.map { (Self.name(of: $0.register), names.field($0).mask) },
        acknowledge: cause.acknowledge.map { Self.text(of: $0, names) })
    }
  }

  /// The path with the numbers of its elements.
  private static func name(of reference: RegisterReference) -> String {
    reference.path.map { element in
      element.index.map { "\(element.name.value)[\($0.value.constantValue ?? 0)]" } ?? element.name.value
    }.joined(separator: ".")
  }

  private static func text(of acknowledgement: Interrupt.Acknowledgement, _ names: SpecNames) -> String {
    switch acknowledgement {
    case .pendingBits(let register): ".bits(\"\(name(of: register))\")"
    case .write(let register, let value):
      ".write(\"\(name(of: register))\", \(NumberText.word(value.value)))"
    case .read(let register): ".read(\"\(name(of: register))\")"
    case .set(let field):
      ".set(\"\(name(of: field.register))\", \(NumberText.word(names.field(field).mask)))"
    }
  }

  /// Bits with which a condition holds, or does not.
  private static func pattern(
    of condition: Interrupt.FieldCondition, in status: RegisterReference, _ names: SpecNames, holds: Bool
  ) -> Pattern {
    let field = names.field(condition.field.value, in: status)
    let number: UInt64?
    switch condition.value?.value {
    case .none: number = nil
    case .number(let value): number = value
    case .name(let name): number = field.readNames?.values.first { $0.specName == name }?.value ?? 0
    }
    let bits = FieldBits(field.ranges)
    // Without a number any set bit will do, and the lowest is taken.
    guard let number else { return Pattern(mask: field.mask, value: holds ? bits.placed(1) : 0) }
    let isEqual = condition.comparison != .notEqual
    let value = isEqual == holds ? number : ~number & bits.largestValue
    return Pattern(mask: field.mask, value: bits.placed(value))
  }
}
