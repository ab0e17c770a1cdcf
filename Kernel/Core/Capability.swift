/// The authority to act on one object: two words, of which the low four bits say of what kind.
///
/// Capabilities are raw words with computed properties and not an enum with payload, which would cost half of
/// a system call again. A capability is made by the kernel alone; components know slots, never these words.
struct Capability {
  enum Kind: UInt8 {
    case null, untyped, endpoint, notification, reply, cnode, thread
    case interruptControl, interruptHandler, zombie, privilege
    case frame, pageTable, vspace, asidControl, asidPool

    /// The kind of a capability's low four bits, all of whose values are kinds: compilers see that this is the
    /// identity, while making one from a raw value is a call.
    @inline(__always)
    init(bits: UInt) {
      self =
        switch bits {
        case 1: .untyped
        case 2: .endpoint
        case 3: .notification
        case 4: .reply
        case 5: .cnode
        case 6: .thread
        case 7: .interruptControl
        case 8: .interruptHandler
        case 9: .zombie
        case 10: .privilege
        case 11: .frame
        case 12: .pageTable
        case 13: .vspace
        case 14: .asidControl
        case 15: .asidPool
        default: .null
        }
    }
  }

  /// Kind (bits 0…3), what the kind needs (4…15) and the object's address (16…63, sign-extended).
  var head: UInt
  /// Badge, guard, free offset, interrupt number, mapped address and ASID, or count of slots, as the kind needs.
  var body: UInt

  static var null: Capability { Capability(head: 0, body: 0) }

  @inline(__always)
  init(head: UInt, body: UInt) {
    self.head = head
    self.body = body
  }

  @inline(__always)
  init(_ kind: Kind, address: UInt = 0, fields: UInt = 0, body: UInt = 0) {
    head = UInt(kind.rawValue) | fields | address &<< 16
    self.body = body
  }

  @inline(__always)
  var kind: Kind { Kind(bits: head & 0xf) }
  /// Whether the capability is of this kind, without the call that making a `Kind` of the bits is.
  @inline(__always)
  func isOf(_ kind: Kind) -> Bool { head & 0xf == UInt(kind.rawValue) }
  @inline(__always)
  var isNull: Bool { head & 0xf == 0 }

  /// Where the object stands in the kernel's memory; for a device's memory a number that is never followed.
  @inline(__always)
  var address: UInt { UInt(bitPattern: Int(bitPattern: head) &>> 16) }

  @inline(__always)
  func field(_ shift: UInt, _ width: UInt) -> UInt { head &>> shift & (1 &<< width &- 1) }

  @inline(__always)
  mutating func setField(_ shift: UInt, _ width: UInt, _ value: UInt) {
    let mask: UInt = (1 &<< width &- 1) &<< shift
    head = head & ~mask | value &<< shift & mask
  }

  @inline(__always)
  func bit(_ shift: UInt) -> Bool { head & 1 &<< shift != 0 }
}

// Untyped memory.
extension Capability {
  static func untyped(address: UInt, sizeBits: UInt, isDevice: Bool, freeOffset: UInt) -> Capability {
    Capability(
      .untyped, address: address, fields: sizeBits &<< 4 | (isDevice ? 1 &<< 10 : 0), body: freeOffset)
  }

  var untypedSizeBits: UInt { field(4, 6) }
  var untypedIsDevice: Bool { bit(10) }
  /// Bytes from the untyped's start that have been given away.
  var freeOffset: UInt {
    get { body }
    set { body = newValue }
  }
}

// Endpoints and notifications.
extension Capability {
  @inline(__always)
  var badge: UInt {
    get { body }
    set { body = newValue }
  }
  @inline(__always)
  var canSend: Bool { bit(4) }
  @inline(__always)
  var canReceive: Bool { bit(5) }
  @inline(__always)
  var canGrant: Bool { bit(6) }
  @inline(__always)
  var canGrantReply: Bool { bit(7) }

  static func endpoint(_ endpoint: Reference<Endpoint>) -> Capability {
    Capability(.endpoint, address: endpoint.address, fields: 0xf0)
  }

  static func notification(_ notification: Reference<Notification>) -> Capability {
    Capability(.notification, address: notification.address, fields: 0x30)
  }

  @inline(__always)
  var endpoint: Reference<Endpoint> { Reference(address: address) }
  @inline(__always)
  var notification: Reference<Notification> { Reference(address: address) }
}

// Threads and replies.
extension Capability {
  static func thread(_ thread: Reference<Thread>) -> Capability {
    Capability(.thread, address: thread.address)
  }

  /// The right to answer `thread` once.
  ///
  /// The master stays in the thread's own reply slot as the parent of the one that its callee holds.
  @inline(__always)
  static func reply(to thread: Reference<Thread>, canGrant: Bool, isMaster: Bool) -> Capability {
    Capability(
      .reply, address: thread.address, fields: (isMaster ? 1 &<< 4 : 0) | (canGrant ? 1 &<< 6 : 0))
  }

