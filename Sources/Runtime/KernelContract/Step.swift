import CKernelContract
import SeL4

/// One thing that a worker does.
struct Step {
  let kind: Int
  let number: Int
  let registers: InlineArray<6, Word>

  private init(kind: Int, number: Int = 0, _ registers: InlineArray<6, Word>) {
    self.kind = kind
    self.number = number
    self.registers = registers
  }

  /// A system call.
  static func system(
    _ number: Int, _ pointer: Word, label: Word = 0, length: Int = 0, capabilities: Int = 0,
    _ word0: Word = 0, _ word1: Word = 0, _ word2: Word = 0, _ word3: Word = 0
  ) -> Step {
    let info = MessageInfo(label: label, length: length, extraCapabilities: capabilities)
    return Step(
      kind: DDDK_stepSystemCall, number: number, [pointer, info.rawValue, word0, word1, word2, word3])
  }

  static func send(
    _ pointer: Word, label: Word = 0, length: Int = 0, capabilities: Int = 0, _ word0: Word = 0,
    _ word1: Word = 0
  ) -> Step {
    system(
      SystemCall.send, pointer, label: label, length: length, capabilities: capabilities, word0, word1)
  }

  static func call(
    _ pointer: Word, label: Word = 0, length: Int = 0, capabilities: Int = 0, _ word0: Word = 0,
    _ word1: Word = 0
  ) -> Step {
    system(
      SystemCall.call, pointer, label: label, length: length, capabilities: capabilities, word0, word1)
  }

  static func nbSend(_ pointer: Word, label: Word = 0, length: Int = 0, _ word0: Word = 0) -> Step {
    system(SystemCall.nbSend, pointer, label: label, length: length, word0)
  }

  static func recv(_ pointer: Word) -> Step { system(SystemCall.recv, pointer) }
  static func nbRecv(_ pointer: Word) -> Step { system(SystemCall.nbRecv, pointer) }

  static func reply(label: Word = 0, length: Int = 0, _ word0: Word = 0) -> Step {
    system(SystemCall.reply, 0, label: label, length: length, word0)
  }

  static func replyRecv(_ pointer: Word, label: Word = 0, length: Int = 0, _ word0: Word = 0) -> Step {
    system(SystemCall.replyRecv, pointer, label: label, length: length, word0)
  }

  static var yield: Step { system(SystemCall.yield, 0) }

  static func load(_ address: Word) -> Step { Step(kind: DDDK_stepLoad, [address, 0, 0, 0, 0, 0]) }

  static func store(_ address: Word, _ value: Word) -> Step {
    Step(kind: DDDK_stepStore, [address, value, 0, 0, 0, 0])
  }

  static func jump(_ address: Word) -> Step { Step(kind: DDDK_stepJump, [address, 0, 0, 0, 0, 0]) }
  static var trap: Step { Step(kind: DDDK_stepTrap, [0, 0, 0, 0, 0, 0]) }
  static var breakpoint: Step { Step(kind: DDDK_stepBreak, [0, 0, 0, 0, 0, 0]) }

  /// Reads the bases of two segments and sets them.
  static func bases(_ first: Word, _ second: Word) -> Step {
    Step(kind: DDDK_stepBases, [first, second, 0, 0, 0, 0])
  }

  /// An instruction that interrupts, as `kind` says, with a number for the kernel.
  static func interrupt(_ kind: Int, _ number: Word) -> Step { Step(kind: kind, [number, 0, 0, 0, 0, 0]) }

  /// Reads an I/O port by itself.
  static func port(_ number: Int) -> Step {
    Step(kind: DDDK_stepPort, number: number, [0, 0, 0, 0, 0, 0])
  }
}

/// A worker's memory: the steps that it takes, and what came of them.
enum Script {
  /// Empties the script of a worker.
  static func clear(_ worker: Int) {
    for index in 0..<DDDK_workerHeaderWords + DDDK_workerSteps * DDDK_workerStepWords {
      dddk_worker_set_word(worker, index, 0)
    }
    dddk_worker_set_word(worker, 0, stepAddress(worker, 0))
  }

  /// Writes step `index` of a worker's script.
  static func set(_ worker: Int, _ index: Int, _ step: Step) {
    precondition(0..<DDDK_workerSteps ~= index)
    let start = DDDK_workerHeaderWords + index * DDDK_workerStepWords
    dddk_worker_set_word(worker, start, Word(bitPattern: step.kind))
    dddk_worker_set_word(worker, start + 1, Word(bitPattern: step.number))
    for register in 0..<6 { dddk_worker_set_word(worker, start + 2 + register, step.registers[register]) }
    for word in 8..<DDDK_workerStepWords { dddk_worker_set_word(worker, start + word, 0) }
  }

  /// The step that the worker began last; -1 before its first.
  static func current(_ worker: Int) -> Int {
    let offset = Int(dddk_worker_word(worker, 0) - stepAddress(worker, 0))
    return offset / (DDDK_workerStepWords * 8) - 1
  }

  /// Says that step `index` only ends the script.
  static func markEnd(_ worker: Int, _ index: Int) {
    dddk_worker_set_word(worker, DDDK_workerHeaderWords + index * DDDK_workerStepWords + 15, 1)
  }

  static func isEnd(_ worker: Int, _ index: Int) -> Bool { word(worker, index, 15) != 0 }

  private static func stepAddress(_ worker: Int, _ index: Int) -> Word {
    dddk_worker_block(worker) + Word(DDDK_workerHeaderWords + index * DDDK_workerStepWords) * 8
  }

  /// Makes step `index` the one that the worker takes when it is started.
  static func rewind(_ worker: Int, to index: Int) {
    dddk_worker_set_word(worker, 0, stepAddress(worker, index))
  }

  /// The how-manieth of all workers' steps this one was to end; 0 while it has not.
  static func order(_ worker: Int, _ index: Int) -> Word { word(worker, index, 8) }

  /// Register `register` as step `index` left it.
  static func result(_ worker: Int, _ index: Int, _ register: Int) -> Word {
    word(worker, index, 9 + register)
  }

  static func kind(_ worker: Int, _ index: Int) -> Int { Int(bitPattern: word(worker, index, 0)) }
  static func number(_ worker: Int, _ index: Int) -> Int { Int(bitPattern: word(worker, index, 1)) }

  private static func word(_ worker: Int, _ index: Int, _ word: Int) -> Word {
    dddk_worker_word(worker, DDDK_workerHeaderWords + index * DDDK_workerStepWords + word)
  }
}
