import SeL4
import Testing

struct SeL4ErrorTests {
  /// The error that a reply of this label and these words becomes.
  private func error(_ label: Word, _ words: [Word], fifth: Word = 0) -> SeL4Error? {
    let kernel = RecordingKernel()
    let all = words + [0, 0, 0, 0]
    kernel.answer = SystemCallRegisters(
      badge: 0, info: MessageInfo(label: label, length: words.count), word0: all[0], word1: all[1],
      word2: all[2], word3: all[3])
    kernel.answerWords[4] = fifth
    do throws(SeL4Error) {
      try kernel.run { () throws(SeL4Error) in try TCB(.null).suspend() }
      return nil
    } catch { return error }
  }

  @Test func everyCodeCarriesItsEvidence() {
    #expect(error(0, []) == nil)
    #expect(error(1, [3]) == .invalidArgument(argument: 3))
    #expect(error(2, [1]) == .invalidCapability(capability: 1))
    #expect(error(3, []) == .illegalOperation)
    #expect(error(4, [1, 256]) == .rangeError(minimum: 1, maximum: 256))
    #expect(error(5, []) == .alignmentError)
    #expect(error(7, []) == .truncatedMessage)
    #expect(error(8, []) == .deleteFirst)
    #expect(error(9, []) == .revokeFirst)
    #expect(error(10, [4096]) == .notEnoughMemory(available: 4096))
    #expect(error(11, []) == .unknown(code: 11))
    #expect(error(1 << 40, []) == .unknown(code: 1 << 40))
  }

  @Test func aFailedLookupSaysHow() {
    #expect(error(6, [1, 1]) == .failedLookup(wasSource: true, failure: .invalidRoot))
    #expect(
      error(6, [0, 2, 39]) == .failedLookup(wasSource: false, failure: .missingCapability(bitsLeft: 39)))
    #expect(
      error(6, [0, 3, 5, 7])
        == .failedLookup(wasSource: false, failure: .depthMismatch(bitsLeft: 5, bitsFound: 7)))
    #expect(
      error(6, [0, 4, 5, 6], fifth: 7)
        == .failedLookup(wasSource: false, failure: .guardMismatch(bitsLeft: 5, guardFound: 6, guardBits: 7)))
    #expect(error(6, [0, 9]) == .failedLookup(wasSource: false, failure: .unknown(type: 9)))
  }
}
