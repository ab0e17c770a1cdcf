import CSeL4

/// What the kernel gives to the initial thread at fixed places.
///
/// Manual, section 9.1.
public enum InitialCapabilities {
  /// Corresponds to `seL4_CapInitThreadTCB`.
  public static var tcb: TCB { TCB(slot(SeL4_slotInitThreadTCB)) }

  /// Corresponds to `seL4_CapInitThreadCNode`.
  public static var cnode: CNode { CNode(slot(SeL4_slotInitThreadCNode)) }

  /// Corresponds to `seL4_CapInitThreadVSpace`.
  public static var vspace: VSpace { VSpace(slot(SeL4_slotInitThreadVSpace)) }

  /// Corresponds to `seL4_CapIRQControl`.
  public static var irqControl: IRQControl { IRQControl(slot(SeL4_slotIRQControl)) }

  /// Corresponds to `seL4_CapASIDControl`.
  public static var asidControl: ASIDControl { ASIDControl(slot(SeL4_slotASIDControl)) }

  /// Corresponds to `seL4_CapInitThreadASIDPool`.
  public static var asidPool: ASIDPool { ASIDPool(slot(SeL4_slotInitThreadASIDPool)) }

  /// Corresponds to `seL4_CapIOPortControl`.
  public static var ioPortControl: IOPortControl { IOPortControl(slot(SeL4_slotIOPortControl)) }

  /// Corresponds to `seL4_CapBootInfoFrame`.
  public static var bootInfoFrame: Frame { Frame(slot(SeL4_slotBootInfoFrame)) }

  /// Corresponds to `seL4_CapInitThreadIPCBuffer`.
  public static var ipcBufferFrame: Frame { Frame(slot(SeL4_slotInitThreadIPCBuffer)) }

  private static func slot(_ number: Int) -> CapabilityPointer {
    CapabilityPointer(rawValue: Word(number))
  }
}
