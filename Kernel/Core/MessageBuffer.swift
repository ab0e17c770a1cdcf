/// A thread's IPC buffer as the kernel sees it: 128 words of a frame that the component writes at will, of
/// which the kernel believes nothing.
///
/// Corresponds to `seL4_IPCBuffer`.
struct MessageBuffer {
  private let words: Reference<UInt>

  init(address: UInt) { words = Reference(address: address) }

  /// Word `index` of the whole buffer, less than 128.
  func word(_ index: UInt) -> Reference<UInt> { words.advanced(by: index) }

  /// Word `index` of the message, less than `Limits.messageLength`.
  @inline(__always)
  subscript(index: UInt) -> UInt {
    get { words.advanced(by: 1 &+ index).pointee }
    nonmutating set { words.advanced(by: 1 &+ index).pointee = newValue }
  }

  private static var capabilities: UInt { Limits.messageLength &+ 2 }

  /// The address of extra capability `index` of an outgoing message.
  func capabilityAddress(_ index: UInt) -> UInt {
    words.advanced(by: MessageBuffer.capabilities &+ index).pointee
  }

  /// Tells the receiver the badge of extra capability `index`, which was unwrapped.
  func setBadge(_ index: UInt, _ badge: UInt) {
    words.advanced(by: MessageBuffer.capabilities &+ index).pointee = badge
  }

  /// Where the receiver wants a capability to be put.
  var receiveRoot: UInt { words.advanced(by: MessageBuffer.capabilities &+ 3).pointee }
  var receiveIndex: UInt { words.advanced(by: MessageBuffer.capabilities &+ 4).pointee }
  var receiveDepth: UInt { words.advanced(by: MessageBuffer.capabilities &+ 5).pointee }
}
