public import Diagnostics

/// A named list of steps: `start`, `stop`, or one of the author's own.
public struct Sequence: Sendable, Equatable {
  /// `probe`, `start`, `stop`, `quiesce` and `self-test` have a meaning; others are the author's.
  public var name: Located<String>
  /// One line that says what it does.
  public var summary: Located<String>?
  /// The manual's section.
  public var section: Located<String>?
  /// Numbers that whoever calls it gives.
  public var parameters: [SequenceParameter]
  /// In the order in which they are done.
  public var steps: [Located<Step>]
  /// Rules that do not hold for it.
  public var waivers: [Waiver]

  /// One step, written as a line of text, or as a line and the steps below it.
  public indirect enum Step: Sendable, Equatable {
    /// `REG = 0x301`: writes the whole register.
    case write(register: RegisterReference, value: Located<Expression>)
    /// `REG = zero {A = 1}` from zero, `REG = reset {A = 1}` from the reset value.
    case writeFields(register: RegisterReference, from: Start, fields: [FieldValue])
    /// `REG.A = 1` or `REG with {A = 1, B = 0}`: reads, changes the named fields, writes.
    case modify(register: RegisterReference, fields: [FieldValue])
    /// `read REG`: for its side effect.
    case read(register: RegisterReference)
    /// `await REG.FIELD == 0 within 10 ms`; a missing bound is refused by a rule.
    case await(
      field: FieldReference, comparison: Located<Comparison>, value: Located<Expression>,
      bound: Located<Bound>?)
    /// `let divisor = (uartclk * 4 + baud-rate / 2) / baud-rate`.
    case bind(name: Located<String>, value: Located<Expression>)
    /// `let count = read STATUS.COUNT`, or `read STATUS`: one read.
    case bindRead(name: Located<String>, source: ReadSource)
    /// `require divisor in 64...4194303`: fails the sequence outside the range.
    case require(value: Located<Expression>, range: Located<ClosedRange<UInt64>>)
    /// `hook NAME`: calls the author's Swift.
    case hook(name: Located<String>)
    /// `do set-divisor(divisor = 12)`: another sequence's steps.
    case call(sequence: Located<String>, arguments: [Argument])
    /// `if FR.BUSY == 1:` with steps, and `else:` with others.
    case branch(Condition, then: [Located<Step>], otherwise: [Located<Step>])
    /// `repeat 8 as i:` with steps; the name is that of the round, from 0.
    case loop(count: Located<UInt64>, name: Located<String>?, steps: [Located<Step>])
    /// `while LSR.DR == 1 at most 16 times:` with steps; fails where it still holds then. A missing bound is refused by a
    /// rule.
    case whileLoop(Condition, limit: Located<UInt64>?, steps: [Located<Step>])
    /// `delay 10 us`.
    case delay(nanoseconds: Located<UInt64>)
    /// `barrier`: what stands before it has reached the device's memory before what stands after it.
    case barrier
  }

  /// What the fields that a write does not name are.
  public enum Start: Sendable, Equatable {
    /// 0, said in the step: `zero {…}`.
    case zero
    /// The register's reset value: `reset {…}`.
    case reset
    /// The step says nothing: 0, and refused by a rule where the register's reset value is another.
    case unsaid
  }

  /// How two values are compared.
  public enum Comparison: String, Sendable, CaseIterable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// What a `let … = read` reads.
  public enum ReadSource: Sendable, Equatable {
    case register(RegisterReference)
    case field(FieldReference)
  }

  /// What an `if` or `while` asks.
  public struct Condition: Sendable, Equatable {
    /// What is compared.
    public var subject: Subject
    /// How.
    public var comparison: Located<Comparison>
    /// With what.
    public var value: Located<Expression>

    /// A calculated value, or one that is read from the device.
    public enum Subject: Sendable, Equatable {
      case field(FieldReference)
      case value(Located<Expression>)
    }

    /// Takes each part as it is.
    public init(subject: Subject, comparison: Located<Comparison>, value: Located<Expression>) {
      self.subject = subject
      self.comparison = comparison
      self.value = value
    }
  }

  /// `divisor = 12` in a call.
  public struct Argument: Sendable, Equatable {
    /// The parameter of the sequence that is called.
    public var name: Located<String>
    /// What it is.
    public var value: Located<Expression>

    /// Takes each part as it is.
    public init(name: Located<String>, value: Located<Expression>) {
      self.name = name
      self.value = value
    }
  }

  /// When a wait gives up.
  public enum Bound: Sendable, Hashable {
    case polls(UInt64)
    /// Nanoseconds; a driver without a timer counts polls of at least `nanosecondsPerPoll` each, so that it
    /// never gives up early.
    case time(nanoseconds: UInt64)

    /// The least time that one poll of a device register takes.
    public static let nanosecondsPerPoll: UInt64 = 10
  }

  /// `FIELD = value` inside a step's braces; the value may name an enumerated value of the field.
  public struct FieldValue: Sendable, Equatable {
    /// The field of the register that is written.
    public var field: Located<String>
    /// What it becomes.
    public var value: Located<Expression>
    /// Takes each part as it is.
    public init(field: Located<String>, value: Located<Expression>) {
      self.field = field
      self.value = value
    }
  }

  /// Takes each part as it is.
  public init(
    name: Located<String>, summary: Located<String>? = nil, section: Located<String>? = nil,
    parameters: [SequenceParameter] = [], steps: [Located<Step>] = [], waivers: [Waiver] = []
  ) {
    self.name = name
    self.summary = summary
    self.section = section
    self.parameters = parameters
    self.steps = steps
    self.waivers = waivers
  }
}

/// A number that whoever calls a sequence gives.
public struct SequenceParameter: Sendable, Equatable {
  /// The name by which its steps speak of it.
  public var name: Located<String>
  /// The values that are allowed, both ends included.
  public var range: Located<ClosedRange<UInt64>>?

  /// Takes each part as it is.
  public init(name: Located<String>, range: Located<ClosedRange<UInt64>>? = nil) {
    self.name = name
    self.range = range
  }
}

extension Sequence.Step {
  /// The steps inside it, in source order.
  public var inner: [Located<Sequence.Step>] {
    switch self {
    case .branch(_, let then, let otherwise): then + otherwise
    case .loop(_, _, let steps), .whileLoop(_, _, let steps): steps
    default: []
    }
  }
}

extension Sequence {
  /// Every step, those inside others too, in source order.
  public var allSteps: [Located<Step>] {
    func all(_ steps: [Located<Step>]) -> [Located<Step>] {
      steps.flatMap { [$0] + all($0.value.inner) }
    }
    return all(steps)
  }
}
