import CSeL4

/// What an untyped can become.
///
/// Manual, sections 2.3 and 7.1.
///
/// Corresponds to `seL4_ObjectType`.
public struct ObjectType: RawRepresentable, Equatable, Sendable {
  /// The word that the kernel sees.
  public let rawValue: Word
  /// The object's size as a power of two in bytes; 0 where the caller chooses it (untypeds), and of a CNode
  /// the size of one slot, to which its radix is added.
  public let sizeBits: Int

  /// A type by its number, of unknown size; for tests of what a kernel refuses.
  public init(rawValue: Word) {
    self.init(Int(bitPattern: rawValue), sizeBits: 0)
  }

  init(_ number: Int, sizeBits: Int) {
    rawValue = Word(bitPattern: number)
    self.sizeBits = sizeBits
  }

  /// Corresponds to `seL4_UntypedObject`.
  public static var untyped: ObjectType { ObjectType(SeL4_objectUntyped, sizeBits: 0) }
  /// Corresponds to `seL4_TCBObject`.
  public static var tcb: ObjectType { ObjectType(SeL4_objectTCB, sizeBits: SeL4_sizeBitsTCB) }
  /// Corresponds to `seL4_EndpointObject`.
  public static var endpoint: ObjectType {
    ObjectType(SeL4_objectEndpoint, sizeBits: SeL4_sizeBitsEndpoint)
  }
  /// Corresponds to `seL4_NotificationObject`.
  public static var notification: ObjectType {
    ObjectType(SeL4_objectNotification, sizeBits: SeL4_sizeBitsNotification)
  }
  /// Corresponds to `seL4_CapTableObject`.
  public static var cnode: ObjectType { ObjectType(SeL4_objectCapTable, sizeBits: SeL4_sizeBitsSlot) }
  /// A frame of the smallest size, 4 KiB.
  ///
  /// Corresponds to `seL4_ARM_SmallPageObject`.
  public static var smallPage: ObjectType {
    ObjectType(SeL4_objectSmallPage, sizeBits: SeL4_sizeBitsSmallPage)
  }
  /// A frame of 2 MiB.
  ///
  /// Corresponds to `seL4_ARM_LargePageObject`.
  public static var largePage: ObjectType {
    ObjectType(SeL4_objectLargePage, sizeBits: SeL4_sizeBitsLargePage)
  }
  /// Corresponds to `seL4_ARM_PageTableObject`.
  public static var pageTable: ObjectType {
    ObjectType(SeL4_objectPageTable, sizeBits: SeL4_sizeBitsPageTable)
  }
  /// Corresponds to `seL4_ARM_VSpaceObject`.
  public static var vspace: ObjectType { ObjectType(SeL4_objectVSpace, sizeBits: SeL4_sizeBitsVSpace) }
}
