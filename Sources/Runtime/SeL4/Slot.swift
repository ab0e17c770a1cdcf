import CSeL4

/// A place for a capability, named by a path: a CNode, an index in what it spans, and how many bits of the
/// index count.
///
/// Manual, section 3.3.
///
/// The methods are those of `seL4_CNode` in the manual: they act on the slot, through its root.
public struct Slot: Equatable, Sendable {
  /// The CNode at which the path begins.
  public let root: CNode
  /// The address of the slot, as seen from `root`.
  public let index: Word
  /// Bits of `index` that are resolved, 1 to 64.
  public let depth: Int

  /// The slot at `index` below `root`, of which `depth` bits are resolved.
  public init(root: CNode, index: Word, depth: Int) {
    self.root = root
    self.index = index
    self.depth = depth
  }

  /// Copies the capability at `source` here, with at most its rights.
  ///
  /// Corresponds to `seL4_CNode_Copy`.
  ///
  /// - Throws: `deleteFirst` if the slot is taken, `failedLookup` if a path does not resolve or the source is
  ///   empty, `illegalOperation` if the capability cannot be copied.
  public func copy(from source: Slot, rights: CapabilityRights = .all) throws(SeL4Error) {
    setSource(source)
    IPCBuffer.setWord(4, to: rights.rawValue)
    try root.invoke(
      SeL4_labelCNodeCopy, length: 5, capabilities: 1, index, depthWord, source.index, source.depthWord)
  }

  /// Copies the capability at `source` here, with a badge.
  ///
  /// Corresponds to `seL4_CNode_Mint`.
  ///
  /// Of a CNode capability, `badge` is its guard (`CNode.guardWord`).
  ///
  /// - Throws: as `copy(from:rights:)`.
  public func mint(from source: Slot, rights: CapabilityRights = .all, badge: Word) throws(SeL4Error) {
    setSource(source)
    IPCBuffer.setWord(4, to: rights.rawValue)
    IPCBuffer.setWord(5, to: badge)
    try root.invoke(
      SeL4_labelCNodeMint, length: 6, capabilities: 1, index, depthWord, source.index, source.depthWord)
  }

  /// Moves the capability at `source` here.
  ///
  /// Corresponds to `seL4_CNode_Move`.
  ///
  /// - Throws: `deleteFirst` if the slot is taken, `failedLookup` if the source is empty.
  public func move(from source: Slot) throws(SeL4Error) {
    setSource(source)
    try root.invoke(
      SeL4_labelCNodeMove, length: 4, capabilities: 1, index, depthWord, source.index, source.depthWord)
  }

  /// Moves the capability at `source` here and gives it a badge or guard.
  ///
  /// Corresponds to `seL4_CNode_Mutate`.
  ///
  /// - Throws: as `move(from:)`, and `illegalOperation` if the kind takes no badge.
  public func mutate(from source: Slot, badge: Word) throws(SeL4Error) {
    setSource(source)
    IPCBuffer.setWord(4, to: badge)
    try root.invoke(
      SeL4_labelCNodeMutate, length: 5, capabilities: 1, index, depthWord, source.index, source.depthWord)
  }

  /// Empties the slot; the object goes with its last capability.
  ///
  /// Corresponds to `seL4_CNode_Delete`.
  ///
  /// - Throws: `failedLookup` if the path does not resolve. An empty slot is no error.
  public func delete() throws(SeL4Error) {
    try root.invoke(SeL4_labelCNodeDelete, length: 2, index, depthWord)
  }

  /// Deletes every capability derived from the one here.
  ///
  /// Corresponds to `seL4_CNode_Revoke`.
  ///
  /// Of an untyped, all objects made from it go, and its memory is free again.
  ///
  /// - Throws: `failedLookup` if the path does not resolve.
  public func revoke() throws(SeL4Error) {
    try root.invoke(SeL4_labelCNodeRevoke, length: 2, index, depthWord)
  }

  /// Takes back the sends that wait with this endpoint's badge.
  ///
  /// Corresponds to `seL4_CNode_CancelBadgedSends`.
  public func cancelBadgedSends() throws(SeL4Error) {
    try root.invoke(SeL4_labelCNodeCancelBadgedSends, length: 2, index, depthWord)
  }

  /// Keeps the reply capability of the last call received.
  ///
  /// Corresponds to `seL4_CNode_SaveCaller`.
  ///
  /// - Throws: `deleteFirst` if the slot is taken.
  public func saveCaller() throws(SeL4Error) {
    try root.invoke(SeL4_labelCNodeSaveCaller, length: 2, index, depthWord)
  }

  private var depthWord: Word { Word(truncatingIfNeeded: depth) & 0xff }

  private func setSource(_ source: Slot) {
    IPCBuffer.setCapability(0, to: source.root.pointer)
  }
}
