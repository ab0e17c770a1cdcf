import CKernelContract
import SeL4

// Manual, chapter 5 and sections 10.3.4 and 10.3.5.
extension Contract {
  mutating func interruptCases() {
    interruptControlCases()
    interruptHandlerCases()
    interruptOrderCases()
  }

  /// A handler of the board's own interrupt.
  private mutating func makeHandler() -> Word {
    let handler = slot()
    requestHandler(handler)
    return handler
  }

  /// Asks for a handler of the board's own interrupt, as long as its line is held.
  @discardableResult
  func requestHandler(_ place: Word) -> Answer {
    if Need.pins.isMet {
      request(.irqGetPin, Self.irqControl, pinWords(place, board.interrupt, vector: 4), [Self.cnode])
    } else {
      request(.irqGet, Self.irqControl, [board.interrupt, place, 64], [Self.cnode])
    }
  }

  /// The same, and tells the answer.
  private mutating func invokeHandler(_ place: Word) {
    let answer = requestHandler(place)
    text("  ")
    show(Need.pins.isMet ? Request.irqGetPin.name : Request.irqGet.name, answer)
  }

  /// The message that asks for a pin.
  func pinWords(
    _ place: Word, _ pin: Word, isLevel: Bool = true, vector: Word
  ) -> InlineArray<7, Word> { [place, 64, 0, pin, isLevel ? 1 : 0, 0, vector] }

  private mutating func interruptControlCases() {
    test("irq-control-get-gives-one-handler-at-a-time", needs: .numbers) { c in
      let handler = c.slot()
      let other = c.slot()
      c.invoke(.irqGet, Self.irqControl, [c.board.interrupt, handler, 64], [Self.cnode])
      c.invoke(.irqGet, Self.irqControl, [c.board.interrupt, other, 64], [Self.cnode])
      c.invoke(.delete, Self.cnode, [handler, 64], [])
      c.invoke(.irqGet, Self.irqControl, [c.board.interrupt, other, 64], [Self.cnode])
    }
    test("irq-control-get-refuses-a-number-that-does-not-exist", needs: .numbers) { c in
      c.invoke(.irqGet, Self.irqControl, [5000, c.slot(), 64], [Self.cnode])
      c.invoke(.irqGet, Self.irqControl, [Word.max, c.slot(), 64], [Self.cnode])
      c.invoke(.irqGetTrigger, Self.irqControl, [5000, 0, c.slot(), 64], [Self.cnode])
    }
    test("irq-control-get-refuses-the-kernels-own-interrupt", needs: .numbers) { c in
      let number = Word(DDDK_kernelInterrupt)
      c.invoke(.irqGet, Self.irqControl, [number, c.slot(), 64], [Self.cnode])
      c.invoke(.irqGetTrigger, Self.irqControl, [number, 0, c.slot(), 64], [Self.cnode])
    }
    test("irq-control-get-refuses-number-0", needs: .interruptsFromOne) { c in
      c.invoke(.irqGet, Self.irqControl, [0, c.slot(), 64], [Self.cnode])
      c.invoke(.irqGetTrigger, Self.irqControl, [0, 0, c.slot(), 64], [Self.cnode])
    }
    test("irq-control-get-gives-any-number-that-is-nobodys", needs: .numbers) { c in
      for number in 0..<3 as Range<Word> {
        let handler = c.slot()
        let first = Word(DDDK_idleInterrupt)
        c.invoke(.irqGetTrigger, Self.irqControl, [first + number, number, handler, 64], [Self.cnode])
        c.invoke(.irqAck, handler, [], [])
      }
    }
    test("irq-control-get-refuses-a-slot-that-is-taken-or-nowhere", needs: .numbers) { c in
      let taken = c.make(.endpoint)
      let number = c.board.interrupt
      c.invoke(.irqGet, Self.irqControl, [number, taken, 64], [Self.cnode])
      c.invoke(.irqGet, Self.irqControl, [number, c.slot(), 10], [Self.cnode])
      c.invoke(.irqGet, Self.irqControl, [number, c.slot(), 0], [Self.cnode])
      c.invoke(.irqGet, Self.irqControl, [number, c.slot(), 65], [Self.cnode])
      c.invoke(.irqGet, Self.irqControl, [number, c.slot(), 64], [taken])
      c.invoke(.irqGetTrigger, Self.irqControl, [number, 0, taken, 64], [Self.cnode])
      c.invoke(.irqGetTrigger, Self.irqControl, [number, 0, c.slot(), 10], [Self.cnode])
      c.invoke(.irqGetTrigger, Self.irqControl, [number, 0, c.slot(), 65], [Self.cnode])
      c.invoke(.irqGetTrigger, Self.irqControl, [number, 0, c.slot(), 64], [taken])
    }
    test("irq-control-get-needs-all-of-its-message", needs: .numbers) { c in
      let number = c.board.interrupt
      c.invoke(.irqGet, Self.irqControl, length: 2, [number, c.slot(), 64], [Self.cnode])
      c.invoke(.irqGet, Self.irqControl, [number, c.slot(), 64], [Self.cnode], capabilityCount: 0)
      c.invoke(.irqGetTrigger, Self.irqControl, length: 3, [number, 0, c.slot(), 64], [Self.cnode])
      c.invoke(
        .irqGetTrigger, Self.irqControl, [number, 0, c.slot(), 64], [Self.cnode], capabilityCount: 0)
    }
    test("irq-control-get-trigger-gives-one-handler-at-a-time", needs: .numbers) { c in
      let handler = c.slot()
      c.invoke(.irqGetTrigger, Self.irqControl, [c.board.interrupt, 0, handler, 64], [Self.cnode])
      c.invoke(.irqGetTrigger, Self.irqControl, [c.board.interrupt, 1, c.slot(), 64], [Self.cnode])
      c.invoke(.irqGet, Self.irqControl, [c.board.interrupt, c.slot(), 64], [Self.cnode])
    }
    test("irq-control-knows-no-other-method", needs: .numbers) { c in
      c.invoke(.irqAck, Self.irqControl, [], [])
      c.invoke(.suspend, Self.irqControl, [], [])
      c.invoke(.irqGet, c.slot(), [c.board.interrupt, c.slot(), 64], [Self.cnode])
      c.invoke(.irqGetTrigger, c.slot(), [c.board.interrupt, 0, c.slot(), 64], [Self.cnode])
      c.invoke(.irqGetTrigger, c.make(.tcb), [c.board.interrupt, 0, c.slot(), 64], [Self.cnode])
    }
    test("irq-control-revoked-takes-all-handlers") { c in
      let handler = c.makeHandler()
      c.invoke(.revoke, Self.cnode, [Self.irqControl, 64], [])
      c.invoke(.irqAck, handler, [], [])
      c.invokeHandler(handler)
    }
  }

