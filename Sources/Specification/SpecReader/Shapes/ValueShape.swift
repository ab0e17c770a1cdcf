/// What a key takes.
///
/// The decoder says what is wrong with a value; this says the same to editors, in the JSON Schema.
indirect enum ValueShape: Sendable {
  /// A number without sign, between two that are included.
  case number(from: UInt64 = 0, to: UInt64 = .max)
  /// A whole number that may be negative.
  case signedNumber
  /// `125/2`, or a whole number that may be negative.
  case ratio
  /// `true` or `false`.
  case flag
  /// Any text in one value.
  case text
  /// A name that something else declares.
  case name
  /// `50...4000000`.
  case range
  /// `7` or `6:5`.
  case bits
  /// One of some words.
  case word([String])
  /// A register or a field: `FR.BUSY`, `CHANNEL[2].COUNT`.
  case reference
  /// A value with don't-care bits, `0b1xx`.
  case pattern
  /// Arithmetic, a condition or a step: a language of its own, which the schema takes for text.
  case phrase
  /// Nothing but a fixed number.
  case constant(Int)
  /// A list, of at least so many.
  case list(ValueShape, least: Int = 0)
  /// One value, or a list of at least one.
  case oneOrMore(ValueShape)
  /// A mapping whose keys are the author's names.
  case named(ValueShape)
  /// A mapping whose keys are bits.
  case byBits(ValueShape)
  /// Nothing at all, as after a key alone.
  case nothing
  /// A mapping with known keys, by its name in ``SpecShapes``.
  case mapping(String)
  /// A register or a block, told apart by the keys `registers` and `block`.
  case registerItem
  /// Steps, of which some have others below them.
  case steps(least: Int = 0)
  /// Any of some.
  case anyOf([ValueShape])
}

/// A mapping of the language: its keys, and what each takes.
struct MappingShape: Sendable {
  /// Its name in the JSON Schema's `$defs`.
  let name: String
  /// What it describes, for editors.
  let summary: String
  /// In the order of the documentation.
  let keys: [Key]
  /// Groups of keys of which at least one must be there.
  let oneNeeded: [[String]]
  /// Keys that need others beside them.
  let dependent: [(key: String, needed: String)]
  /// Keys that cannot both stand.
  let exclusive: [(String, String)]

  /// One key.
  struct Key: Sendable {
    let name: String
    let value: ValueShape
    /// Whether the mapping is refused without it.
    let isNeeded: Bool
    let summary: String

    init(_ name: String, _ value: ValueShape, needed: Bool = false, _ summary: String) {
      self.name = name
      self.value = value
      isNeeded = needed
      self.summary = summary
    }
  }

  /// The names alone.
  let keyNames: [String]

  init(
    _ name: String, _ summary: String, oneNeeded: [[String]] = [],
    dependent: [(key: String, needed: String)] = [],
    exclusive: [(String, String)] = [], _ keys: [Key]
  ) {
    self.dependent = dependent
    self.exclusive = exclusive
    self.name = name
    self.summary = summary
    self.keys = keys
    self.oneNeeded = oneNeeded
    keyNames = keys.map(\.name)
  }
}
