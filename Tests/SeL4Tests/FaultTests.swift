import SeL4
import Testing

struct FaultTests {
  private func fault(_ label: Word, _ words: [Word], length: Int? = nil) -> Fault? {
    let kernel = RecordingKernel()
    for (index, word) in words.enumerated() where index >= 4 { kernel.answerWords[index] = word }
    let all = words + [0, 0, 0, 0]
    kernel.answer = SystemCallRegisters(
      badge: 1, info: MessageInfo(label: label, length: length ?? words.count), word0: all[0], word1: all[1],
      word2: all[2], word3: all[3])
    return kernel.run { Fault(Endpoint(.null).recv().message) }
  }

  @Test func everyFaultIsRead() {
    #expect(
      fault(5, [0x40_0010, 0x1000, 0, 0x9200_0046])
        == .vm(
          VMFault(instruction: 0x40_0010, address: 0x1000, isInstructionFetch: false, status: 0x9200_0046)))
    #expect(
      fault(1, [0x40_0010, 99, 1, 2, 30, 0, 0])
        == .capability(
          instruction: 0x40_0010, pointer: 99, inReceivePhase: true, failure: .missingCapability(bitsLeft: 30)
        ))
    #expect(
      fault(2, [0, 0, 0, 0, 0, 0, 0, 0, 0x40_0020, 1, 2, 3, 0xffff_ffff])
        == .unknownSystemCall(instruction: 0x40_0020, number: 0xffff_ffff))
    #expect(
      fault(3, [0x40_0030, 1, 2, 4, 0x200_0000])
        == .userException(instruction: 0x40_0030, number: 4, code: 0x200_0000))
    #expect(fault(3, [0x40_0030, 1, 2, 4, 0])?.instruction == 0x40_0030)
  }

  @Test func writesAreToldFromReads() throws {
    for (status, isWrite) in [(0x9200_0046, true), (0x9200_0006, false)] as [(Word, Bool)] {
      guard case .vm(let access) = try #require(fault(5, [1, 2, 0, status])) else {
        Issue.record("no memory fault")
        return
      }
      #expect(access.isWrite == isWrite)
    }
  }

  @Test func whatIsNoFaultIsNone() {
    #expect(fault(0, [1, 2, 3, 4]) == nil)
    #expect(fault(4, [1, 2, 3, 4]) == nil)
    #expect(fault(0x100, [1, 2, 3, 4]) == nil)
  }

  @Test func aShortMessageIsNone() {
    #expect(fault(5, [1, 2, 3, 4], length: 3) == nil)
    #expect(fault(1, [1, 2, 3, 4], length: 3) == nil)
    #expect(fault(2, [1, 2, 3, 4], length: 12) == nil)
    #expect(fault(3, [1, 2, 3, 4], length: 4) == nil)
  }
}
