/// What the supervisor says about one component.
public struct ComponentStatus: BitwiseCopyable, Sendable, Equatable {
  /// The component's number, which other requests take.
  public var id: UInt32
  /// How many components there are.
  public var total: UInt32
  /// Whether it runs.
  public var state: State
  /// How often it was restarted.
  public var restarts: UInt32
  /// How many grants it holds.
  public var grants: UInt32
  /// Its name in the system file.
  public var name: ComponentName

  /// A component's state.
  public struct State: BitwiseCopyable, Sendable, Equatable {
    /// The state as a number in a message.
    public var rawValue: UInt32

    /// Takes the state as a number in a message.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// It was never started.
    public static let stopped = State(rawValue: 0)
    /// It runs.
    public static let running = State(rawValue: 1)
    /// It faulted and is being rebuilt.
    public static let restarting = State(rawValue: 2)
    /// It crashed too often without progress and waits for `start`.
    public static let heldDown = State(rawValue: 3)
  }

  /// A status with all its parts.
  public init(
    id: UInt32, total: UInt32, state: State, restarts: UInt32, grants: UInt32, name: ComponentName
  ) {
    self.id = id
    self.total = total
    self.state = state
    self.restarts = restarts
    self.grants = grants
    self.name = name
  }

  /// The status as a reply.
  public var message: SupervisorMessage {
    var message = SupervisorMessage(label: 0)
    message.append(UInt64(id))
    message.append(UInt64(total))
    message.append(UInt64(state.rawValue))
    message.append(UInt64(restarts))
    message.append(UInt64(grants))
    message.append(name)
    return message
  }

  /// The status in a reply; throws the supervisor's refusal or ``SupervisorError/malformed``.
  public init(_ message: SupervisorMessage) throws(SupervisorError) {
    try message.checkGranted()
    guard let id = message.word(0), let total = message.word(1), let state = message.word(2),
      let restarts = message.word(3), let grants = message.word(4), let name = message.name(from: 5)
    else { throw .malformed }
    self.init(
      id: UInt32(truncatingIfNeeded: id), total: UInt32(truncatingIfNeeded: total),
      state: State(rawValue: UInt32(truncatingIfNeeded: state)),
      restarts: UInt32(truncatingIfNeeded: restarts), grants: UInt32(truncatingIfNeeded: grants), name: name)
  }
}
