import CKernelContract
import CSeL4
import SeL4

/// A thread that takes steps from a script.
///
/// It shares the root task's spaces unless a case gives it others.
struct Worker {
  let number: Int
  let thread: Word
  /// Where its message buffer is mapped; 0 for none.
  let buffer: Word
}

extension Contract {
  /// Makes a worker that runs as soon as it is started, or, with a priority below the root task's, when that waits.
  mutating func makeWorker(
    priority: Word = 150, faultHandler: Word = 0, hasBuffer: Bool = true
  ) -> Worker {
    let number = workerCount
    precondition(number < DDDK_workerCount)
    workerCount += 1
    let place = make(.tcb)
    workerThreads[number] = place
    let frame = hasBuffer ? make(.smallPage) : place
    let address = hasBuffer ? Contract.buffers + Word(number) << 12 : 0
    if hasBuffer {
      require(
        request(
          .pageMap, frame, [address, CapabilityRights.readWrite.rawValue, MappingAttributes.data.rawValue],
          [Contract.vspace]))
    }
    require(
      request(
        .configure, place, [faultHandler, cspaceGuard, 0, address],
        [Contract.cnode, Contract.vspace, frame]))
    require(request(.setPriority, place, [priority], [Contract.thread]))
    Script.clear(number)
    if number == 0 { dddk_worker_set_order(0) }
    stepCount[number] = 0
    startedSteps[number] = 0
    shownSteps[number] = 0
    return Worker(number: number, thread: place, buffer: address)
  }

  private mutating func require(_ answer: Answer) {
    if answer.error != 0 { show("  cannot make a worker", answer) }
  }

  /// Adds a step to a worker's script.
  mutating func script(_ worker: Worker, _ step: Step) {
    Script.set(worker.number, stepCount[worker.number], step)
    stepCount[worker.number] += 1
  }

  /// Lets a worker take the steps that were added since it was last started; after the last it suspends itself.
  mutating func start(_ worker: Worker) {
    script(worker, .call(worker.thread, label: Request.suspend.label))
    Script.markEnd(worker.number, stepCount[worker.number] - 1)
    Script.rewind(worker.number, to: startedSteps[worker.number])
    startedSteps[worker.number] = stepCount[worker.number]
    restart(worker)
  }

  /// Lets a worker go on with the step after the one that it was in.
  mutating func restart(_ worker: Worker) {
    var context = UserContext()
    context.programCounter = dddk_worker_entry()
    context.argument0 = dddk_worker_block(worker.number)
    do {
      try TCB(CapabilityPointer(rawValue: worker.thread)).writeRegisters(
        context, count: UserContext.countToStart, resume: true)
    } catch {
      text("  cannot start a worker\n")
    }
  }

  /// Tells what came of a worker's steps that have not been told, up to the one it is in.
  mutating func show(_ worker: Worker) {
    var index = shownSteps[worker.number]
    let current = Script.current(worker.number)
    while index < stepCount[worker.number], index <= current {
      let order = Script.order(worker.number, index)
      if Script.isEnd(worker.number, index) {
        index += 1
        continue
      }
      text("  worker ")
      word(Word(worker.number))
      text(" step ")
      word(Word(index))
      if order == 0 {
        text(index == current ? ": has not ended\n" : ": was given up\n")
        if index == current { break }
      } else {
        text(" as ")
        word(order)
        showResult(worker, index)
        newLine()
      }
      index += 1
    }
    shownSteps[worker.number] = index
  }

  private mutating func showResult(_ worker: Worker, _ index: Int) {
    let kind = Script.kind(worker.number, index)
    let number = Script.number(worker.number, index)
    if kind == DDDK_stepLoad {
      text(": loaded ")
      word(Script.result(worker.number, index, 0))
    } else if kind == DDDK_stepBases {
      text(": were ")
      word(Script.result(worker.number, index, 0))
      text(" ")
      word(Script.result(worker.number, index, 1))
    } else if kind == DDDK_stepSystemCall,
      number == SystemCall.call || number == SystemCall.recv || number == SystemCall.nbRecv
        || number == SystemCall.replyRecv
    {
      let info = MessageInfo(rawValue: Script.result(worker.number, index, 1))
      var words = InlineArray<20, Word>(repeating: 0)
      for register in 0..<4 { words[register] = Script.result(worker.number, index, 2 + register) }
      text(": ")
      // Words beyond the registers are in the worker's own buffer.
      showMessage(
        Script.result(worker.number, index, 0),
        MessageInfo(
          rawValue: info.length > 4 ? info.rawValue & ~0x7f | 4 : info.rawValue), words)
    }
  }
}
