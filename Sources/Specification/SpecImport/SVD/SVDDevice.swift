/// A value and the element that says it.
struct Stated<Value> {
  var value: Value
  var element: XMLDocument.Element
}

/// A chip, as a CMSIS-SVD file describes it.
///
/// The objects below are what the file says, one for each element, with names of others still to be followed; the
/// resolver fills in what `derivedFrom` brings. What a register inherits from above is found on the way down
/// (`SVDProperties.inheriting(_:)`), since derived peripherals share the registers of others.
final class SVDDevice {
  let element: XMLDocument.Element
  var name: Stated<String>?
  var vendor: Stated<String>?
  var version: Stated<String>?
  var series: Stated<String>?
  var description: XMLDocument.Element?
  var addressUnitBits: Stated<UInt64>?
  var width: Stated<UInt64>?
  var isBigEndian: Stated<Bool>?
  var properties = SVDProperties()
  var peripherals: [SVDPeripheral] = []

  init(element: XMLDocument.Element) { self.element = element }
}

/// What registers inherit from what they stand in.
struct SVDProperties {
  var size: Stated<UInt64>?
  var access: Stated<SVDAccess>?
  var protection: Stated<String>?
  var resetValue: Stated<UInt64>?
  var resetMask: Stated<UInt64>?

  /// These, and the others' where these say nothing.
  func inheriting(_ others: SVDProperties) -> SVDProperties {
    SVDProperties(
      size: size ?? others.size, access: access ?? others.access,
      protection: protection ?? others.protection, resetValue: resetValue ?? others.resetValue,
      resetMask: resetMask ?? others.resetMask)
  }
}

/// `access`.
enum SVDAccess: String, CaseIterable {
  case readOnly = "read-only"
  case writeOnly = "write-only"
  case readWrite = "read-write"
  case writeOnce
  case readWriteOnce = "read-writeOnce"
}

/// `modifiedWriteValues`: what a write does to the bits, where it is not to take the value.
enum SVDWriteEffect: String, CaseIterable {
  case oneToClear, oneToSet, oneToToggle, zeroToClear, zeroToSet, zeroToToggle, clear, set, modify
}

/// `readAction`: what a read does to the bits.
enum SVDReadAction: String, CaseIterable {
  case clear, set, modify, modifyExternal
}

/// `writeConstraint`: which values may be written.
enum SVDWriteConstraint {
  /// What was read.
  case asRead(Bool)
  /// The named ones.
  case enumerated(Bool)
  case range(minimum: Stated<UInt64>, maximum: Stated<UInt64>)
}

/// `dim` and its companions: so many of the same.
struct SVDArray {
  var count: Stated<Int>
  /// Bytes from one to the next; bits for fields.
  var increment: Stated<UInt64>
  /// What stands for `%s` in the name of each; as many as there are elements.
  var labels: [String]
  /// The element that says the labels; `nil` where they are just numbered from 0.
  var labelElement: XMLDocument.Element?

  /// Whether the labels are 0, 1, 2, … in order.
  var isPlain: Bool {
    labelElement == nil || labels.indices.allSatisfy { labels[$0] == "\($0)" }
  }
}

/// What peripherals, clusters, registers and fields have in common.
class SVDItem {
  let element: XMLDocument.Element
  var name: Stated<String>
  var description: XMLDocument.Element?
  var derivedFrom: Stated<String>?
  var array: SVDArray?
  var resolution = Resolution.pending
  /// The item that `derivedFrom` means, once it is found.
  var base: SVDItem?

  enum Resolution { case pending, running, done }

  init(element: XMLDocument.Element, name: Stated<String>) {
    self.element = element
    self.name = name
  }
}

/// `peripheral`.
final class SVDPeripheral: SVDItem {
  var baseAddress: Stated<UInt64>?
  var groupName: Stated<String>?
  var version: Stated<String>?
  var prependToName: Stated<String>?
  var appendToName: Stated<String>?
  var headerStructName: Stated<String>?
  var alternatePeripheral: Stated<String>?
  var disableCondition: Stated<String>?
  var properties = SVDProperties()
  var addressBlocks: [SVDAddressBlock] = []
  var interrupts: [SVDInterrupt] = []
  var items: [SVDItem] = []
}

/// `addressBlock`: a stretch of addresses that the peripheral takes.
struct SVDAddressBlock {
  var element: XMLDocument.Element
  var offset: Stated<UInt64>
  var size: Stated<UInt64>
  var usage: Stated<String>?
  var protection: Stated<String>?
}

/// `interrupt`: a line of the chip's interrupt controller.
struct SVDInterrupt {
  var element: XMLDocument.Element
  var name: Stated<String>
  var description: XMLDocument.Element?
  var value: Stated<UInt64>
}

/// `cluster`.
final class SVDCluster: SVDItem {
  var addressOffset: Stated<UInt64>?
  var alternateCluster: Stated<String>?
  var headerStructName: Stated<String>?
  var properties = SVDProperties()
  var items: [SVDItem] = []
}

/// `register`.
final class SVDRegister: SVDItem {
  var displayName: Stated<String>?
  var addressOffset: Stated<UInt64>?
  var alternateGroup: Stated<String>?
  var alternateRegister: Stated<String>?
  var properties = SVDProperties()
  var dataType: Stated<String>?
  var writeEffect: Stated<SVDWriteEffect>?
  var writeConstraint: Stated<SVDWriteConstraint>?
  var readAction: Stated<SVDReadAction>?
  var fields: [SVDField] = []
  /// Names for the values of the whole register: outside the schema, and found in files.
  var enumerations: [SVDEnumeration] = []
}

/// `field`.
final class SVDField: SVDItem {
  var bits: SVDBits?
  var access: Stated<SVDAccess>?
  var writeEffect: Stated<SVDWriteEffect>?
  var writeConstraint: Stated<SVDWriteConstraint>?
  var readAction: Stated<SVDReadAction>?
  var enumerations: [SVDEnumeration] = []
}

/// Where a field lies, in whichever of the three forms the file says it.
struct SVDBits {
  var lsb: Int
  var width: Int
  var element: XMLDocument.Element
}

/// `enumeratedValues`.
final class SVDEnumeration {
  let element: XMLDocument.Element
  var name: Stated<String>?
  var headerEnumName: Stated<String>?
  var derivedFrom: Stated<String>?
  var usage: Stated<Usage>?
  var values: [SVDEnumeratedValue] = []
  var resolution = SVDItem.Resolution.pending
  /// The enumeration that `derivedFrom` means, once it is found.
  var base: SVDEnumeration?

  enum Usage: String, CaseIterable {
    case read, write
    case readWrite = "read-write"
  }

  init(element: XMLDocument.Element) { self.element = element }
}

/// `enumeratedValue`.
struct SVDEnumeratedValue {
  var element: XMLDocument.Element
  var name: Stated<String>
  var description: XMLDocument.Element?
  /// The value, or `nil` where it stands for all others (`isDefault`).
  var value: Stated<Pattern>?
  var isDefault: XMLDocument.Element?

  /// A value of which some bits may be anything.
  struct Pattern {
    var value: UInt64
    /// Set where the bit may be anything.
    var anyBits: UInt64
  }
}
