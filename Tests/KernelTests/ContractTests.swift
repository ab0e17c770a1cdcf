import Foundation
import KernelContract
import SeL4
import Testing

@testable import Kernel

/// The host model gives the answers that seL4 gave: `Contract/answers.txt` is what seL4 16.0 (release,
/// AArch64, QEMU `virt`) printed when the root task `kernel-contract` ran on it.
///
/// The system tests make the same root task run on the reference kernel, and on seL4 where one is installed.
struct ContractTests {
  /// What seL4 answered, line by line: request, target, error, length and words, in hexadecimal.
  private static func recorded() throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Contract/answers.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test("the model answers as seL4 does")
  func answersAgree() throws {
    let task = try RootTask(memoryMiB: 16)
    let untyped = task.freeSlot()
    let bits = UInt(KernelContract.untypedBits)
    #expect(try task.retype(try task.memory(bits + 1).slot, .untyped, bits: bits, at: untyped).label == 0)
    let recorded = try Self.recorded()
    #expect(recorded.count == 2500)
    var answers: [String] = []
    HostKernel.$current.withValue(binding(task.model)) {
      var contract = KernelContract(untyped: untyped, first: task.nextSlot)
      contract.run(count: recorded.count) { answers.append(text($0)) }
    }
    let difference = zip(answers, recorded).enumerated().first { $0.element.0 != $0.element.1 }
    #expect(difference == nil, "request \(difference?.offset ?? 0): \(difference?.element ?? ("", ""))")
    #expect(answers.count == recorded.count)
    task.model.expectWellFormed()
  }

  private func text(_ answer: KernelContract.Answer) -> String {
    var words = [answer.request, answer.target, answer.error, Word(answer.length)]
    for index in 0..<min(answer.length, 6) { words.append(answer.words[index]) }
    return words.map { String($0, radix: 16) }.joined(separator: " ")
  }

  private func binding(_ model: KernelModel) -> HostKernel {
    HostKernel(
      systemCall: { number, registers in
        let call = ModelRegisters(
          capability: registers.badge, info: registers.info.rawValue,
          words: [registers.word0, registers.word1, registers.word2, registers.word3])
        guard case .returned(let answer) = model.systemCall(number, call) else {
          fatalError("the contract makes no request that waits")
        }
        registers = SeL4.SystemCallRegisters(
          badge: answer.badge, info: SeL4.MessageInfo(rawValue: answer.info), word0: answer.words[0],
          word1: answer.words[1], word2: answer.words[2], word3: answer.words[3])
      },
      loadIPCBuffer: { model.loadIPCBuffer($0) },
      storeIPCBuffer: { model.storeIPCBuffer($0, $1) })
  }
}