  private mutating func interruptHandlerCases() {
    test("irq-handler-set-notification-refuses-other-objects-and-missing-rights") { c in
      let handler = c.makeHandler()
      let notification = c.make(.notification)
      c.invoke(.irqSetNotification, handler, [], [c.make(.smallPage)])
      c.invoke(.irqSetNotification, handler, [], [c.make(.endpoint)])
      c.invoke(.irqSetNotification, handler, [], [c.slot()])
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 0, rights: .read)])
      c.invoke(.irqSetNotification, handler, [], [notification], capabilityCount: 0)
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 0, rights: .write)])
    }
    test("irq-handler-acknowledges-and-clears-at-any-time") { c in
      let handler = c.makeHandler()
      c.invoke(.irqAck, handler, [], [])
      c.invoke(.irqClear, handler, [], [])
      c.invoke(.irqClear, handler, [], [])
      c.invoke(.irqAck, handler, [], [])
    }
    test("irq-handler-knows-no-other-method") { c in
      let handler = c.makeHandler()
      let empty = c.slot()
      c.invoke(.irqGet, handler, [0, 0, 0], [Self.cnode])
      c.invoke(.suspend, handler, [], [])
      c.invoke(.irqAck, empty, [], [])
      c.invoke(.irqSetNotification, empty, [], [c.make(.notification)])
      c.invoke(.irqClear, empty, [], [])
      c.invoke(.irqAck, c.make(.tcb), [], [])
      c.invoke(.irqSetNotification, c.make(.tcb), [], [c.make(.notification)])
      c.invoke(.irqClear, c.make(.tcb), [], [])
    }
    test("irq-handler-lives-until-its-last-copy") { c in
      let handler = c.makeHandler()
      let copy = c.slot()
      c.invoke(.copy, Self.cnode, [copy, 64, handler, 64, 15], [Self.cnode])
      c.invoke(.delete, Self.cnode, [handler, 64], [])
      c.invokeHandler(handler)
      c.invoke(.irqAck, copy, [], [])
      c.invoke(.delete, Self.cnode, [copy, 64], [])
      c.invokeHandler(handler)
    }
    test("irq-handler-revoked-takes-its-copies") { c in
      let handler = c.makeHandler()
      let copy = c.slot()
      c.invoke(.copy, Self.cnode, [copy, 64, handler, 64, 15], [Self.cnode])
      c.invoke(.revoke, Self.cnode, [handler, 64], [])
      c.invoke(.irqAck, copy, [], [])
      c.invoke(.irqAck, handler, [], [])
    }
  }

  private mutating func interruptOrderCases() {
    test("irq-is-signalled-with-the-badge-of-its-notification") { c in
      let handler = c.makeHandler()
      let notification = c.make(.notification)
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 0x40)])
      c.invoke(.irqAck, handler, [], [])
      c.nbRecv(notification)
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
    }
    test("irq-stays-masked-until-it-is-acknowledged", needs: .levels) { c in
      let handler = c.makeHandler()
      let notification = c.make(.notification)
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 1)])
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
      c.board.setInterruptLine(false)
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
      c.invoke(.irqAck, handler, [], [])
      c.nbRecv(notification)
    }
    test("irq-acknowledged-while-raised-comes-again", needs: .levels) { c in
      let handler = c.makeHandler()
      let notification = c.make(.notification)
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 1)])
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
      c.invoke(.irqAck, handler, [], [])
      c.nbRecv(notification)
      c.board.setInterruptLine(false)
      c.invoke(.irqAck, handler, [], [])
      c.nbRecv(notification)
    }
    test("irq-comes-again-before-it-is-acknowledged", needs: .keptInterrupts) { c in
      let handler = c.makeHandler()
      let notification = c.make(.notification)
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 1)])
      for _ in 0..<2 {
        c.board.setInterruptLine(true)
        c.nbRecv(notification)
        c.nbRecv(notification)
        c.board.setInterruptLine(false)
        c.nbRecv(notification)
      }
      c.invoke(.irqAck, handler, [], [])
      c.nbRecv(notification)
    }
    test("irq-acknowledged-while-raised-does-not-come-again", needs: .keptInterrupts) { c in
      let handler = c.makeHandler()
      let notification = c.make(.notification)
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 1)])
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
      c.invoke(.irqAck, handler, [], [])
      c.nbRecv(notification)
    }
    test("irq-asked-for-without-a-handler-is-kept-for-the-next", needs: .keptInterrupts) { c in
      let handler = c.makeHandler()
      let notification = c.make(.notification)
      c.invoke(.delete, Self.cnode, [handler, 64], [])
      c.board.setInterruptLine(true)
      c.board.setInterruptLine(false)
      c.invokeHandler(handler)
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 1)])
      c.nbRecv(notification)
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
    }
    test("irq-level-triggered-is-forgotten-when-its-line-falls", needs: .levels) { c in
      let handler = c.slot()
      let notification = c.make(.notification)
      if Need.pins.isMet {
        c.invokeHandler(handler)
      } else {
        c.invoke(.irqGetTrigger, Self.irqControl, [c.board.interrupt, 0, handler, 64], [Self.cnode])
      }
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 1)])
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
      c.board.setInterruptLine(false)
      c.board.setInterruptLine(true)
      c.board.setInterruptLine(false)
      c.invoke(.irqAck, handler, [], [])
      c.nbRecv(notification)
    }
    test("irq-without-a-notification-waits-for-an-acknowledgement") { c in
      let handler = c.makeHandler()
      let notification = c.make(.notification)
      c.board.setInterruptLine(true)
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 1)])
      c.nbRecv(notification)
      c.invoke(.irqAck, handler, [], [])
      c.nbRecv(notification)
    }
    test("irq-cleared-is-not-signalled") { c in
      let handler = c.makeHandler()
      let notification = c.make(.notification)
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 1)])
      c.invoke(.irqClear, handler, [], [])
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 2)])
      c.nbRecv(notification)
      c.invoke(.irqAck, handler, [], [])
      c.nbRecv(notification)
    }
    test("irq-goes-to-the-notification-that-was-set-last") { c in
      let handler = c.makeHandler()
      let notification = c.make(.notification)
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 1)])
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 2)])
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
    }
    test("irq-of-a-deleted-notification-is-lost") { c in
      let handler = c.makeHandler()
      let notification = c.make(.notification)
      let other = c.make(.notification)
      c.invoke(.irqSetNotification, handler, [], [notification])
      c.invoke(.revoke, Self.cnode, [notification, 64], [])
      c.invoke(.delete, Self.cnode, [notification, 64], [])
      c.board.setInterruptLine(true)
      c.invoke(.irqSetNotification, handler, [], [c.mint(other, badge: 2)])
      c.invoke(.irqAck, handler, [], [])
      c.nbRecv(other)
    }
    test("irq-wakes-a-thread-of-higher-priority-at-once") { c in
      let handler = c.makeHandler()
      let notification = c.make(.notification)
      let worker = c.makeWorker()
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 9)])
      c.script(worker, .recv(notification))
      c.script(worker, .call(handler, label: Request.irqAck.label))
      c.start(worker)
      c.show(worker)
      c.board.setInterruptLine(true)
      c.board.setInterruptLine(false)
      c.show(worker)
    }
    test("irq-reaches-a-thread-at-its-endpoint-through-the-bound-notification") { c in
      let handler = c.makeHandler()
      let notification = c.make(.notification)
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 0x80)])
      c.invoke(.bindNotification, worker.thread, [], [notification])
      c.script(worker, .recv(endpoint))
      c.start(worker)
      c.board.setInterruptLine(true)
      c.show(worker)
    }
    test("irq-handler-deleted-masks-the-interrupt") { c in
      let handler = c.makeHandler()
      let notification = c.make(.notification)
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 1)])
      c.invoke(.delete, Self.cnode, [handler, 64], [])
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
      c.invokeHandler(handler)
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 2)])
      c.invoke(.irqAck, handler, [], [])
      c.nbRecv(notification)
    }
  }
}
