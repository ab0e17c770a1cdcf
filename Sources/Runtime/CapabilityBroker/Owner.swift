/// Who holds a resource: a component's number, or the root task itself.
public struct Owner: Sendable, Hashable, BitwiseCopyable {
  /// The component's number in the manifest; `UInt8.max` is the root task.
  public let number: UInt8

  /// The root task.
  public static let rootTask = Owner(number: .max)

  /// A component, by its number in the manifest.
  public static func component(_ index: Int) -> Owner {
    Owner(number: UInt8(truncatingIfNeeded: index))
  }
}
