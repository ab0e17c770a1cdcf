import DriverSpec

/// Registers that stand together: a region's, or a block's.
struct BlockPlan {
  /// The type that holds them on a bus: `PL011Registers`, `DMA.CHANNELRegisters`.
  var type: String
  /// The name space of their contents: `PL011`, `DMA.CHANNEL`.
  var space: String
  /// Whether it is a region: offsets count from its start.
  var isRegion: Bool
  /// What the comments call it.
  var title: String
  var line: Int?
  /// By offset, then name.
  var items: [Item]
  /// The banks whose registers stand in it.
  var banks: [BankPlan] = []

  /// What stands in it.
  enum Item {
    case register(RegisterPlan)
    case block(NestedBlockPlan)

    var offset: UInt64 {
      switch self {
      case .register(let register): register.offset
      case .block(let block): block.offset
      }
    }
    var swiftName: String {
      switch self {
      case .register(let register): register.swiftName
      case .block(let block): block.swiftName
      }
    }
    var name: String {
      switch self {
      case .register(let register): register.name
      case .block(let block): block.name
      }
    }
  }

  /// How an offset within it reads.
  func place(_ offset: UInt64) -> String {
    let number = NumberText.hexadecimal(offset, digits: 2)
    return isRegion ? number : offset == 0 ? "offset" : "offset &+ \(number)"
  }
}

/// A block as part of another.
struct NestedBlockPlan {
  /// The manual's name.
  var name: String
  var swiftName: String
  var summary: String?
  var line: Int
  var offset: UInt64
  var repetition: RepetitionPlan?
  var bus: BusPlan
  /// The type that holds its registers.
  var type: String
  /// What it holds, where it is its own; a shared block is planned once.
  var own: BlockPlan?
}

/// Elements of an array.
struct RepetitionPlan {
  var count: Int
  var stride: UInt64

  init?(_ repetition: Repetition?) {
    guard let repetition else { return nil }
    count = repetition.count.value
    stride = repetition.stride.value
  }
}

/// How the bus of a register differs from that of its block.
struct BusPlan {
  /// One thing between the block's bus and the register, the nearest to the register last.
  enum Layer: Equatable {
    case bigEndian
    case ordered(String)
    case locked(type: String, key: String)
    case banked(type: String, selector: String)
    case readBack
    case readBackFrom(type: String, place: String)
  }

  var layers: [Layer] = []

  /// The bus's type.
  var type: String {
    layers.reduce("Bus") { base, layer in
      switch layer {
      case .bigEndian: "BigEndianBus<\(base)>"
      case .ordered(let placement): "OrderedBus<\(base), \(placement)>"
      case .locked(let type, _): "LockedBus<\(base), \(type)>"
      case .banked(let type, _): "BankedBus<\(base), \(type)>"
      case .readBack: "PostedBus<\(base)>"
      case .readBackFrom(let type, _): "ReadBackBus<\(base), \(type)>"
      }
    }
  }

  /// The bus itself.
  var text: String {
    layers.reduce("bus") { base, layer in
      switch layer {
      case .bigEndian: "BigEndianBus(\(base))"
      case .ordered: "OrderedBus(\(base))"
      case .locked(_, let key): "LockedBus(\(base), lockedAt: \(key))"
      case .banked(_, let selector): "BankedBus(\(base), selectedAt: \(selector))"
      case .readBack: "PostedBus(\(base))"
      case .readBackFrom(_, let place): "ReadBackBus(\(base), readingBackAt: \(place))"
      }
    }
  }
}

/// A bank that is selected for one access at a time.
struct BankPlan {
  /// `LCR_DLAB_1`.
  var name: String
  var words: String
  var line: Int
  /// The contents of the register that selects.
  var selector: String
  var word: String
  var mask: UInt64
  var selected: UInt64
  var preserved: UInt64?
  var ones: UInt64
}

/// A lock that is opened for one write at a time.
struct LockPlan {
  /// `WatchdogLock`.
  var name: String
  var summary: String?
  var line: Int
  /// The contents of the register that takes the words.
  var key: String
  var unlock: [UInt64]
  var lock: UInt64?
}
