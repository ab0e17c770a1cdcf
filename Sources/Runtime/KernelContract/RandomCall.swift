import CKernelContract
import SeL4

/// One call of a random sequence, with all that it needs: a sequence is a list of such calls, of which any may be left
/// out.
public struct RandomCall {
  /// What kind of thing is done.
  enum Kind: Word {
    /// A worker makes a system call.
    case systemCall = 0
    /// A worker loads from or stores to the address in the first word.
    case load = 1
    case store = 2
    /// A worker executes what is no instruction.
    case trap = 4
    /// A worker executes a breakpoint.
    case breakpoint = 5
    /// The board's interrupt line is raised or lowered.
    case line = 8
    /// The root task answers the fault that it was last told of.
    case reply = 9
  }

  var kind = Kind.systemCall
  var worker = 2
  var number = SystemCall.call
  var target: Word = 0
  var label: Word = 0
  var length = 0
  var capabilityCount = 0
  /// Where a capability that arrives goes; 0 for nowhere.
  var receiveSlot: Word = 0
  var words = InlineArray<8, Word>(repeating: 0)
  var capabilities = InlineArray<3, Word>(repeating: 0)
  /// The call's place in its episode, which says what is looked at after it, whatever calls before it are left out.
  var turn: Word = 0

  init() {}

  /// The call that `encoded` numbers stand for; nil if they stand for none.
  public init?(_ numbers: InlineArray<32, Word>) {
    guard let kind = Kind(rawValue: numbers[0]), numbers[1] < 3, numbers[5] < 128, numbers[6] < 4 else {
      return nil
    }
    self.kind = kind
    worker = Int(numbers[1])
    number = Int(bitPattern: numbers[2])
    target = numbers[3]
    label = numbers[4]
    length = Int(numbers[5])
    capabilityCount = Int(numbers[6])
    receiveSlot = numbers[7]
    for index in 0..<8 { words[index] = numbers[8 + index] }
    for index in 0..<3 { capabilities[index] = numbers[16 + index] }
    turn = numbers[19]
  }

  /// The numbers that stand for the call.
  func forEachNumber(_ body: (Word) -> Void) {
    body(kind.rawValue)
    body(Word(worker))
    body(Word(bitPattern: number))
    body(target)
    body(label)
    body(Word(length))
    body(Word(capabilityCount))
    body(receiveSlot)
    for index in 0..<8 { body(words[index]) }
    for index in 0..<3 { body(capabilities[index]) }
    body(turn)
  }

  /// An invocation by the worker that makes them.
  static func invoke<let Count: Int, let Capabilities: Int>(
    _ request: Request, _ target: Word, length: Int? = nil, _ words: InlineArray<Count, Word>,
    _ capabilities: InlineArray<Capabilities, Word>, capabilityCount: Int? = nil
  ) -> RandomCall {
    var call = RandomCall()
    call.target = target
    call.label = request.label
    call.length = length ?? Count
    call.capabilityCount = capabilityCount ?? Capabilities
    for index in 0..<min(Count, 8) { call.words[index] = words[index] }
    for index in 0..<min(Capabilities, 3) { call.capabilities[index] = capabilities[index] }
    return call
  }
}
