/// The address of one object in the kernel's own memory, and access to it.
///
/// Kernel objects are structs that stand where `Untyped_Retype` put them. A reference is never made from a
/// number that a component chose: it comes out of a capability, out of a link between objects, or from boot.
@safe
struct Reference<Object> {
  private let pointer: UnsafeMutablePointer<Object>

  /// A reference to the object at `address`, which is not 0 and is aligned for `Object`.
  @inline(__always)
  init(address: UInt) {
    // Safety: the caller took `address` from a capability or from boot, which never hold 0 for an object.
    unsafe pointer = UnsafeMutablePointer(bitPattern: address).unsafelyUnwrapped
  }

  @inline(__always)
  var address: UInt {
    unsafe UInt(bitPattern: pointer)
  }

  var pointee: Object {
    @inline(__always)
    unsafeAddress {
      // Safety: a reference outlives no object: the last capability to an object is deleted, and with it
      // every link to the object, before its memory can be retyped.
      unsafe UnsafePointer(pointer)
    }
    @inline(__always)
    nonmutating unsafeMutableAddress {
      // Safety: as above; the kernel runs with interrupts off, so that nothing else touches the object.
      unsafe pointer
    }
  }

  /// The reference to the element `count` places further, in a table that the kernel knows to be that long.
  @inline(__always)
  func advanced(by count: UInt) -> Reference<Object> {
    // Safety: the caller holds the table's bounds (a CNode's radix, a page table's 512 entries).
    unsafe Reference(address: UInt(bitPattern: pointer + Int(bitPattern: count)))
  }

  /// The same address as an object of another kind: a thread's slots, a frame's words.
  @inline(__always)
  func rebound<Other>(to other: Other.Type, offset: UInt = 0) -> Reference<Other> {
    Reference<Other>(address: address &+ offset)
  }
}

extension Reference: Equatable {
  @inline(__always)
  static func == (left: Reference, right: Reference) -> Bool {
    left.address == right.address
  }
}
