/// What a component may ask the root task for; one bit a request.
///
/// A request whose bit is clear is answered with a refusal and changes nothing.
public struct RequestAllowance: OptionSet, Sendable, Hashable {
  /// One bit for each request.
  public let rawValue: UInt16

  /// An allowance from its bits as the manifest holds them.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Names, states, restarts and grants of all components.
  public static let components = Self(rawValue: 1 << 0)
  /// The statistics page of any component.
  public static let statistics = Self(rawValue: 1 << 1)
  /// To make a component crash.
  public static let crash = Self(rawValue: 1 << 2)
  /// To start a component that is held down.
  public static let start = Self(rawValue: 1 << 3)
  /// To read the log of the root task.
  public static let readLog = Self(rawValue: 1 << 4)
  /// To read which capability was granted to whom.
  public static let grants = Self(rawValue: 1 << 5)
  /// To end the run.
  public static let quit = Self(rawValue: 1 << 6)
  /// To count the slots in use and the bytes of untyped memory that are free.
  public static let resources = Self(rawValue: 1 << 7)
  /// To add lines to the log of the root task.
  public static let writeLog = Self(rawValue: 1 << 8)

  /// Everything that can be asked.
  public static let all: Self = [
    .components, .statistics, .crash, .start, .readLog, .grants, .quit, .resources, .writeLog,
  ]
}

/// When an interrupt line says that its device wants service.
public enum ManifestTrigger: UInt8, Sendable, Hashable {
  /// As the device tree says.
  case asDescribed = 0
  /// While the line is active.
  case level = 1
  /// At the line's change.
  case edge = 2
}

/// How a machine gives access to a region of registers.
public enum ManifestAccess: UInt8, Sendable, Hashable {
  /// As memory; the region's index counts the entries of the node's `reg`.
  case memory = 0
  /// Through I/O ports; the index counts the node's port ranges.
  case ports = 1
}

/// The class of device whose protocol a channel speaks.
public enum ManifestClass: UInt8, Sendable, Hashable {
  /// A stream of bytes each way.
  case serial = 1
}

/// How to move a byte by polling, in the words of a driver spec's transmit or receive binding.
///
/// The root task uses it for one purpose: when no driver for the standard output runs, the kept log goes
/// out this way, so that a failing boot is never silent, and a driver that is held down can be started.
public struct PolledData: Sendable, Hashable {
  /// Which of the driver's regions holds both registers.
  public var region: UInt32
  /// Offset of the data register from the region's start, in bytes.
  public var dataOffset: UInt32
  /// Width of the data register in bits: 8, 16 or 32.
  public var dataWidth: UInt8
  /// Offset of the status register, in bytes.
  public var statusOffset: UInt32
  /// Width of the status register in bits: 8, 16 or 32.
  public var statusWidth: UInt8
  /// The bits of the status register that decide.
  public var mask: UInt32
  /// No byte can be moved while `status & mask` equals this: full to a transmitter, empty to a receiver.
  public var blockedValue: UInt32

  /// Data and status registers that lie in one region.
  public init(
    region: UInt32, dataOffset: UInt32, dataWidth: UInt8, statusOffset: UInt32, statusWidth: UInt8,
    mask: UInt32, blockedValue: UInt32
  ) {
    self.region = region
    self.dataOffset = dataOffset
    self.dataWidth = dataWidth
    self.statusOffset = statusOffset
    self.statusWidth = statusWidth
    self.mask = mask
    self.blockedValue = blockedValue
  }
}

/// The bounds of a manifest; the root task's fixed tables have these sizes.
public enum ManifestLimit {
  /// Components in one system.
  public static let components = 16
  /// Channels in one system.
  public static let channels = 32
  /// Channels that one component takes part in: its peer slots.
  public static let channelsPerComponent = 8
  /// Bytes of a name.
  public static let nameBytes = 47
  /// Bytes of a compatible string, a device path or a clock's name.
  public static let textBytes = 255
  /// Compatible strings of one driver.
  public static let compatibles = 8
  /// Register regions of one driver.
  public static let regions = 8
  /// Interrupts of one driver: its interrupt slots.
  public static let interrupts = 8
  /// Clocks of one driver.
  public static let clocks = 8
  /// Parameters of one driver.
  public static let parameters = 16
  /// Registers in one driver's table for fault reports.
  public static let registers = 1024
  /// Bytes of one region: as many pages as one call makes.
  public static let regionBytes: UInt64 = 1 << 20
  /// Ports of one region: all that there are.
  public static let regionPorts: UInt64 = 1 << 16
  /// Bytes of one component's stack.
  public static let stackBytes: UInt32 = 256 << 10
  /// Bytes of each ring of a channel.
  public static let ringBytes: UInt32 = 1 << 20
  /// The highest priority of a component; the root task runs above it.
  public static let priority: UInt8 = 253
  /// Bytes of a whole manifest.
  public static let totalBytes = 1 << 20
}

/// The tables of a manifest, to say in an error which one is meant.
public enum ManifestTable: UInt8, Sendable, Hashable {
  /// Components of the system.
  case components
  /// Channels of the system.
  case channels
  /// A driver's own record.
  case driver
  /// Compatible strings of a driver.
  case compatibles
  /// Register regions of a driver.
  case regions
  /// Interrupts of a driver.
  case interrupts
  /// Clocks of a driver.
  case clocks
  /// Parameters of a driver.
  case parameters
  /// Registers of a driver.
  case registers
  /// Bytes of a name, a path or another text.
  case text
}

/// The single values of a manifest, to say in an error which one is meant.
public enum ManifestField: UInt8, Sendable, Hashable {
  /// A component's priority.
  case priority
  /// A component's stack size in bytes.
  case stackBytes
  /// A component's allowed requests.
  case requests
  /// Bytes or ports of a region.
  case regionBytes
  /// How a region is reached.
  case access
  /// When an interrupt fires.
  case trigger
  /// Width of a register in bits.
  case width
  /// Offset of a register from its region's start.
  case offset
  /// Number of one of the driver's regions.
  case region
  /// Number of a channel's serving component.
  case server
  /// Number of a channel's using component.
  case client
  /// Class of a channel.
  case deviceClass
  /// Bytes of a channel's rings.
  case ringBytes
  /// Channels that a component takes part in.
  case channelsPerComponent
  /// Length of a name.
  case nameBytes
  /// A name that another component has already; the value is the number of the second.
  case duplicateName
}

/// Why bytes are not a manifest, or a manifest cannot be written.
public enum ManifestError: Error, Sendable, Hashable {
  /// The bytes end before the header or the length it states: wanted and available bytes.
  case truncated(wanted: Int, available: Int)
  /// The bytes do not start with a manifest's magic number; what they start with.
  case notAManifest(found: UInt64)
  /// Written for another version of the format.
  case unknownVersion(found: UInt32, known: UInt32)
  /// A table lies outside the manifest: its offset, its elements and the manifest's bytes.
  case outsideManifest(ManifestTable, offset: UInt32, count: UInt32, available: Int)
  /// More elements than the bound allows.
  case tooMany(ManifestTable, count: Int, limit: Int)
  /// A value outside its range.
  case invalidValue(ManifestField, value: UInt64)
}
