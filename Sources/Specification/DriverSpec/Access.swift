/// What reading and writing a register or a field does.
public struct Access: Sendable, Hashable {
  /// Who may do what.
  public var permission: Permission
  /// What a write does to the bits.
  public var writeEffect: WriteEffect

  /// Takes each part as it is.
  public init(_ permission: Permission, writeEffect: WriteEffect = .stores) {
    self.permission = permission
    self.writeEffect = writeEffect
  }

  /// Whether software may read and write.
  public enum Permission: String, Sendable, CaseIterable {
    case readWrite = "read-write"
    case readOnly = "read-only"
    case writeOnly = "write-only"
    /// Written once after reset, and never read.
    case writeOnce = "write-once"
    /// Written once after reset; reads at any time.
    case readWriteOnce = "read-write-once"
  }

  /// What a write does to each bit.
  public enum WriteEffect: String, Sendable, CaseIterable {
    /// The bit becomes what is written.
    case stores
    case oneClears = "1-clears"
    case oneSets = "1-sets"
    case oneToggles = "1-toggles"
    case zeroClears = "0-clears"
    case zeroSets = "0-sets"
    case zeroToggles = "0-toggles"
    /// Any write clears all bits.
    case clears
    /// Any write sets all bits.
    case sets
    /// Any write does something that no other word says.
    case changes
  }

  /// Reads as it was written.
  public static let readWrite = Self(.readWrite)
  /// Only reads.
  public static let readOnly = Self(.readOnly)
  /// Only takes writes.
  public static let writeOnly = Self(.writeOnly)
  /// Takes one write after reset, and no read.
  public static let writeOnce = Self(.writeOnce)
  /// Reads, and takes one write after reset.
  public static let readWriteOnce = Self(.readWriteOnce)
  /// Reads as state; writing 1 clears the bit, writing 0 leaves it.
  public static let write1ToClear = Self(.readWrite, writeEffect: .oneClears)

  /// The accesses that have a word of their own, `write-1-to-clear` and its like among them.
  public static let words: [(word: String, access: Access)] =
    Permission.allCases.map { ($0.rawValue, Access($0)) } + [
      ("write-1-to-clear", write1ToClear), ("write-1-to-set", Self(.readWrite, writeEffect: .oneSets)),
      ("write-1-to-toggle", Self(.readWrite, writeEffect: .oneToggles)),
      ("write-0-to-clear", Self(.readWrite, writeEffect: .zeroClears)),
      ("write-0-to-set", Self(.readWrite, writeEffect: .zeroSets)),
      ("write-0-to-toggle", Self(.readWrite, writeEffect: .zeroToggles)),
    ]

  /// The access that one word says.
  ///
  /// - Parameter word: `read-only`, `write-1-to-clear`, ….
  public init?(word: String) {
    guard let found = Self.words.first(where: { $0.word == word }) else { return nil }
    self = found.access
  }

  /// In the words of a spec: one where there is one, or else the permission and what a write does.
  public var text: String {
    Self.words.first { $0.access == self }?.word
      ?? "\(permission.rawValue), a write \(writeEffect.rawValue)"
  }

  /// Whether a read means anything.
  public var isReadable: Bool {
    switch permission {
    case .readWrite, .readOnly, .readWriteOnce: true
    case .writeOnly, .writeOnce: false
    }
  }

  /// Whether a write does anything.
  public var isWritable: Bool { permission != .readOnly }

  /// Whether it can be written but once.
  public var isWriteOnce: Bool { permission == .writeOnce || permission == .readWriteOnce }

  /// What a read-modify-write does to bits that it does not mean.
  public var untouched: Untouched {
    guard isWritable else { return .asRead }
    return switch writeEffect {
    case .stores: permission == .readWrite ? .asRead : .impossible
    case .oneClears, .oneSets, .oneToggles: .zero
    case .zeroClears, .zeroSets, .zeroToggles: .one
    case .clears, .sets, .changes: .impossible
    }
  }

  /// How bits are written that must stay as they are.
  public enum Untouched: Sendable {
    case asRead, zero, one
    /// No value leaves them alone: the register cannot be modified.
    case impossible
  }
}

/// What a read changes in the device.
public enum ReadEffect: Sendable, Hashable {
  /// All bits are 0 afterwards.
  case clears
  /// All bits are 1 afterwards.
  case sets
  /// Anything else, in words: `takes the oldest character out of the FIFO`.
  case changes(String)

  /// What a read does, in words that follow "a read".
  public var text: String {
    switch self {
    case .clears: "clears it"
    case .sets: "sets all its bits"
    case .changes(let text): text
    }
  }
}
