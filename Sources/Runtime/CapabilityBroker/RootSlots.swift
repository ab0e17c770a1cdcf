import SeL4

/// The root task's own CSpace, whose slots the broker gives out.
public enum RootSlots {
  /// The CNode that all slot numbers of the broker count in.
  public static var cnode: CNode { InitialCapabilities.cnode }

  /// The place of a slot, for calls that take one.
  public static func place(_ slot: UInt) -> Slot {
    // The kernel's guard makes all bits of a word resolve in the root CNode.
    Slot(root: InitialCapabilities.cnode, index: slot, depth: UInt.bitWidth)
  }

  /// The pointer to a slot's capability, for calls on it.
  public static func pointer(_ slot: UInt) -> CapabilityPointer {
    CapabilityPointer(rawValue: slot)
  }
}
