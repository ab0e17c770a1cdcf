public import DriverSpec

/// What a system file can name: boards, drivers and programs that are there.
public struct SystemCatalogue: Sendable {
  /// Names of boards.
  public var boards: [String]
  /// Drivers, by the names in their specs.
  public var drivers: [SystemDriver]
  /// Programs without a device.
  public var programs: [SystemProgram]

  /// Takes each part as it is.
  public init(boards: [String], drivers: [SystemDriver], programs: [SystemProgram]) {
    self.boards = boards
    self.drivers = drivers
    self.programs = programs
  }

  func driver(named name: String) -> SystemDriver? { drivers.first { $0.spec.name.value == name } }

  func program(named name: String) -> SystemProgram? { programs.first { $0.name == name } }
}

/// A driver that a system can run.
public struct SystemDriver: Sendable, Equatable {
  /// Its spec.
  public var spec: CheckedDriverSpec
  /// The name of its ELF file in the root task's archive.
  public var image: String

  /// Takes each part as it is.
  public init(spec: CheckedDriverSpec, image: String) {
    self.spec = spec
    self.image = image
  }
}

/// A program that a system can run and that has no device of its own.
public struct SystemProgram: Sendable, Equatable {
  /// Its name in system files: `Console`.
  public var name: String
  /// The name of its ELF file in the root task's archive.
  public var image: String
  /// The ports that it has; each must be connected.
  public var ports: [Port]
  /// What it offers to others, if anything.
  public var serves: DeviceClass?
  /// What it may ask the root task for where the system file does not say.
  public var requests: [SystemRequest]
  /// Bytes of its stack where the system file does not say.
  public var stackBytes: UInt32

  /// A connection that a program needs.
  public struct Port: Sendable, Equatable {
    /// The program's name for it.
    public var name: String
    /// What must be at the other end.
    public var deviceClass: DeviceClass

    /// Takes each part as it is.
    public init(_ name: String, _ deviceClass: DeviceClass) {
      self.name = name
      self.deviceClass = deviceClass
    }
  }

  /// Takes each part as it is.
  public init(
    name: String, image: String, ports: [Port] = [], serves: DeviceClass? = nil,
    requests: [SystemRequest] = [], stackBytes: UInt32 = CheckedSystem.defaultStackBytes
  ) {
    self.name = name
    self.image = image
    self.ports = ports
    self.serves = serves
    self.requests = requests
    self.stackBytes = stackBytes
  }

  /// The kit's own console: a line editor on a serial port that watches over the system.
  public static let console = SystemProgram(
    name: "Console", image: "console.elf", ports: [Port("port", .serial)], requests: [.all],
    stackBytes: 64 << 10)

  /// A program that tries what no component may do, and logs what came of it: for tests.
  public static let confinement = SystemProgram(
    name: "Confinement", image: "confinement.elf", requests: [.writeLog])

  /// Sends messages to a ``messageSink``: for measuring.
  ///
  /// Channels are of a class, and there is one; through this one messages go in place of characters.
  public static let messageSource = SystemProgram(
    name: "MessageSource", image: "message-stream.elf", ports: [Port("sink", .serial)],
    requests: [.writeLog])

  /// Takes what a ``messageSource`` sends.
  public static let messageSink = SystemProgram(
    name: "MessageSink", image: "message-stream.elf", serves: .serial, requests: [.writeLog])
}
