public import DriverSpec

/// A system that every rule has passed: what the manifest is made of.
public struct CheckedSystem: Sendable {
  /// The board that it runs on.
  public let board: String
  /// In the order of the file.
  public let components: [Component]
  /// In the order of the file.
  public let channels: [Channel]

  /// A component of a checked system.
  public struct Component: Sendable {
    /// What the system calls it.
    public let name: String
    /// The name of its ELF file in the root task's archive.
    public let image: String
    /// Its thread's priority.
    public let priority: UInt8
    /// Bytes of its stack.
    public let stackBytes: UInt32
    /// What it may ask the root task for.
    public let requests: Set<SystemRequest>
    /// Its driver and device, where it has one.
    public let driver: Driver?
  }

  /// A driver and the device that it serves.
  public struct Driver: Sendable {
    /// The driver's spec.
    public let spec: CheckedDriverSpec
    /// The path of the device's node, with every unit address.
    public let device: String
    /// Whether its registers are reached through I/O ports.
    public let throughPorts: Bool
    /// The values of the spec's parameters, in the spec's order: the system file's, or else the device's property
    /// that the spec names, or else the spec's default.
    public let parameters: [UInt64]
  }

  /// A channel between two components, by their indices.
  public struct Channel: Sendable, Equatable {
    /// Who serves it.
    public let server: Int
    /// Who uses it.
    public let client: Int
    /// What it carries.
    public let deviceClass: DeviceClass
    /// Bytes of each of its two rings.
    public let ringBytes: UInt32
  }

  /// Bytes of a page: what memory is granted in.
  static let pageBytes: UInt64 = 4096
  /// Bytes of a stack where the file does not say.
  public static let defaultStackBytes: UInt32 = 16 << 10
  /// Bytes of a ring where the file does not say.
  public static let defaultRingBytes: UInt32 = 4096
  /// Bytes of the smallest ring.
  static let minimumRingBytes: UInt64 = 64

  /// For `SystemCheck` alone, after its last rule; what rules have refused is left out.
  init(afterEveryRule system: JudgedSystem) {
    board = system.spec.board.value
    components = system.spec.components.map { component in
      let driver = system.driver(of: component)
      let program = system.program(of: component)
      let said = component.requests?.map(\.value) ?? program?.requests ?? []
      return Component(
        name: component.name.value, image: driver?.image ?? program?.image ?? "",
        priority: UInt8(component.priority.value),
        stackBytes: component.stack.map { UInt32($0.value) } ?? program?.stackBytes ?? Self.defaultStackBytes,
        requests: said.contains(.all) ? Set(SystemRequest.allCases).subtracting([.all]) : Set(said),
        driver: driver.flatMap { driver in
          system.assignments[component.name.value].map { device in
            Driver(
              spec: driver.spec, device: device.path, throughPorts: device.givesPorts(to: driver.spec),
              parameters: driver.spec.parameters.map { parameter in
                component.parameters.first { $0.name.value == parameter.name.value }?.value.value
                  ?? device.number(parameter.property?.value) ?? parameter.defaultValue.value
              })
          }
        })
    }
    channels = system.spec.components.enumerated().flatMap { client, component in
      component.uses.compactMap { use in
        guard
          let server = system.spec.components.firstIndex(where: { $0.name.value == use.component.value }),
          let deviceClass = system.serves(system.spec.components[server])
        else { return nil }
        return Channel(
          server: server, client: client, deviceClass: deviceClass,
          ringBytes: use.ring.map { UInt32($0.value) } ?? Self.defaultRingBytes)
      }
    }
  }
}
