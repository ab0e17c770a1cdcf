public import Diagnostics

/// What stands under `registers`: a register, or a block of them.
public enum RegisterItem: Sendable, Equatable {
  case register(Register)
  case block(Block)

  /// The manual's name.
  public var name: Located<String> {
    switch self {
    case .register(let register): register.name
    case .block(let block): block.name
    }
  }

  /// The register, where it is one.
  public var register: Register? { if case .register(let register) = self { register } else { nil } }
}

/// A group of registers at one place, or an array of groups that are all alike.
public struct Block: Sendable, Equatable {
  /// The manual's name.
  public var name: Located<String>
  /// One line that says what it is for.
  public var summary: Located<String>?
  /// The manual's section.
  public var section: Located<String>?
  /// The resource that it stands in, said only at the top; the only one where the spec names none.
  public var region: Located<String>?
  /// Bytes from the start of its region or of the block around it; of the first element in an array.
  public var offset: Located<UInt64>
  /// How many there are, where it is an array.
  public var repetition: Repetition?
  /// What it holds.
  public var content: Content
  /// The register or block, in the same mapping, whose place it is meant to share.
  public var alternateOf: Located<String>?
  /// The field's value while the block is there at all.
  public var bank: Bank?
  /// Rules that do not hold for it and what it holds.
  public var waivers: [Waiver]

  /// What a block holds.
  public enum Content: Sendable, Equatable {
    /// Registers and blocks of its own; offsets count from the block's start.
    case inline([RegisterItem])
    /// What stands under a name in `blocks`.
    case shared(Located<String>)
  }

  /// Takes each part as it is.
  public init(
    name: Located<String>, summary: Located<String>? = nil, section: Located<String>? = nil,
    region: Located<String>? = nil, offset: Located<UInt64>, repetition: Repetition? = nil,
    content: Content, alternateOf: Located<String>? = nil, bank: Bank? = nil, waivers: [Waiver] = []
  ) {
    self.name = name
    self.summary = summary
    self.section = section
    self.region = region
    self.offset = offset
    self.repetition = repetition
    self.content = content
    self.alternateOf = alternateOf
    self.bank = bank
    self.waivers = waivers
  }
}

/// A block that is defined once, under `blocks`, and stands in several places.
public struct BlockDefinition: Sendable, Equatable {
  /// The name by which blocks refer to it.
  public var name: Located<String>
  /// One line that says what it is for.
  public var summary: Located<String>?
  /// The manual's section.
  public var section: Located<String>?
  /// What it holds; offsets count from the start of the block that refers to it.
  public var items: [RegisterItem]

  /// Takes each part as it is.
  public init(
    name: Located<String>, summary: Located<String>? = nil, section: Located<String>? = nil,
    items: [RegisterItem]
  ) {
    self.name = name
    self.summary = summary
    self.section = section
    self.items = items
  }
}