  @inline(__always)
  var isReplyMaster: Bool { bit(4) }
  @inline(__always)
  var thread: Reference<Thread> { Reference(address: address) }
}

// CNodes, and what is left of them and of threads while they are being deleted.
extension Capability {
  static func cnode(_ slots: Reference<Slot>, radix: UInt, guardSize: UInt, guard value: UInt) -> Capability {
    var capability = Capability(.cnode, address: slots.address, fields: radix &<< 4)
    capability.setGuard(value, size: guardSize)
    return capability
  }

  /// Keeps the guard as a lookup of a whole word needs it: shifted to where it stands in such an address, and with the
  /// number of bits that radix and guard leave of one.
  mutating func setGuard(_ value: UInt, size: UInt) {
    setField(10, 6, ObjectBits.word &- radix &- size)
    body = value &<< radix
  }

  @inline(__always)
  var radix: UInt { field(4, 6) }
  @inline(__always)
  var guardSize: UInt { ObjectBits.word &- radix &- field(10, 6) }
  @inline(__always)
  var guardValue: UInt { body &>> radix }

  /// Whether the capability is a CNode's whose radix and guard resolve a whole word.
  @inline(__always)
  var resolvesWords: Bool { head & 0xfc0f == UInt(Kind.cnode.rawValue) }
  /// The slot that a whole word names in such a CNode, or a number of at least `1 << radix` where the guard differs.
  @inline(__always)
  func wordIndex(_ address: UInt) -> UInt { address ^ body }
  @inline(__always)
  var slots: Reference<Slot> { Reference(address: address) }

  static func zombie(_ slots: Reference<Slot>, count: UInt, radix: UInt?) -> Capability {
    Capability(
      .zombie, address: slots.address, fields: radix.map { $0 &<< 4 } ?? 1 &<< 10, body: count)
  }

  /// How many slots of a zombie are still to be emptied.
  var zombieCount: UInt {
    get { body }
    set { body = newValue }
  }
  var zombieSizeBits: UInt { bit(10) ? ObjectBits.thread : field(4, 6) &+ ObjectBits.slot }
}

// Interrupts.
extension Capability {
  static func interruptHandler(_ number: UInt) -> Capability { Capability(.interruptHandler, body: number) }
  var interrupt: UInt { body }
}

// Rights that no object in memory stands behind: the domain scheduler's, which does nothing here, and the processor's own.
extension Capability {
  static var domain: Capability { Capability(.privilege) }

  /// Which of them, 0 for the domain scheduler's; the others' numbers are in the processor's folder.
  var privilege: UInt { field(4, 2) }
}

// Frames, page tables, address spaces and their identifiers.
extension Capability {
  private static var asidShift: UInt { 48 }
  private static var addressMask: UInt { 0x0000_ffff_ffff_ffff }

  static func frame(address: UInt, size: PageSize, isDevice: Bool) -> Capability {
    Capability(
      .frame, address: address,
      fields: size.rawValue &<< 4 | PageRights.readWrite.rawValue &<< 6 | (isDevice ? 1 &<< 8 : 0))
  }

  var pageSize: PageSize { PageSize(rawValue: field(4, 2)) ?? .small }
  var pageRights: PageRights {
    get { PageRights(rawValue: field(6, 2)) ?? .kernelOnly }
    set { setField(6, 2, newValue.rawValue) }
  }
  var frameIsDevice: Bool { bit(8) }

  static func pageTable(address: UInt) -> Capability { Capability(.pageTable, address: address) }
  static func vspace(address: UInt) -> Capability { Capability(.vspace, address: address) }

  /// A table that is in use: inside an address space, or as the root of one, with an identifier.
  var isMapped: Bool { isSpace || bit(7) }
  /// A table that became the root of an address space.
  @inline(__always)
  var isSpace: Bool { bit(4) }

  /// The identifier of the address space in which the object is mapped; 0 for none.
  var asid: UInt {
    @inline(__always)
    get { body &>> Capability.asidShift }
    set { body = body & Capability.addressMask | newValue &<< Capability.asidShift }
  }

  /// The address at which a component sees the frame, or the first that the page table serves.
  var mappedAddress: UInt {
    get { body & Capability.addressMask }
    set { body = body & ~Capability.addressMask | newValue & Capability.addressMask }
  }

  /// Puts the table into an address space, where it serves addresses from `address` on.
  mutating func map(at address: UInt, asid: UInt) {
    setField(7, 1, 1)
    body = asid &<< Capability.asidShift | address
  }

  /// Makes the table the root of an address space.
  ///
  /// Its physical address stands where others have the address that they serve.
  mutating func becomeSpace(root: UInt, asid: UInt) {
    setField(4, 1, 1)
    body = asid &<< Capability.asidShift | root
  }

