/// A capability pointer that says what kind of object it is believed to name.
///
/// The type keeps a caller from mixing them up; the kernel checks the kind at each call.
public protocol Capability: Equatable, Sendable {
  /// Where the capability stands in the calling thread's CSpace.
  var pointer: CapabilityPointer { get }

  /// Believes that the capability at `pointer` is of this kind.
  init(_ pointer: CapabilityPointer)
}
