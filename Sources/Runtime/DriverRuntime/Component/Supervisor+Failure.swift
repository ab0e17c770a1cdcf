import ComponentInterface
import SeL4

// How a driver says why it ends: `SupervisorRequest.fail`, written straight into message words. A driver has no room for
// sentences, nor for the code of a general request: the supervisor makes the sentence.
extension Supervisor {
  /// The most bytes of register and field that are reported; what does not fit is cut off.
  static let subjectCapacity = 128

  /// Ends the component with an error as its last word.
  ///
  /// The supervisor does not answer.
  @inline(never)
  func end(_ error: DriverError) -> Never {
    report(error)
    fatalError("the driver did not start")
  }

  /// Tells the supervisor of an error.
  ///
  /// Corresponds to `seL4_Call`.
  @inline(__always)
  func report(_ error: DriverError) {
    switch error {
    case .timeout(let register, let field, let lastValue, let polls, let line):
      let count = add(field, behind: add(".", behind: add(register, behind: 0)))
      send(.timeout, line, lastValue, polls, 0, count)
    case .arithmetic(let line): send(.arithmetic, line, 0, 0, 0, 0)
    case .outOfRange(let value, let allowed, let line):
      send(.outOfRange, line, value, allowed.lowerBound, allowed.upperBound, 0)
    case .tooManyRounds(let limit, let line): send(.tooManyRounds, line, limit, 0, 0, 0)
    case .unusableRegion(let mismatch):
      send(
        .unusableRegion, 0, UInt64(mismatch.region.address), UInt64(truncatingIfNeeded: mismatch.region.size),
        UInt64(truncatingIfNeeded: mismatch.size), 0)
    case .unusablePorts(let first, let count, let needed):
      send(
        .unusablePorts, 0, UInt64(first), UInt64(truncatingIfNeeded: count),
        UInt64(truncatingIfNeeded: needed), 0)
    case .missingResource(let kind, let index):
      send(.missingResource, 0, UInt64(truncatingIfNeeded: index), kind.rawValue, 0, 0)
    }
  }

  /// Adds text to the subject, which stands in the IPC buffer, and says how many bytes that has now.
  @inline(never)
  private func add(_ name: DriverError.Name, behind count: Int) -> Int {
    var end = count
    while end < Self.subjectCapacity, let byte = name.byte(end - count) {
      IPCBuffer.setByte(byte, at: end, from: DriverFailure.subjectWord + 1)
      end += 1
    }
    return end
  }

  @inline(never)
  private func send(
    _ reason: DriverFailure.Reason, _ specLine: Int, _ value0: UInt64, _ value1: UInt64, _ value2: UInt64,
    _ subjectCount: Int
  ) {
    IPCBuffer.setWord(DriverFailure.subjectWord, to: UInt(bitPattern: subjectCount))
    _ = Endpoint(CapabilityPointer(rawValue: ComponentSlot.supervisor)).call(
      Message(
        label: SupervisorRequest.failLabel,
        // Words that no byte of the subject reaches are sent all the same: the count says what counts.
        length: DriverFailure.subjectWord + 1 + Self.subjectCapacity / 8,
        word0: UInt(reason.rawValue) | UInt(bitPattern: specLine) &<< 32, word1: UInt(value0),
        word2: UInt(value1), word3: UInt(value2)))
  }
}
