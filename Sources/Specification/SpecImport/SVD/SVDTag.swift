/// The elements and attributes that CMSIS-SVD 1.3.9 knows, in the order in which a document numbers them.
enum SVDTag: Int32, CaseIterable {
  // The device and its processor.
  case device, vendor, vendorID, series, version, licenseText, cpu, headerSystemFilename
  case headerDefinitionsPrefix, addressUnitBits, width, peripherals, vendorExtensions
  case revision, endian, mpuPresent, fpuPresent, fpuDP, dspPresent, icachePresent, dcachePresent
  case itcmPresent, dtcmPresent, vtorPresent, nvicPrioBits, vendorSystickConfig, deviceNumInterrupts
  case sauNumRegions, sauRegionsConfig, region, base, limit, pmuPresent, pmuNumEventCnt, mpuNumRegions
  // What registers inherit.
  case size, access, protection, resetValue, resetMask
  // Arrays.
  case dim, dimIncrement, dimIndex, dimName, dimArrayIndex, headerEnumName
  // Peripherals.
  case peripheral, name, description, groupName, prependToName, appendToName, headerStructName
  case disableCondition, baseAddress, addressBlock, offset, usage, interrupt, value, registers
  case alternatePeripheral
  // Clusters and registers.
  case cluster, register, displayName, addressOffset, alternateCluster, alternateGroup, alternateRegister
  case dataType, modifiedWriteValues, writeConstraint, readAction, fields
  case writeAsRead, useEnumeratedValues, range, minimum, maximum
  // Fields.
  case field, bitOffset, bitWidth, bitRange, lsb, msb, enumeratedValues, enumeratedValue, isDefault
  // Attributes.
  case derivedFrom, schemaVersion

  /// Every name, in order.
  static let names: [String] = allCases.map { "\($0)" }
}

extension SVDTag {
  /// Whether an element may hold several of it.
  var mayRepeat: Bool {
    switch self {
    case .peripheral, .cluster, .register, .field, .interrupt, .addressBlock, .enumeratedValues,
      .enumeratedValue, .region:
      true
    default: false
    }
  }

  /// Whether an element holds other elements; all others hold a value.
  var holdsElements: Bool {
    switch self {
    case .device, .cpu, .sauRegionsConfig, .region, .vendorExtensions, .peripherals, .peripheral,
      .addressBlock,
      .interrupt, .registers, .cluster, .register, .dimArrayIndex, .writeConstraint, .range, .fields, .field,
      .enumeratedValues, .enumeratedValue:
      true
    default: false
    }
  }
}

extension SVDTag {
  /// Whether an element may be derived from another of its kind.
  var mayBeDerived: Bool {
    switch self {
    case .peripheral, .cluster, .register, .field, .enumeratedValues: true
    default: false
    }
  }
}

/// Which tags an element has had.
struct SeenTags {
  private var bits: UInt128 = 0

  /// Takes a tag.
  ///
  /// - Returns: whether it is the first.
  mutating func insert(_ tag: SVDTag) -> Bool {
    let bit = UInt128(1) << UInt128(tag.rawValue)
    defer { bits |= bit }
    return bits & bit == 0
  }
}

extension XMLDocument {
  /// What the element is; `nil` where SVD does not know it.
  func tag(_ element: Element) -> SVDTag? { SVDTag(rawValue: nameNumber(of: element)) }

  /// Whether SVD has no such attribute on the element.
  ///
  /// Names with a colon and `xmlns` are XML's and its schema's, the root has what vendors put there for their tools, and
  /// extensions are all theirs.
  func isOdd(_ attribute: Attribute, on element: Element) -> Bool {
    if attribute.name == SVDTag.derivedFrom.rawValue {
      if tag(element)?.mayBeDerived == true { return false }
    } else {
      let name = names[Int(attribute.name)]
      if element == root || name == "xmlns" || name.contains(":") { return false }
    }
    var above: Element? = element
    while let current = above {
      if tag(current) == .vendorExtensions { return false }
      above = parent(of: current)
    }
    return true
  }
}
