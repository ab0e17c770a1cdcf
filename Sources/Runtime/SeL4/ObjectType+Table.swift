import CSeL4

// Paging structures below the root. Most processors have one type for all levels; x86-64 has one for each, with
// calls of its own. A table is named by the bits of an address below the entry that it fills: what the kernel says is
// left when a level is missing (`LookupFailure.missingCapability`).

extension ObjectType {
  /// What fills the entry that serves `1 << bits` bytes of an address space.
  ///
  /// Corresponds to `seL4_ARM_PageTableObject`; to `seL4_X86_PageTableObject`, `seL4_X86_PageDirectoryObject` and
  /// `seL4_X86_PDPTObject`.
  public static func table(filling bits: Word) -> ObjectType {
    let number =
      switch TableLevel(filling: bits) {
      case .upper: SeL4_objectUpperTable
      case .middle: SeL4_objectMiddleTable
      case .lower: SeL4_objectPageTable
      }
    return ObjectType(number, sizeBits: SeL4_sizeBitsPageTable)
  }
}

/// A level below the root, as far as types of tables tell them apart.
enum TableLevel {
  /// The one above pages, and every other where all tables are of one type.
  case lower
  /// The one above, with entries of 1 GiB above it.
  case middle
  /// The one right below the root.
  case upper

  /// Whether each level has a type of its own.
  private static var haveTypes: Bool { SeL4_objectUpperTable != 0 }

  init(filling bits: Word) {
    guard Self.haveTypes else {
      self = .lower
      return
    }
    let lower = Word(SeL4_sizeBitsSmallPage + SeL4_indexBitsPageTable)
    self = bits <= lower ? .lower : bits <= lower + Word(SeL4_indexBitsPageTable) ? .middle : .upper
  }

  /// The label of the call that puts a table of the level into an address space.
  var mapLabel: Int {
    switch self {
    case .lower: SeL4_labelPageTableMap
    case .middle: SeL4_labelMiddleTableMap
    case .upper: SeL4_labelUpperTableMap
    }
  }
}
