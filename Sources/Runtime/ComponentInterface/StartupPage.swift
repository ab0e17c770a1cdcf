/// The page that tells a component what it holds: written by the supervisor, read-only to the component.
///
/// The component's first instruction finds its address in the first argument register. Counts and slots are the
/// supervisor's word: a component trusts them, since the supervisor could do anything to it anyhow.
public struct StartupPage: BitwiseCopyable, Sendable {
  /// What ``magic`` must hold: "DDDKSTRT" in little-endian order.
  public static let expectedMagic: UInt64 = 0x5452_5453_4b44_4444

  /// The version of this layout.
  public static let currentVersion: UInt32 = 4

  /// Bytes of the page; the structure is shorter.
  public static let size = 4096

  /// The offset of ``controlWord`` in bytes: the one field that changes while the component runs.
  public static let controlWordOffset = 16

  /// ``expectedMagic``.
  public var magic: UInt64 = StartupPage.expectedMagic
  /// ``currentVersion``.
  public var version: UInt32 = StartupPage.currentVersion
  /// The component's number: its place in the manifest; its requests and faults carry one more as their badge.
  public var componentID: UInt32 = 0
  /// What the supervisor asks; read it afresh at ``controlWordOffset`` after each control signal.
  public var controlWord: ControlWord = .run
  /// Where the IPC buffer is mapped.
  public var ipcBufferAddress: UInt64 = 0
  /// Where the ``StatisticsPage`` is mapped.
  public var statisticsAddress: UInt64 = 0
  /// How many times the component has been restarted; 0 at its first start.
  public var restarts: UInt32 = 0
  /// What the component touches when it is asked to crash, and does not hold: the first address after the first register
  /// region, or page 0 where none is mapped.
  public var crashAddress: UInt64 = 0
  /// How many entries of ``interrupts`` hold a grant.
  public var interruptCount: UInt32 = 0
  /// How many entries of ``regions`` hold a grant.
  public var regionCount: UInt32 = 0
  /// How many entries of ``clocks`` hold a grant.
  public var clockCount: UInt32 = 0
  /// How many entries of ``channels`` hold a grant.
  public var channelCount: UInt32 = 0
  /// How many entries of ``parameters`` hold a value.
  public var parameterCount: UInt32 = 0
  /// The component's name in the system file.
  public var name: ComponentName = ComponentName()
  /// Interrupts in the spec's order.
  public var interrupts: [8 of InterruptGrant] = InlineArray(repeating: InterruptGrant())
  /// Register regions in the spec's order.
  public var regions: [8 of RegionGrant] = InlineArray(repeating: RegionGrant())
  /// Clock rates in hertz, in the spec's order; 0 where the board does not say.
  public var clocks: [8 of UInt64] = InlineArray(repeating: 0)
  /// Values of the spec's parameters, in the spec's order.
  public var parameters: [16 of UInt64] = InlineArray(repeating: 0)
  /// Channels in the system file's order.
  public var channels: [8 of ChannelGrant] = InlineArray(repeating: ChannelGrant())

  /// An empty page for component 0.
  public init() {}

  /// Whether the page was written by a supervisor that speaks this version.
  public var isValid: Bool {
    magic == Self.expectedMagic && version == Self.currentVersion
  }
}