  mutating func unmap() {
    setField(4, 1, 0)
    setField(7, 1, 0)
  }

  /// Of the root of an address space, what also stands where its identifier leads for as long as it has it.
  @inline(__always)
  var space: SpaceWord { SpaceWord(word: body) }

  var tableEntries: Reference<PageTableEntry> { Reference(address: address) }

  static func asidPool(address: UInt, base: UInt) -> Capability {
    Capability(.asidPool, address: address, body: base)
  }
  var asidBase: UInt { body }
}

// What every capability answers.
extension Capability {
  /// The base-2 logarithm of the size of what the capability names.
  ///
  /// Corresponds to `cap_get_capSizeBits`.
  var sizeBits: UInt {
    switch kind {
    case .untyped: untypedSizeBits
    case .endpoint: ObjectBits.endpoint
    case .notification: ObjectBits.notification
    case .cnode: radix &+ ObjectBits.slot
    case .thread: ObjectBits.thread
    case .zombie: zombieSizeBits
    case .frame: pageSize.bits
    case .pageTable, .vspace: ObjectBits.pageTable
    case .asidPool: ObjectBits.asidPool
    case .null, .reply, .interruptControl, .interruptHandler, .privilege, .asidControl: 0
    }
  }

  /// Whether the capability names memory.
  ///
  /// Corresponds to `cap_get_capIsPhysical`.
  var namesMemory: Bool {
    switch kind {
    case .untyped, .endpoint, .notification, .cnode, .thread, .zombie, .frame, .pageTable, .vspace, .asidPool:
      true
    case .null, .reply, .interruptControl, .interruptHandler, .privilege, .asidControl: false
    }
  }

  /// Whether all of `other`'s memory lies in this capability's.
  ///
  /// Addresses wrap at 48 bits, as the window onto device memory may.
  private func covers(_ other: Capability) -> Bool {
    let size: UInt = 1 &<< sizeBits
    let otherSize: UInt = 1 &<< other.sizeBits
    let offset = (other.address &- address) & Capability.addressMask
    return otherSize <= size && offset <= size &- otherSize
  }

  /// Whether `other` can be derived from this capability: it names the same object or a part of it.
  ///
  /// Corresponds to `sameRegionAs`.
  func coversRegion(of other: Capability) -> Bool {
    switch kind {
    case .untyped: other.namesMemory && covers(other)
    case .frame: other.kind == .frame && covers(other)
    case .endpoint, .notification, .thread, .reply, .pageTable, .vspace, .asidPool:
      other.kind == kind && other.address == address
    case .cnode: other.kind == .cnode && other.address == address && other.radix == radix
    case .asidControl: other.kind == kind
    case .privilege: other.kind == .privilege && coversPrivilege(of: other)
    case .interruptControl: other.kind == .interruptControl || other.kind == .interruptHandler
    case .interruptHandler: other.kind == .interruptHandler && other.interrupt == interrupt
    case .null, .zombie: false
    }
  }

  /// Whether `other` names the very same object.
  ///
  /// Corresponds to `sameObjectAs`.
  func namesSameObject(as other: Capability) -> Bool {
    switch kind {
    case .untyped, .interruptControl: false
    case .privilege: other.kind == .privilege && other.head == head && other.body == body
    case .frame:
      other.kind == .frame && other.address == address && other.pageSize == pageSize
        && other.frameIsDevice == frameIsDevice
    default: coversRegion(of: other)
    }
  }

  /// The capability with no more than `rights`.
  ///
  /// Corresponds to `maskCapRights`.
  func masked(_ rights: CapabilityRights) -> Capability {
    var result = self
    switch kind {
    case .endpoint, .notification:
      if !rights.contains(.write) { result.setField(4, 1, 0) }
      if !rights.contains(.read) { result.setField(5, 1, 0) }
      if kind == .endpoint, !rights.contains(.grant) { result.setField(6, 1, 0) }
      if kind == .endpoint, !rights.contains(.grantReply) { result.setField(7, 1, 0) }
    case .reply:
      if !rights.contains(.grant) { result.setField(6, 1, 0) }
    case .frame:
      result.pageRights = pageRights.masked(rights)
    default: break
    }
    return result
  }

  /// The capability with a badge or guard; nil where it cannot have one.
  ///
  /// `preserving` a capability in its derivation means that it must not change its badge. Corresponds to
  /// `updateCapData`.
  func updated(with data: UInt, preserving: Bool) -> Capability? {
    var result = self
    switch kind {
    case .endpoint, .notification:
      guard !preserving, badge == 0 else { return nil }
      result.badge = data
    case .cnode:
      let guardSize = data & 0x3f
      guard guardSize &+ radix <= ObjectBits.word else { return nil }
      result.setGuard(data &>> 6 & (1 &<< guardSize &- 1), size: guardSize)
    default: break
    }
    return result
  }
}
