/// One thing that a component holds, as the supervisor recorded it when it was given.
public struct Grant: BitwiseCopyable, Sendable, Equatable {
  /// The grant's place in the supervisor's record.
  public var index: UInt32
  /// How many grants are recorded.
  public var total: UInt32
  /// The number of the component that holds it.
  public var component: UInt32
  /// What it is, and what ``first``, ``second`` and ``third`` mean.
  public var kind: Kind
  /// Depends on ``kind``.
  public var first: UInt64
  /// Depends on ``kind``.
  public var second: UInt64
  /// Depends on ``kind``.
  public var third: UInt64

  /// What a grant is.
  public struct Kind: BitwiseCopyable, Sendable, Equatable {
    /// The kind as a number in a message.
    public var rawValue: UInt32

    /// Takes the kind as a number in a message.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Memory that the component was built from: physical address, bytes, 0.
    public static let untyped = Kind(rawValue: 1)
    /// Device registers: physical address, bytes, virtual address.
    public static let deviceFrame = Kind(rawValue: 2)
    /// Ordinary memory, mapped: physical address, bytes, virtual address.
    public static let frame = Kind(rawValue: 3)
    /// An interrupt: its number, its slot, 0 for level or 1 for edge.
    public static let interrupt = Kind(rawValue: 4)
    /// The supervisor's endpoint: slot, badge, rights.
    public static let endpoint = Kind(rawValue: 5)
    /// A notification: slot, badge, rights (1 write, 2 read).
    public static let notification = Kind(rawValue: 6)
    /// A channel's shared memory: physical address, bytes, virtual address.
    public static let channel = Kind(rawValue: 7)
    /// A kernel object made from the component's untyped: kernel object type, size in bits, how many.
    public static let object = Kind(rawValue: 8)
    /// I/O ports: the first, how many, the slot of the capability to them.
    public static let ports = Kind(rawValue: 9)
  }

  /// A grant with all its parts.
  public init(
    index: UInt32, total: UInt32, component: UInt32, kind: Kind, first: UInt64, second: UInt64, third: UInt64
  ) {
    self.index = index
    self.total = total
    self.component = component
    self.kind = kind
    self.first = first
    self.second = second
    self.third = third
  }

  /// The grant as a reply.
  public var message: SupervisorMessage {
    var message = SupervisorMessage(label: 0)
    message.append(UInt64(index))
    message.append(UInt64(total))
    message.append(UInt64(component))
    message.append(UInt64(kind.rawValue))
    message.append(first)
    message.append(second)
    message.append(third)
    return message
  }

  /// The grant in a reply; throws the supervisor's refusal or ``SupervisorError/malformed``.
  public init(_ message: SupervisorMessage) throws(SupervisorError) {
    try message.checkGranted()
    guard let index = message.word(0), let total = message.word(1), let component = message.word(2),
      let kind = message.word(3), let first = message.word(4), let second = message.word(5),
      let third = message.word(6)
    else { throw .malformed }
    self.init(
      index: UInt32(truncatingIfNeeded: index), total: UInt32(truncatingIfNeeded: total),
      component: UInt32(truncatingIfNeeded: component),
      kind: Kind(rawValue: UInt32(truncatingIfNeeded: kind)), first: first, second: second, third: third)
  }
}
