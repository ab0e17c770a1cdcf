public import Diagnostics

/// What one system file says: which components run, on which device, talking to whom.
///
/// A plain value as the file has it; `SystemCheck` judges it against the drivers' specs and the board's device tree.
public struct SystemSpec: Sendable, Equatable {
  /// The board that the system runs on: `qemu-virt-aarch64`.
  public var board: Located<String>
  /// In source order.
  public var components: [SystemComponent]

  /// Takes each part as it is.
  public init(board: Located<String>, components: [SystemComponent]) {
    self.board = board
    self.components = components
  }

  /// The component of a name, or `nil`.
  func component(named name: String) -> SystemComponent? { components.first { $0.name.value == name } }
}

/// One component: a program in an address space of its own.
public struct SystemComponent: Sendable, Equatable {
  /// What the system calls it.
  public var name: Located<String>
  /// What runs in it.
  public var role: Role
  /// Its thread's priority; higher runs first.
  public var priority: Located<Int>
  /// The components that it talks to.
  public var uses: [Use]
  /// Values for parameters of its driver's spec.
  public var parameters: [ParameterValue]
  /// Bytes of its stack, where the file says it.
  public var stack: Located<UInt64>?
  /// What it may ask the root task for, where the file says it.
  public var requests: [Located<SystemRequest>]?

  /// What runs in a component.
  public enum Role: Sendable, Equatable {
    /// The driver of a spec, for the device at a path or, without one, for the only one on the board that fits.
    case driver(Located<String>, device: Located<String>?)
    /// A program without a device.
    case program(Located<String>)
  }

  /// A port of the component's program and who serves it.
  public struct Use: Sendable, Equatable {
    /// The program's name for it.
    public var port: Located<String>
    /// The component that serves it.
    public var component: Located<String>
    /// Bytes of each of the channel's two rings, where the file says it.
    public var ring: Located<UInt64>?

    /// Takes each part as it is.
    public init(port: Located<String>, component: Located<String>, ring: Located<UInt64>? = nil) {
      self.port = port
      self.component = component
      self.ring = ring
    }
  }

  /// A value for a parameter.
  public struct ParameterValue: Sendable, Equatable {
    /// The parameter's name in the driver's spec.
    public var name: Located<String>
    /// What it is in this system.
    public var value: Located<UInt64>

    /// Takes each part as it is.
    public init(name: Located<String>, value: Located<UInt64>) {
      self.name = name
      self.value = value
    }
  }

  /// Takes each part as it is.
  public init(
    name: Located<String>, role: Role, priority: Located<Int>, uses: [Use] = [],
    parameters: [ParameterValue] = [],
    stack: Located<UInt64>? = nil, requests: [Located<SystemRequest>]? = nil
  ) {
    self.name = name
    self.role = role
    self.priority = priority
    self.uses = uses
    self.parameters = parameters
    self.stack = stack
    self.requests = requests
  }
}

/// What a component may ask the root task for, in the system file's words.
public enum SystemRequest: String, Sendable, CaseIterable {
  case components, statistics, crash, start, grants, quit, resources
  case readLog = "read-log"
  case writeLog = "write-log"
  /// All of the others.
  case all
}
