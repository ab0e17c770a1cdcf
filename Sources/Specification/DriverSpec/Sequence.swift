public import Diagnostics

/// A named list of steps: `start`, `stop`, or one of the author's own.
public struct Sequence: Sendable, Equatable {
  /// `start` and `stop` belong to the class; others are the author's.
  public var name: Located<String>
  /// One line that says what it does.
  public var summary: Located<String>?
  /// The manual's section.
  public var section: Located<String>?
  /// In the order in which they are done.
  public var steps: [Located<Step>]

  /// One step, written as a line of text.
  public indirect enum Step: Sendable, Equatable {
    /// `REG = 0x301`: writes the whole register.
    case write(register: Located<String>, value: Located<Expression>)
    /// `REG = {A = 1}` from zero, `REG = reset {A = 1}` from the reset value.
    case writeFields(register: Located<String>, from: Start, fields: [FieldValue])
    /// `REG.A = 1` or `REG with {A = 1, B = 0}`: reads, changes the named fields, writes.
    case modify(register: Located<String>, fields: [FieldValue])
    /// `read REG`: for its side effect.
    case read(register: Located<String>)
    /// `await REG.FIELD == 0 within 10 ms`; a missing bound is refused by a rule.
    case await(
      field: FieldReference, comparison: Located<Comparison>, value: Located<Expression>,
      bound: Located<Bound>?)
    /// `let divisor = (uartclk * 4 + baud-rate / 2) / baud-rate`.
    case bind(name: Located<String>, value: Located<Expression>)
    /// `require divisor in 64...4194303`: fails the sequence outside the range.
    case require(value: Located<Expression>, range: Located<ClosedRange<UInt64>>)
    /// `hook NAME`: calls the author's Swift.
    case hook(name: Located<String>)
  }

  /// What the fields that a write does not name are.
  public enum Start: Sendable, Equatable { case zero, reset }

  /// How an awaited field is compared.
  public enum Comparison: String, Sendable { case equal = "==", notEqual = "!=" }

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
    steps: [Located<Step>] = []
  ) {
    self.name = name
    self.summary = summary
    self.section = section
    self.steps = steps
  }
}

/// `REGISTER.FIELD`.
public struct FieldReference: Sendable, Hashable {
  /// The register's name.
  public var register: Located<String>
  /// The field's name.
  public var field: Located<String>
  /// Takes each part as it is.
  public init(register: Located<String>, field: Located<String>) {
    self.register = register
    self.field = field
  }
}

/// Unsigned 64-bit arithmetic in a step.
///
/// Overflow and division by zero fail the sequence at run time.
public indirect enum Expression: Sendable, Equatable {
  case literal(UInt64)
  /// A clock (Hz), a parameter, an earlier `let`, or an enumerated value of the field it is written to.
  case name(Located<String>)
  case binary(Operator, Located<Expression>, Located<Expression>)

  /// The operators, with the precedence of Swift: `<<` `>>`, then `*` `/` `%` `&`, then `+` `-` `|`.
  public enum Operator: String, Sendable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
    case shiftLeft = "<<"
    case shiftRight = ">>"
    case and = "&"
    case or = "|"
  }
}

/// What the spec cannot say: a requirement that the author's Swift fulfils and the compiler checks.
public struct Hook: Sendable, Equatable {
  /// The name by which steps speak of it.
  public var name: Located<String>
  /// One line that says what the author's Swift must do.
  public var summary: Located<String>?

  /// Takes each part as it is.
  public init(name: Located<String>, summary: Located<String>? = nil) {
    self.name = name
    self.summary = summary
  }
}
