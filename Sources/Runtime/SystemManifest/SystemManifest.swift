#if !os(none)
  /// What the root task starts: the components of a system, what each may hold, who talks to whom.
  ///
  /// The host makes it from checked specs and the system file; the root task reads the encoded form
  /// through `ManifestView`.
  public struct SystemManifest: Sendable, Hashable {
    /// The components, in the order of the system file.
    public var components: [Component]
    /// The channels between them.
    public var channels: [Channel]

    /// A manifest of these components and channels.
    public init(components: [Component], channels: [Channel] = []) {
      self.components = components
      self.channels = channels
    }

    /// A program that runs in an address space of its own.
    public struct Component: Sendable, Hashable {
      /// What the system file calls it.
      public var name: String
      /// The name of its ELF file in the root task's archive.
      public var image: String
      /// Its thread's priority, 0 to `ManifestLimit.priority`; higher runs first.
      public var priority: UInt8
      /// What it may ask the root task for.
      public var requests: RequestAllowance
      /// Bytes of its stack, 1 to `ManifestLimit.stackBytes`; rounded up to pages.
      public var stackBytes: UInt32
      /// What its driver needs; nil for a component without a device.
      public var driver: Driver?

      /// A component as the system file describes it.
      public init(
        name: String, image: String, priority: UInt8, requests: RequestAllowance = [],
        stackBytes: UInt32 = 16 << 10, driver: Driver? = nil
      ) {
        self.name = name
        self.image = image
        self.priority = priority
        self.requests = requests
        self.stackBytes = stackBytes
        self.driver = driver
      }
    }

    /// What a driver needs, from its spec, and which device it serves, from the system file.
    public struct Driver: Sendable, Hashable {
      /// The driver's name in its spec.
      public var name: String
      /// Compatible strings of the devices that it knows.
      public var compatibles: [String]
      /// Path of the device's node; empty to take the first compatible one.
      public var device: String
      /// Its register regions, in the order of the spec.
      public var regions: [Region]
      /// Its interrupts, in the order of the spec.
      public var interrupts: [Interrupt]
      /// Its clocks, in the order of the spec.
      public var clocks: [Clock]
      /// The values of its spec's parameters, in the order of the spec.
      public var parameters: [UInt64]
      /// Its registers, for fault reports.
      public var registers: [Register]
      /// How to send a byte by polling, where the spec's class binding says so.
      public var transmitter: PolledData?
      /// How to receive a byte by polling, where the spec's class binding says so.
      public var receiver: PolledData?

      /// A driver's needs.
      public init(
        name: String, compatibles: [String], device: String = "", regions: [Region],
        interrupts: [Interrupt] = [], clocks: [Clock] = [], parameters: [UInt64] = [],
        registers: [Register] = [], transmitter: PolledData? = nil, receiver: PolledData? = nil
      ) {
        self.name = name
        self.compatibles = compatibles
        self.device = device
        self.regions = regions
        self.interrupts = interrupts
        self.clocks = clocks
        self.parameters = parameters
        self.registers = registers
        self.transmitter = transmitter
        self.receiver = receiver
      }
    }

    /// A register region.
    public struct Region: Sendable, Hashable {
      /// Its place in the device node's `reg`, or among its ranges of ports.
      public var index: UInt32
      /// Bytes or ports that the driver may touch.
      public var size: UInt64
      /// How it is reached.
      public var access: ManifestAccess

      /// The region at a place.
      public init(index: UInt32, size: UInt64, access: ManifestAccess = .memory) {
        self.index = index
        self.size = size
        self.access = access
      }
    }

    /// An interrupt line.
    public struct Interrupt: Sendable, Hashable {
      /// Its place in the device node's `interrupts`.
      public var index: UInt32
      /// When it fires.
      public var trigger: ManifestTrigger

      /// The interrupt at a place in `interrupts`.
      public init(index: UInt32, trigger: ManifestTrigger) {
        self.index = index
        self.trigger = trigger
      }
    }

    /// A clock whose rate the driver wants to know.
    public enum Clock: Sendable, Hashable {
      /// By its place in the device node's `clocks`.
      case index(UInt32)
      /// By its name in the device node's `clock-names`.
      case name(String)
    }

    /// A register as a fault report names it.
    public struct Register: Sendable, Hashable {
      /// The manual's name.
      public var name: String
      /// Which of the driver's regions it lies in.
      public var region: UInt32
      /// Offset from the region's start, in bytes.
      public var offset: UInt64
      /// Width in bits: 8, 16, 32 or 64.
      public var width: UInt8

      /// A register of a region.
      public init(name: String, region: UInt32 = 0, offset: UInt64, width: UInt8) {
        self.name = name
        self.region = region
        self.offset = offset
        self.width = width
      }
    }

    /// Shared rings and signals between two components.
    public struct Channel: Sendable, Hashable {
      /// Index of the component that serves it.
      public var server: UInt16
      /// Index of the component that uses it.
      public var client: UInt16
      /// Whose protocol it speaks.
      public var deviceClass: ManifestClass
      /// Bytes of each of its two rings, a power of two.
      public var ringBytes: UInt32

      /// A channel from a client to the component that serves it.
      public init(
        server: UInt16, client: UInt16, deviceClass: ManifestClass = .serial, ringBytes: UInt32
      ) {
        self.server = server
        self.client = client
        self.deviceClass = deviceClass
        self.ringBytes = ringBytes
      }
    }
  }
#endif
