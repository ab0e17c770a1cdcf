/// A machine word: a message register, a badge, an address, a capability pointer.
///
/// Corresponds to `seL4_Word`.
public typealias Word = UInt
