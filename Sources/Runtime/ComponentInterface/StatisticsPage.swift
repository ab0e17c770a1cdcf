/// What a component counts about itself: it writes, the supervisor reads.
///
/// To the supervisor the page is an allegation: it is shown, and nothing is decided by it but whether a component
/// made progress between two crashes. The page outlives a restart, so counts go on.
public struct StatisticsPage: BitwiseCopyable, Sendable, Equatable {
  /// Bytes of the page; the structure is shorter.
  public static let size = 4096

  /// How many words ``words`` has.
  public static let wordCount = 12

  /// Interrupts handled.
  public var interrupts: UInt64 = 0
  /// Bytes received from the device.
  public var bytesReceived: UInt64 = 0
  /// Bytes given to the device.
  public var bytesTransmitted: UInt64 = 0
  /// Bytes that were received and could not be kept.
  public var drops: UInt64 = 0
  /// Bytes that arrived without a valid stop bit.
  public var framingErrors: UInt64 = 0
  /// Bytes that arrived with a wrong parity bit.
  public var parityErrors: UInt64 = 0
  /// Break conditions: the line was low for longer than a byte.
  public var breaks: UInt64 = 0
  /// Times that the device's own buffer ran over.
  public var overruns: UInt64 = 0
  /// Times that a peer's ring indices were impossible.
  public var peerFaults: UInt64 = 0
  /// Grows whenever the component did something useful; a crash without progress counts against it.
  public var progress: UInt64 = 0
  /// A word that the component may use as it likes; it survives restarts.
  public var scratch0: UInt64 = 0
  /// A second word that the component may use as it likes; it survives restarts.
  public var scratch1: UInt64 = 0

  /// A page that has counted nothing.
  public init() {}

  /// The counters in their order in the page, for a message.
  public var words: [12 of UInt64] {
    [
      interrupts, bytesReceived, bytesTransmitted, drops, framingErrors, parityErrors, breaks, overruns,
      peerFaults, progress, scratch0, scratch1,
    ]
  }

  /// Statistics from the counters in their order in the page.
  public init(words: [12 of UInt64]) {
    interrupts = words[0]
    bytesReceived = words[1]
    bytesTransmitted = words[2]
    drops = words[3]
    framingErrors = words[4]
    parityErrors = words[5]
    breaks = words[6]
    overruns = words[7]
    peerFaults = words[8]
    progress = words[9]
    scratch0 = words[10]
    scratch1 = words[11]
  }
}
