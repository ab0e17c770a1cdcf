/// Which requests a component's manifest entry allows: one bit a label of ``SupervisorRequest``, from 0x100 on.
public struct SupervisorPermissions: OptionSet, Sendable {
  /// The bits as the manifest holds them.
  public var rawValue: UInt64

  /// Takes the bits as the manifest holds them.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// List the components.
  public static let components = SupervisorPermissions(rawValue: 1 << 0)
  /// Read a component's counters.
  public static let statistics = SupervisorPermissions(rawValue: 1 << 1)
  /// Make a component fault.
  public static let crash = SupervisorPermissions(rawValue: 1 << 2)
  /// Start a component.
  public static let start = SupervisorPermissions(rawValue: 1 << 3)
  /// Read the log; also makes the supervisor signal the component's control bit when a line is added.
  public static let readLog = SupervisorPermissions(rawValue: 1 << 4)
  /// List the grants.
  public static let grants = SupervisorPermissions(rawValue: 1 << 5)
  /// End the run.
  public static let quit = SupervisorPermissions(rawValue: 1 << 6)
  /// Read what is in use and what is left.
  public static let resources = SupervisorPermissions(rawValue: 1 << 7)
  /// Add lines to the log.
  public static let writeLog = SupervisorPermissions(rawValue: 1 << 8)

  /// Everything: what a console has.
  public static let all = SupervisorPermissions(rawValue: 0x1ff)
}
