public import ComponentInterface
import SeL4

/// The component's supervisor, to which it can make the requests that its manifest entry allows.
public struct Supervisor {
  /// The supervisor of this component.
  public init() {}

  /// Makes a call that the supervisor answers at once: for measuring what a call costs.
  @inline(__always)
  public func echo() {
    let endpoint = Endpoint(CapabilityPointer(rawValue: ComponentSlot.supervisor))
    _ = endpoint.call(Message(label: SupervisorRequest.echoLabel))
  }

  /// Makes a request and waits for the answer.
  ///
  /// Corresponds to `seL4_Call`.
  public func call(_ request: SupervisorRequest) -> SupervisorMessage {
    let sent = request.message
    for index in 4..<max(4, sent.count) { IPCBuffer.setWord(index, to: UInt(sent.words[index])) }
    let endpoint = Endpoint(CapabilityPointer(rawValue: ComponentSlot.supervisor))
    let received = endpoint.call(
      Message(
        label: sent.label, length: sent.count, word0: UInt(sent.words[0]), word1: UInt(sent.words[1]),
        word2: UInt(sent.words[2]), word3: UInt(sent.words[3])))
    var answer = SupervisorMessage(label: received.info.label)
    for index in 0..<min(received.info.length, SupervisorMessage.capacity) {
      answer.append(UInt64(received.word(index)))
    }
    return answer
  }
}
