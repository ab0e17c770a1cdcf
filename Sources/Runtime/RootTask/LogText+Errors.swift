import CapabilityBroker
import ComponentInterface
import DeviceTree
import SeL4
import SystemManifest

// Errors in words, for the log.
extension LogText {
  /// Adds a manifest's text.
  mutating func append(_ text: ManifestText) {
    var index = 0
    while index < text.count {
      append(text[index])
      index += 1
    }
  }

  /// Adds why a component cannot be started.
  mutating func append(_ error: StartError) {
    switch error {
    case .imageMissing: append("its image is not in the archive")
    case .imageUnreadable: append("its image is no program that can be loaded")
    case .segmentOutsideSpace(let address):
      append("its image wants a page outside the space for programs: ")
      append(hexadecimal: address)
    case .segmentWritableAndExecutable(let address):
      append("a segment of its image is writable and executable: ")
      append(hexadecimal: address)
    case .tooManyChannels: append("it takes part in too many channels")
    case .broker(let error): append(error)
    }
  }

  /// Adds why the broker grants nothing.
  mutating func append(_ error: BrokerError) {
    switch error {
    case .outOfSlots(let wanted, let run):
      append("out of slots: ")
      append(decimal: UInt64(wanted))
      append(" wanted, the longest free run has ")
      append(decimal: UInt64(run))
    case .outOfMemory(let wanted, let largest):
      append("out of memory: ")
      append(decimal: 1 << UInt64(wanted))
      append(" bytes wanted, the largest piece left has ")
      append(decimal: largest == 0 ? 0 : 1 << UInt64(largest))
    case .tableFull(let table, let limit):
      append("a table is full: ")
      append(Self.name(of: table))
      append(", ")
      append(decimal: UInt64(limit))
    case .deviceNotFound(let name):
      append("device not found: ")
      append(name)
    case .deviceDisabled(let name):
      append("the device tree disables the device ")
      append(name)
    case .noDeviceTree: append("the kernel handed over no device tree")
    case .treeUnreadable: append("the device tree does not say what the driver needs")
    case .regionTooSmall(let index, let wanted, let available):
      append("region ")
      append(decimal: UInt64(index))
      append(" of the device has ")
      append(decimal: available)
      append(" bytes, the driver needs ")
      append(decimal: wanted)
    case .notDeviceMemory(let address):
      append("no device memory at ")
      append(hexadecimal: address)
    case .deviceMemoryTaken(let address, let owner):
      append("device memory at ")
      append(hexadecimal: address)
      append(" is held by component ")
      append(decimal: UInt64(owner.number))
    case .interruptTaken(let number, let owner):
      append("interrupt ")
      append(decimal: UInt64(number))
      append(" is held by component ")
      append(decimal: UInt64(owner.number))
    case .interruptUnreachable(let number):
      append("interrupt ")
      append(decimal: UInt64(number))
      append(" comes to no pin of an I/O APIC")
    case .portsTaken(let first, let last, let owner):
      append("I/O ports ")
      append(hexadecimal: UInt64(first))
      append(" to ")
      append(hexadecimal: UInt64(last))
      append(" are held by component ")
      append(decimal: UInt64(owner.number))
    case .invalidCapability(let slot):
      append("invalid capability in slot ")
      append(decimal: UInt64(slot))
    case .mappingRefused(let address, let why):
      append("mapping refused at ")
      append(hexadecimal: address)
      append(": ")
      append(why)
    case .refused(let call, let error):
      append("the kernel refuses ")
      append(Self.name(of: call))
      append(": ")
      append(error)
    }
  }

  private mutating func append(_ name: DeviceName) {
    var index = 0
    while index < name.count {
      append(name.bytes[index])
      index += 1
    }
  }

  private mutating func append(_ why: MappingRefusal) {
    switch why {
    case .occupied: append("something is mapped there")
    case .wrongFrame(let found):
      append("the frame is the one at ")
      append(hexadecimal: found)
    case .tooManyLevels: append("a paging object is still missing after every level got one")
    case .kernel(let error): append(error)
    }
  }

  private mutating func append(_ error: SeL4Error) {
    switch error {
    case .invalidArgument(let argument):
      append("invalid argument ")
      append(decimal: UInt64(argument))
    case .invalidCapability(let number):
      append("invalid capability ")
      append(decimal: UInt64(number))
    case .illegalOperation: append("illegal operation")
    case .rangeError: append("range error")
    case .alignmentError: append("alignment error")
    case .failedLookup: append("failed lookup")
    case .truncatedMessage: append("truncated message")
    case .deleteFirst: append("delete first")
    case .revokeFirst: append("revoke first")
    case .notEnoughMemory: append("not enough memory")
    case .unknown(let code):
      append("error ")
      append(decimal: UInt64(code))
    }
  }

  private static func name(of table: BrokerTable) -> StaticString {
    switch table {
    case .untypedMemory: "untyped memory"
    case .interrupts: "interrupts"
    case .regionBlocks: "blocks of a region"
    case .componentSlots: "slots of a component"
    }
  }

  private static func name(of call: BrokerCall) -> StaticString {
    switch call {
    case .retype: "Untyped_Retype"
    case .copy: "CNode_Mint"
    case .delete: "CNode_Delete"
    case .revoke: "CNode_Revoke"
    case .getInterrupt: "IRQControl_Get"
    case .issuePorts: "IOPortControl_Issue"
    case .setNotification: "IRQHandler_SetNotification"
    case .acknowledge: "IRQHandler_Ack"
    case .assignAddressSpace: "ASIDPool_Assign"
    case .unmap: "Page_Unmap"
    case .getAddress: "Page_GetAddress"
    case .unifyInstructions: "Page_Unify_Instruction"
    case .configureThread: "TCB_Configure"
    case .setPriority: "TCB_SetPriority"
    case .writeRegisters: "TCB_WriteRegisters"
    case .resumeThread: "TCB_Resume"
    }
  }
}
