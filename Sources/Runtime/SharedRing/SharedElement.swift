/// A value that may travel through shared memory: every pattern of its bits is a valid value.
///
/// The peer can write anything into the memory, at any time. Only types to which nothing can be done that way may
/// be elements: integers, and structures of them. A type with fewer values than bit patterns (`Bool`, most
/// enumerations, pointers) must not conform.
public protocol SharedElement: BitwiseCopyable, Sendable {}

extension UInt8: SharedElement {}
extension UInt16: SharedElement {}
extension UInt32: SharedElement {}
extension UInt64: SharedElement {}
extension UInt: SharedElement {}
extension InlineArray: SharedElement where Element: SharedElement {}
