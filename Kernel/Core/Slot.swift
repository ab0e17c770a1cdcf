/// A place for one capability, with its links in the derivation tree.
///
/// Corresponds to `cte_t`.
///
/// The tree is a doubly linked list in depth-first order: a capability's descendants follow it, and
/// `Slot.isParent(of:)` tells where they end.
struct Slot {
  var capability: Capability
  var previous: Reference<Slot>?
  /// The next slot's address, with two flags in its low bits.
  private var nextAndFlags: UInt

  init(capability: Capability, previous: Reference<Slot>?, next: Reference<Slot>?, isParent: Bool) {
    self.capability = capability
    self.previous = previous
    nextAndFlags = (next?.address ?? 0) | (isParent ? 0b11 : 0)
  }

  static var empty: Slot { Slot(capability: .null, previous: nil, next: nil, isParent: false) }

  var next: Reference<Slot>? {
    @inline(__always)
    get {
      let address = nextAndFlags & ~0b11
      return address == 0 ? nil : Reference(address: address)
    }
    @inline(__always)
    set { nextAndFlags = (newValue?.address ?? 0) | nextAndFlags & 0b11 }
  }

  /// Makes `child` the one descendant of a master of replies, which can always have one, or says that it has none.
  @inline(__always)
  mutating func setReply(_ child: Reference<Slot>?) { nextAndFlags = (child?.address ?? 0) &+ 0b11 }

  /// Whether the capability can have descendants that revoking it deletes.
  @inline(__always)
  var isRevocable: Bool { nextAndFlags & 0b10 != 0 }

  /// Whether the capability is the first of its badge: it starts a subtree of its own.
  var isFirstBadged: Bool {
    get { nextAndFlags & 0b01 != 0 }
    set { nextAndFlags = nextAndFlags & ~0b01 | (newValue ? 0b01 : 0) }
  }
}
