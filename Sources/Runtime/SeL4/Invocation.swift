import CSeL4

extension Capability {
  /// Invokes the object: a call whose reply's label is an error code.
  ///
  /// Message words from the fifth on and extra capabilities stand in the IPC buffer already.
  @discardableResult
  @inline(__always)
  func invoke(
    _ label: Int, length: Int = 0, capabilities: Int = 0, _ word0: Word = 0, _ word1: Word = 0,
    _ word2: Word = 0, _ word3: Word = 0
  ) throws(SeL4Error) -> SystemCallRegisters {
    let result = SystemCall.exchange(
      SystemCall.call,
      SystemCallRegisters(
        badge: pointer.rawValue,
        info: MessageInfo(
          label: Word(truncatingIfNeeded: label), length: length, extraCapabilities: capabilities),
        word0: word0, word1: word1, word2: word2, word3: word3))
    if let error = SeL4Error(result) { throw error }
    return result
  }

  /// Cleans caches for a range, or makes instructions visible there, by a call of the kernel; by the processor's own
  /// instruction where the label is 0, since that kernel has no such call and needs none.
  func maintain(_ label: Int, _ start: Word, _ end: Word) throws(SeL4Error) {
    guard label != 0 else { return SeL4_synchroniseInstructions() }
    try invoke(label, length: 2, start, end)
  }
}
