import DeviceTree
import SeL4
import SystemManifest

/// Why the broker grants nothing; each case carries the evidence.
///
/// Whatever is thrown, nothing was granted: what the broker took on the way was given back.
public enum BrokerError: Error, Sendable {
  /// No run of neighbouring slots is long enough.
  case outOfSlots(wanted: Int, longestRun: Int)
  /// No piece of memory is large enough: log2 of the bytes wanted, and of the largest piece left.
  case outOfMemory(wantedBits: UInt8, largestBits: UInt8)
  /// A table of the broker is full; it holds this many.
  case tableFull(BrokerTable, limit: Int)
  /// The tree has no device at this path, or none that is compatible with this driver.
  case deviceNotFound(DeviceName)
  /// The tree says of the device that it cannot be used.
  case deviceDisabled(DeviceName)
  /// The kernel handed over no device tree.
  case noDeviceTree
  /// The tree does not answer a question about the device.
  case treeUnreadable(TreeError)
  /// A region of the device is shorter than the driver's registers.
  case regionTooSmall(index: Int, wanted: UInt64, available: UInt64)
  /// No untyped memory of a device covers this physical address.
  case notDeviceMemory(address: UInt64)
  /// The registers at this physical address are held by somebody.
  case deviceMemoryTaken(address: UInt64, owner: Owner)
  /// The interrupt is held by somebody.
  case interruptTaken(number: UInt32, owner: Owner)
  /// The interrupt comes to no pin that there is.
  case interruptUnreachable(number: UInt32)
  /// Some of these I/O ports are held by somebody.
  case portsTaken(first: UInt16, last: UInt16, owner: Owner)
  /// The kernel finds no capability of the right kind in this slot.
  case invalidCapability(slot: UInt)
  /// A page cannot be mapped at this virtual address.
  case mappingRefused(address: UInt64, MappingRefusal)
  /// The kernel refuses a call for another reason.
  case refused(BrokerCall, SeL4Error)
}

/// Why a page cannot be mapped.
public enum MappingRefusal: Sendable {
  /// Something is mapped there already; not every processor's kernel says so, some map over it.
  case occupied
  /// The frame is another one than the registers asked for: the physical address that it has.
  case wrongFrame(found: UInt64)
  /// Paging objects were created at every level, and one is still missing.
  case tooManyLevels
  /// What the kernel says.
  case kernel(SeL4Error)
}

/// The broker's tables that have a bound.
public enum BrokerTable: UInt8, Sendable {
  /// Untyped memory and its halves.
  case untypedMemory
  /// Interrupts given out.
  case interrupts
  /// Blocks that a device region is made of.
  case regionBlocks
  /// Slots that belong to one component.
  case componentSlots
}

/// The calls that the broker makes, to say in an error which one was refused.
public enum BrokerCall: UInt8, Sendable {
  /// `seL4_Untyped_Retype`
  case retype
  /// `seL4_CNode_Copy` or `seL4_CNode_Mint`
  case copy
  /// `seL4_CNode_Delete`
  case delete
  /// `seL4_CNode_Revoke`
  case revoke
  /// Making a handler for an interrupt.
  case getInterrupt
  /// `seL4_X86_IOPortControl_Issue`
  case issuePorts
  /// `seL4_IRQHandler_SetNotification`
  case setNotification
  /// `seL4_IRQHandler_Ack`
  case acknowledge
  /// Assigning an address space identifier.
  case assignAddressSpace
  /// Taking a page out of an address space.
  case unmap
  /// Asking where a frame lies.
  case getAddress
  /// Making written instructions visible.
  case unifyInstructions
  /// `seL4_TCB_Configure`
  case configureThread
  /// `seL4_TCB_SetPriority`
  case setPriority
  /// `seL4_TCB_WriteRegisters`
  case writeRegisters
  /// `seL4_TCB_Resume`
  case resumeThread
}
