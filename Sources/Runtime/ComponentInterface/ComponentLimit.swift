/// How much of each kind of resource one component may hold.
public enum ComponentLimit {
  /// Interrupts a component.
  public static let interrupts = 8
  /// Device regions a component.
  public static let regions = 8
  /// Clocks a component.
  public static let clocks = 8
  /// Parameters of a component's driver.
  public static let parameters = 16
  /// Channels a component.
  public static let channels = 8
}
