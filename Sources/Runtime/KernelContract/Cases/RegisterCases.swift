import CKernelContract
import SeL4

// Manual, section 6.1, and `seL4_UserContext`.
extension Contract {
  mutating func registerCases() {
    test("tcb-read-registers-bounds-the-count") { c in
      let thread = c.make(.tcb)
      each([0, 1, 2, Word(UserContext.count), Word(UserContext.count) + 1, Word.max] as InlineArray<6, Word>)
      { count in
        let answer = c.request(.readRegisters, thread, [0, count], [])
        c.text("  ")
        c.text(Request.readRegisters.name)
        c.text(": ")
        c.text(.error(answer.error))
        c.text(", words ")
        c.word(Word(answer.info.length))
        c.newLine()
        if answer.error != 0 { c.show("least", value: answer.words[0]) }
        if answer.error != 0 { c.show("greatest", value: answer.words[1]) }
      }
    }
    test("tcb-read-registers-of-the-caller-is-refused") { c in
      c.invoke(.readRegisters, Self.thread, [0, 1], [])
      c.invoke(.writeRegisters, Self.thread, [0, 1, 0], [])
    }
    test("tcb-read-registers-needs-all-of-its-message") { c in
      let thread = c.make(.tcb)
      c.invoke(.readRegisters, thread, length: 1, [0, 1], [])
      c.invoke(.writeRegisters, thread, length: 1, [0, 1], [])
    }
    test("tcb-write-registers-refuses-more-words-than-it-got") { c in
      let thread = c.make(.tcb)
      c.invoke(.writeRegisters, thread, [0, 2, 0], [])
      c.invoke(.writeRegisters, thread, [0, Word.max, 0], [])
      c.invoke(.writeRegisters, thread, [0, 1, 0x4000], [])
      c.invoke(.writeRegisters, thread, [0, 0, 0], [])
    }
    test("tcb-write-registers-is-read-back") { c in
      let thread = c.make(.tcb)
      var context = UserContext()
      for index in 0..<UserContext.count { context[index] = 0x100 + Word(index) }
      _ = try? TCB(CapabilityPointer(rawValue: thread)).writeRegisters(context, resume: false)
      c.showRegisters(thread)
    }
    test("tcb-write-registers-leaves-the-rest-alone") { c in
      let thread = c.make(.tcb)
      var context = UserContext()
      for index in 0..<UserContext.count { context[index] = 0x100 + Word(index) }
      let tcb = TCB(CapabilityPointer(rawValue: thread))
      _ = try? tcb.writeRegisters(context, resume: false)
      for index in 0..<UserContext.count { context[index] = 0x200 + Word(index) }
      _ = try? tcb.writeRegisters(context, count: 6, resume: false)
      c.showRegisters(thread)
    }
    test("tcb-write-registers-keeps-a-thread-at-user-level", needs: .stateRegister) { c in
      let thread = c.make(.tcb)
      var context = UserContext()
      context[DDDK_contextState] = Word.max
      _ = try? TCB(CapabilityPointer(rawValue: thread)).writeRegisters(context, resume: false)
      let read = try? TCB(CapabilityPointer(rawValue: thread)).readRegisters()
      if let read { c.show("state", value: read[DDDK_contextState] & ~Word(DDDK_contextStateOwn)) }
    }
    test("tcb-write-registers-of-each-register-alone") { c in
      let tcb = TCB(CapabilityPointer(rawValue: c.make(.tcb)))
      for count in 1...UserContext.count {
        var context = UserContext()
        context[count - 1] = 0x100 + Word(count)
        _ = try? tcb.writeRegisters(context, count: count, resume: false)
        guard !Self.hidesRegister(count - 1), let read = try? tcb.readRegisters() else { continue }
        c.show("register", value: read[count - 1])
      }
    }
    test("tcb-write-registers-takes-no-address-that-cannot-be", needs: .segments) { c in
      let tcb = TCB(CapabilityPointer(rawValue: c.make(.tcb)))
      each(
        [
          0x7fff_ffff_efff, 0x7fff_ffff_ffff, 0x8000_0000_0000, 0xffff_7fff_ffff_ffff, 0xffff_8000_0000_0000,
          Word.max,
        ] as InlineArray<6, Word>
      ) { address in
        var context = UserContext()
        for index in 0..<UserContext.count where index != DDDK_contextState { context[index] = address }
        _ = try? tcb.writeRegisters(context, resume: false)
        c.showRegisters(tcb.pointer.rawValue)
      }
    }
    test("tcb-segment-bases-are-each-threads-own", needs: .segments) { c in
      let first = c.makeWorker()
      let second = c.makeWorker()
      c.invoke(.setTLSBase, second.thread, [0x4000], [])
      c.script(first, .bases(0x1000, 0x2000))
      c.script(first, .yield)
      c.script(first, .bases(0, 0))
      c.script(second, .bases(0x5000, 0x6000))
      c.script(second, .bases(0x7000, 0x8000))
      c.start(first)
      c.start(second)
      c.showRegisterBases(first.thread)
      c.showRegisterBases(second.thread)
      c.show(first)
      c.show(second)
      c.script(second, .bases(0, 0))
      c.start(second)
      c.show(second)
    }
    test("tcb-copy-registers-copies-frame-and-integers") { c in
      let source = c.make(.tcb)
      let target = c.make(.tcb)
      var context = UserContext()
      for index in 0..<UserContext.count { context[index] = 0x100 + Word(index) }
      _ = try? TCB(CapabilityPointer(rawValue: source)).writeRegisters(context, resume: false)
      c.invoke(.copyRegisters, target, [4], [source])
      c.showRegisters(target)
      c.invoke(.copyRegisters, target, [8], [source])
      c.showRegisters(target)
    }
    test("tcb-copy-registers-refuses-a-source-that-is-no-thread") { c in
      let target = c.make(.tcb)
      c.invoke(.copyRegisters, target, [12], [c.make(.smallPage)])
      c.invoke(.copyRegisters, target, [12], [c.slot()])
      c.invoke(.copyRegisters, target, [12], [target], capabilityCount: 0)
      c.invoke(.copyRegisters, target, length: 0, [12], [target])
    }
    test("tcb-copy-registers-suspends-and-resumes") { c in
      let endpoint = c.make(.endpoint)
      let source = c.makeWorker()
      c.script(source, .send(endpoint, label: 1))
      c.start(source)
      let target = c.makeWorker()
      c.script(target, .send(endpoint, label: 2))
      c.start(target)
      c.invoke(.copyRegisters, target.thread, [3], [source.thread])
      c.recv(endpoint)
      c.nbRecv(endpoint)
    }
    test("tcb-read-registers-can-suspend") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.script(worker, .send(endpoint, label: 1))
      c.start(worker)
      c.request(.readRegisters, worker.thread, [1, 1], [])
      c.nbRecv(endpoint)
    }
    test("tcb-read-registers-tells-where-a-waiting-thread-stands") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.script(worker, .send(endpoint, label: 1, length: 2, 0x11, 0x22))
      c.start(worker)
      let context = try? TCB(CapabilityPointer(rawValue: worker.thread)).readRegisters()
      if let context {
        c.show("program counter", value: context.programCounter)
        c.show("stack pointer", value: context.stackPointer)
        c.show("argument 0", value: context.argument0 == endpoint ? 1 : 0)
      }
    }
    test("tcb-write-registers-resumes-a-thread-elsewhere") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.script(worker, .send(endpoint, label: 1))
      c.script(worker, .send(endpoint, label: 2))
      c.start(worker)
      c.restart(worker)
      c.recv(endpoint)
      c.nbRecv(endpoint)
      c.show(worker)
    }
  }

  /// Tells the last two of a thread's registers: where the bases of segments are.
  private mutating func showRegisterBases(_ thread: Word) {
    guard let context = try? TCB(CapabilityPointer(rawValue: thread)).readRegisters() else { return }
    show("first base", value: context[UserContext.count - 2])
    show("second base", value: context[UserContext.count - 1])
  }

  /// Whether a register holds state of the processor that is partly the kernel's own.
  private static func hidesRegister(_ index: Int) -> Bool {
    index == DDDK_contextState && DDDK_contextStateOwn != 0
  }

  /// Tells a thread's registers, in message order, but for the processor's state.
  mutating func showRegisters(_ thread: Word) {
    guard let context = try? TCB(CapabilityPointer(rawValue: thread)).readRegisters() else {
      return text("  cannot read registers\n")
    }
    text("  registers:")
    for index in 0..<UserContext.count {
      text(" ")
      if Self.hidesRegister(index) { text("state") } else { word(context[index]) }
    }
    newLine()
  }
}
