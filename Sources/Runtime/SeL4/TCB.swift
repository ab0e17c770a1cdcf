import CSeL4

/// A thread.
///
/// Manual, chapter 6.
///
/// Corresponds to `seL4_TCB`.
public struct TCB: Capability {
  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// Gives the thread its spaces, fault endpoint and IPC buffer.
  ///
  /// Corresponds to `seL4_TCB_Configure`.
  ///
  /// - Parameters:
  ///   - faultEndpoint: a pointer in the *thread's own* CSpace (without MCS), which must have write and
  ///     grant-reply rights when a fault happens.
  ///   - cspace: the root of the thread's CSpace; `cspaceGuard` replaces its guard unless it is 0.
  ///   - cspaceGuard: `CNode.guardWord`.
  ///   - vspace: the root of the thread's address space, with an ASID.
  ///   - ipcBuffer: address of the IPC buffer in the thread's address space, aligned to its size.
  ///   - ipcBufferFrame: the frame that is mapped there.
  /// - Throws: `illegalOperation`, `invalidCapability`, `alignmentError`.
  public func configure(
    faultEndpoint: CapabilityPointer, cspace: CNode, cspaceGuard: Word, vspace: VSpace, ipcBuffer: Word,
    ipcBufferFrame: Frame
  ) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: cspace.pointer)
    IPCBuffer.setCapability(1, to: vspace.pointer)
    IPCBuffer.setCapability(2, to: ipcBufferFrame.pointer)
    try invoke(
      SeL4_labelTCBConfigure, length: 4, capabilities: 3, faultEndpoint.rawValue, cspaceGuard, 0, ipcBuffer)
  }

  /// Gives the thread its spaces and fault endpoint.
  ///
  /// Corresponds to `seL4_TCB_SetSpace`.
  ///
  /// - Throws: as `configure`.
  public func setSpace(
    faultEndpoint: CapabilityPointer, cspace: CNode, cspaceGuard: Word, vspace: VSpace
  ) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: cspace.pointer)
    IPCBuffer.setCapability(1, to: vspace.pointer)
    try invoke(
      SeL4_labelTCBSetSpace, length: 3, capabilities: 2, faultEndpoint.rawValue, cspaceGuard, 0)
  }

  /// Says where the thread's IPC buffer is.
  ///
  /// Corresponds to `seL4_TCB_SetIPCBuffer`.
  ///
  /// - Throws: `alignmentError`, `illegalOperation`.
  public func setIPCBuffer(address: Word, frame: Frame) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: frame.pointer)
    try invoke(SeL4_labelTCBSetIPCBuffer, length: 1, capabilities: 1, address)
  }

  /// Sets the priority, 0 to 255, at most `authority`'s maximum.
  ///
  /// Corresponds to `seL4_TCB_SetPriority`.
  ///
  /// - Throws: `rangeError` if `authority` may not give that priority.
  public func setPriority(_ priority: UInt8, authority: TCB) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: authority.pointer)
    try invoke(SeL4_labelTCBSetPriority, length: 1, capabilities: 1, Word(priority))
  }

  /// Sets the greatest priority that the thread may give.
  ///
  /// Corresponds to `seL4_TCB_SetMCPriority`.
  ///
  /// - Throws: `rangeError` if `authority` may not give that priority.
  public func setMaximumControlledPriority(_ priority: UInt8, authority: TCB) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: authority.pointer)
    try invoke(SeL4_labelTCBSetMCPriority, length: 1, capabilities: 1, Word(priority))
  }

  /// Sets registers of the thread, the first `count` in the order of `UserContext`.
  ///
  /// Corresponds to `seL4_TCB_WriteRegisters`.
  ///
  /// - Throws: `illegalOperation` if the thread is the caller, `truncatedMessage` if `count` is too great.
  public func writeRegisters(
    _ context: borrowing UserContext, count: Int = UserContext.count, resume: Bool
  ) throws(SeL4Error) {
    for index in 2..<max(count, 2) { IPCBuffer.setWord(index + 2, to: context[index]) }
    try invoke(
      SeL4_labelTCBWriteRegisters, length: count + 2, resume ? 1 : 0, Word(truncatingIfNeeded: count),
      context[0], context[1])
  }

  /// Reads the first `count` registers of the thread.
  ///
  /// Corresponds to `seL4_TCB_ReadRegisters`.
  ///
  /// - Throws: `illegalOperation` if the thread is the caller, `rangeError` if `count` is out of range.
  public func readRegisters(
    count: Int = UserContext.count, suspend: Bool = false
  ) throws(SeL4Error) -> UserContext {
    let result = try invoke(
      SeL4_labelTCBReadRegisters, length: 2, suspend ? 1 : 0, Word(truncatingIfNeeded: count))
    var context = UserContext()
    context[0] = result.word0
    context[1] = result.word1
    context[2] = result.word2
    context[3] = result.word3
    for index in 4..<max(min(count, UserContext.count), 4) { context[index] = IPCBuffer.word(index) }
    return context
  }

  /// Stops the thread.
  ///
  /// Corresponds to `seL4_TCB_Suspend`.
  public func suspend() throws(SeL4Error) {
    try invoke(SeL4_labelTCBSuspend)
  }

  /// Lets the thread run.
  ///
  /// Corresponds to `seL4_TCB_Resume`.
  public func resume() throws(SeL4Error) {
    try invoke(SeL4_labelTCBResume)
  }

  /// Delivers the notification's signals also where the thread receives from an endpoint.
  ///
  /// Corresponds to `seL4_TCB_BindNotification`.
  ///
  /// - Throws: `illegalOperation` if either is bound already.
  public func bindNotification(_ notification: Notification) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: notification.pointer)
    try invoke(SeL4_labelTCBBindNotification, capabilities: 1)
  }

  /// Corresponds to `seL4_TCB_UnbindNotification`.
  ///
  /// - Throws: `illegalOperation` if none is bound.
  public func unbindNotification() throws(SeL4Error) {
    try invoke(SeL4_labelTCBUnbindNotification)
  }

  /// Sets the thread pointer register.
  ///
  /// Corresponds to `seL4_TCB_SetTLSBase`.
  public func setTLSBase(_ address: Word) throws(SeL4Error) {
    try invoke(SeL4_labelTCBSetTLSBase, length: 1, address)
  }

  /// Clears, then sets flags of the thread, and gives those that hold now.
  ///
  /// Corresponds to `seL4_TCB_SetFlags`.
  @discardableResult
  public func setFlags(clear: ThreadFlags = [], set: ThreadFlags) throws(SeL4Error) -> ThreadFlags {
    let result = try invoke(SeL4_labelTCBSetFlags, length: 2, clear.rawValue, set.rawValue)
    return ThreadFlags(rawValue: result.word0)
  }
}

/// Corresponds to `seL4_TCBFlag`.
public struct ThreadFlags: OptionSet, Sendable {
  /// The word that the kernel sees.
  public let rawValue: Word

  /// Takes the word that the kernel sees.
  public init(rawValue: Word) {
    self.rawValue = rawValue
  }

  /// The thread uses no floating point: about 100 instructions less at each switch, and a fault if it does.
  public static let fpuDisabled = ThreadFlags(rawValue: Word(SeL4_threadFlagFPUDisabled))
}
