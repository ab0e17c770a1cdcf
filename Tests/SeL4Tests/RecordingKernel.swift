import SeL4

/// A kernel that writes down what it is asked, and answers as it was told.
final class RecordingKernel {
  /// One system call as the kernel sees it.
  struct Call: Equatable {
    var number: Int
    var pointer: Word
    var label: Word
    var words: [Word]
    var capabilities: [Word]
  }

  private(set) var calls: [Call] = []
  /// What the next calls are answered with.
  var answer = SystemCallRegisters(badge: 0, info: MessageInfo(label: 0))
  /// The message words from the fifth on that the answer leaves in the buffer, from index 4.
  var answerWords: [Int: Word] = [:]
  private var buffer = [Word](repeating: 0, count: 128)

  /// Runs `body` with this kernel underneath.
  func run<Value, Failure>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    let host = HostKernel(
      systemCall: { number, registers in self.take(number, &registers) },
      loadIPCBuffer: { self.buffer[$0 / 8] }, storeIPCBuffer: { self.buffer[$0 / 8] = $1 })
    let result = HostKernel.$current.withValue(host) { () -> Result<Value, Failure> in
      do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private func take(_ number: Int, _ registers: inout SystemCallRegisters) {
    let inRegisters = [registers.word0, registers.word1, registers.word2, registers.word3]
    let words = (0..<registers.info.length).map { $0 < 4 ? inRegisters[$0] : buffer[1 + $0] }
    let capabilities = (0..<registers.info.extraCapabilities).map { buffer[122 + $0] }
    calls.append(
      Call(
        number: number, pointer: registers.badge, label: registers.info.label, words: words,
        capabilities: capabilities))
    registers = answer
    for (index, word) in answerWords { buffer[1 + index] = word }
  }

  /// The word at an offset in bytes of the IPC buffer.
  func bufferWord(_ offset: Int) -> Word { buffer[offset / 8] }
}
