/// One thing that was given to somebody, for reports and counts.
public struct GrantRecord: Sendable, Hashable, BitwiseCopyable {
  /// What was given, and what the three values mean; the numbers are those of the components' interface.
  public enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// Untyped memory: physical address, bytes, slot of the capability.
    case untyped = 1
    /// Device registers: physical address, bytes, virtual address.
    case deviceFrame = 2
    /// Ordinary memory that is mapped: physical address, bytes, virtual address.
    case frame = 3
    /// An interrupt: its number, its slot, 0 for level or 1 for edge.
    case interrupt = 4
    /// The supervisor's endpoint: slot, badge, rights.
    case endpoint = 5
    /// A notification: slot, badge, rights (1 write, 2 read).
    case notification = 6
    /// A channel's shared memory: physical address, bytes, virtual address.
    case channel = 7
    /// Kernel objects: object type, log2 of the bytes of one, how many.
    case object = 8
    /// I/O ports: the first, how many, slot of the capability; 0 until its holder has one.
    case ports = 9
  }

  /// Who holds it.
  public var owner: Owner
  /// What it is.
  public var kind: Kind
  /// Whether it ends with the component's present life; what does not outlives a restart.
  public var endsAtRestart: Bool
  /// Depends on the kind.
  public var first: UInt64
  /// Depends on the kind.
  public var second: UInt64
  /// Depends on the kind.
  public var third: UInt64

  /// A record of a grant.
  public init(
    owner: Owner, kind: Kind, endsAtRestart: Bool, first: UInt64, second: UInt64, third: UInt64
  ) {
    self.owner = owner
    self.kind = kind
    self.endsAtRestart = endsAtRestart
    self.first = first
    self.second = second
    self.third = third
  }
}

/// The record of everything that was granted and not yet revoked.
///
/// A table that is full loses records, never grants; how many were lost is counted.
public struct GrantTable {
  private var records = InlineArray<512, GrantRecord>(
    repeating: GrantRecord(
      owner: .rootTask, kind: .untyped, endsAtRestart: false, first: 0, second: 0, third: 0))
  /// How many records there are.
  public private(set) var count = 0
  /// How many found no room.
  public private(set) var lost = 0

  init() {}

  /// One record; an index outside is a trap.
  public mutating func record(_ index: Int) -> GrantRecord {
    precondition(index >= 0 && index < count, "outside the table of grants")
    return records[index]
  }

  /// How many grants somebody holds.
  public mutating func count(of owner: Owner) -> Int {
    var held = 0
    var index = 0
    while index < count {
      if records[index].owner == owner { held += 1 }
      index += 1
    }
    return held
  }

  /// Who holds the first recorded range of I/O ports that has some of these.
  mutating func holder(ofPorts ports: ClosedRange<UInt64>) -> Owner? {
    var index = 0
    while index < count {
      let record = records[index]
      if record.kind == .ports, record.first <= ports.upperBound,
        record.first + record.second > ports.lowerBound
      {
        return record.owner
      }
      index += 1
    }
    return nil
  }

  /// Notes a grant.
  public mutating func note(_ record: GrantRecord) {
    guard count < BrokerLimit.grants else {
      lost += 1
      return
    }
    records[count] = record
    count += 1
  }

  /// Forgets what a component held for one life.
  public mutating func endLife(of owner: Owner) {
    keep { $0.owner != owner || !$0.endsAtRestart }
  }

  /// Forgets one grant by its owner, kind and first value.
  mutating func forget(_ owner: Owner, _ kind: GrantRecord.Kind, first: UInt64) {
    keep { $0.owner != owner || $0.kind != kind || $0.first != first }
  }

  /// Completes a record, found by its owner, kind and first value: where the thing was mapped.
  public mutating func setThird(_ owner: Owner, _ kind: GrantRecord.Kind, first: UInt64, to third: UInt64) {
    var index = 0
    while index < count {
      if records[index].owner == owner, records[index].kind == kind, records[index].first == first {
        records[index].third = third
      }
      index += 1
    }
  }

  private mutating func keep(_ wanted: (borrowing GrantRecord) -> Bool) {
    var kept = 0
    var index = 0
    while index < count {
      if wanted(records[index]) {
        if kept != index { records[kept] = records[index] }
        kept += 1
      }
      index += 1
    }
    count = kept
  }
}
