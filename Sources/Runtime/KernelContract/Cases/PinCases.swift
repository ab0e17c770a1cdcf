import CKernelContract
import SeL4

// Handlers that are asked for by the pin of a controller or for a message. Manual, section 8.1, and 10.3.9.
extension Contract {
  mutating func pinCases() {
    pinRefusalCases()
    messageCases()
    pinOrderCases()
  }

  private mutating func pinRefusalCases() {
    test("irq-control-get-by-number-is-refused", needs: .pins) { c in
      c.invoke(.irqGet, Self.irqControl, [4, c.slot(), 64], [Self.cnode])
      c.invoke(.irqGet, Self.irqControl, [20, c.slot(), 64], [Self.cnode])
      c.invoke(.irqGet, Self.irqControl, [5000, c.slot(), 64], [Self.cnode])
      c.invoke(.irqGet, Self.irqControl, [4, c.make(.endpoint), 64], [Self.cnode])
      c.invoke(.irqGet, Self.irqControl, length: 2, [4, c.slot(), 64], [Self.cnode])
      c.invoke(.irqGet, Self.irqControl, [4, c.slot(), 64], [Self.cnode], capabilityCount: 0)
      c.invoke(.irqGet, c.slot(), [4, c.slot(), 64], [Self.cnode])
    }
    test("irq-control-get-pin-gives-one-handler-for-a-vector-at-a-time", needs: .pins) { c in
      let handler = c.slot()
      let other = c.slot()
      let pin = Word(DDDK_idleInterrupt)
      c.invoke(.irqGetPin, Self.irqControl, c.pinWords(handler, pin, vector: 30), [Self.cnode])
      c.invoke(.irqGetPin, Self.irqControl, c.pinWords(other, pin, vector: 30), [Self.cnode])
      c.invoke(.irqGetPin, Self.irqControl, c.pinWords(other, pin + 1, vector: 30), [Self.cnode])
      c.invoke(.irqGetPin, Self.irqControl, c.pinWords(other, pin, vector: 31), [Self.cnode])
      c.invoke(.delete, Self.cnode, [handler, 64], [])
      c.invoke(.irqGetPin, Self.irqControl, c.pinWords(handler, pin + 1, vector: 30), [Self.cnode])
    }
    test("irq-control-get-pin-refuses-what-does-not-exist", needs: .pins) { c in
      let place = c.slot()
      let pin = Word(DDDK_idleInterrupt)
      each([107, 108, 109, 0x100, Word.max - 15, Word.max] as InlineArray<6, Word>) { vector in
        c.invoke(.irqGetPin, Self.irqControl, c.pinWords(place, pin, vector: vector), [Self.cnode])
        c.request(.delete, Self.cnode, [place, 64], [])
      }
      each([0, 23, 24, 0x100, Word.max] as InlineArray<5, Word>) { pin in
        c.invoke(.irqGetPin, Self.irqControl, c.pinWords(place, pin, vector: 30), [Self.cnode])
        c.request(.delete, Self.cnode, [place, 64], [])
      }
      each([1, Word.max] as InlineArray<2, Word>) { controller in
        c.invoke(.irqGetPin, Self.irqControl, [place, 64, controller, pin, 1, 0, 30], [Self.cnode])
      }
    }
    test("irq-control-get-pin-refuses-other-triggers-and-polarities", needs: .pins) { c in
      let place = c.slot()
      let pin = Word(DDDK_idleInterrupt)
      each([0, 1, 2, Word.max] as InlineArray<4, Word>) { way in
        c.invoke(.irqGetPin, Self.irqControl, [place, 64, 0, pin, way, 0, 30], [Self.cnode])
        c.request(.delete, Self.cnode, [place, 64], [])
        c.invoke(.irqGetPin, Self.irqControl, [place, 64, 0, pin, 1, way, 30], [Self.cnode])
        c.request(.delete, Self.cnode, [place, 64], [])
      }
    }
    test("irq-control-get-pin-looks-at-what-is-wrong-in-order", needs: .pins) { c in
      let place = c.slot()
      let taken = c.make(.endpoint)
      let handler = c.slot()
      c.invoke(.irqGetPin, Self.irqControl, c.pinWords(handler, 17, vector: 30), [Self.cnode])
      // Everything is wrong, and then one thing less at a time, in the order in which the kernel looks.
      c.invoke(.irqGetPin, Self.irqControl, [taken, 10, 9, 99, 9, 9, 200], [Self.cnode])
      c.invoke(.irqGetPin, Self.irqControl, [taken, 10, 9, 99, 9, 9, 30], [Self.cnode])
      c.invoke(.irqGetPin, Self.irqControl, [taken, 10, 9, 99, 9, 9, 31], [Self.cnode])
      c.invoke(.irqGetPin, Self.irqControl, [taken, 64, 9, 99, 9, 9, 31], [Self.cnode])
      c.invoke(.irqGetPin, Self.irqControl, [place, 64, 9, 99, 9, 9, 31], [Self.cnode])
      c.invoke(.irqGetPin, Self.irqControl, [place, 64, 0, 99, 9, 9, 31], [Self.cnode])
      c.invoke(.irqGetPin, Self.irqControl, [place, 64, 0, 18, 9, 9, 31], [Self.cnode])
      c.invoke(.irqGetPin, Self.irqControl, [place, 64, 0, 18, 0, 9, 31], [Self.cnode])
      c.invoke(.irqGetPin, Self.irqControl, [place, 64, 0, 18, 0, 0, 31], [Self.cnode])
    }
    test("irq-control-get-pin-refuses-a-slot-that-is-taken-or-nowhere", needs: .pins) { c in
      let taken = c.make(.endpoint)
      let place = c.slot()
      each([.irqGetPin, .irqGetMessage] as InlineArray<2, Request>) { request in
        c.invoke(request, Self.irqControl, [taken, 64, 0, 17, 1, 0, 30], [Self.cnode])
        c.invoke(request, Self.irqControl, [place, 10, 0, 17, 1, 0, 30], [Self.cnode])
        c.invoke(request, Self.irqControl, [place, 0, 0, 17, 1, 0, 30], [Self.cnode])
        c.invoke(request, Self.irqControl, [place, 65, 0, 17, 1, 0, 30], [Self.cnode])
        c.invoke(request, Self.irqControl, [place, 64, 0, 17, 1, 0, 30], [taken])
      }
    }
    test("irq-control-get-pin-needs-all-of-its-message", needs: .pins) { c in
      let place = c.slot()
      let words = c.pinWords(place, 17, vector: 30)
      each([.irqGetPin, .irqGetMessage] as InlineArray<2, Request>) { request in
        c.invoke(request, Self.irqControl, length: 6, words, [Self.cnode])
        c.invoke(request, Self.irqControl, words, [Self.cnode], capabilityCount: 0)
      }
    }
    test("irq-control-by-pin-knows-no-other-method", needs: .pins) { c in
      let words = c.pinWords(c.slot(), 17, vector: 30)
      c.invoke(.irqAck, Self.irqControl, [], [])
      c.invoke(.suspend, Self.irqControl, [], [])
      c.invoke(
        .issuePorts, Self.irqControl, [Word(DDDK_idlePorts), Word(DDDK_idlePorts), c.slot(), 64], [Self.cnode]
      )
      c.invoke(Request(9999, "label 9999"), Self.irqControl, words, [Self.cnode])
      each([.irqGetPin, .irqGetMessage] as InlineArray<2, Request>) { request in
        c.invoke(request, c.slot(), words, [Self.cnode])
        c.invoke(request, c.make(.tcb), words, [Self.cnode])
        c.invoke(request, c.make(.smallPage), words, [Self.cnode])
      }
    }
  }

  private mutating func messageCases() {
    test("irq-control-get-message-gives-a-handler", needs: .pins) { c in
      let handler = c.slot()
      c.invoke(.irqGetMessage, Self.irqControl, [handler, 64, 0, 3, 0, 0, 40], [Self.cnode])
      c.invoke(.irqGetMessage, Self.irqControl, [c.slot(), 64, 0, 4, 0, 0, 40], [Self.cnode])
      c.invoke(.irqGetPin, Self.irqControl, c.pinWords(c.slot(), 17, vector: 40), [Self.cnode])
      c.invoke(.irqSetNotification, handler, [], [c.make(.notification)])
      c.invoke(.irqAck, handler, [], [])
      c.invoke(.irqClear, handler, [], [])
    }
    test("irq-control-get-message-refuses-a-function-that-cannot-be", needs: .pins) { c in
      let place = c.slot()
      each([255, 256, Word.max] as InlineArray<3, Word>) { bus in
        c.invoke(.irqGetMessage, Self.irqControl, [place, 64, bus, 32, 8, 0, 40], [Self.cnode])
      }
      each([31, 32, Word.max] as InlineArray<3, Word>) { device in
        c.invoke(.irqGetMessage, Self.irqControl, [place, 64, 0, device, 8, 0, 40], [Self.cnode])
      }
      each([8, Word.max, 7] as InlineArray<3, Word>) { function in
        c.invoke(.irqGetMessage, Self.irqControl, [place, 64, 0, 0, function, Word.max, 40], [Self.cnode])
      }
      c.invoke(.irqGetMessage, Self.irqControl, [c.slot(), 64, 0, 0, 0, 0, 108], [Self.cnode])
    }
  }

  private mutating func pinOrderCases() {
    test("irq-of-a-pin-comes-with-the-vector-that-was-asked-for-last", needs: .pins) { c in
      let first = c.slot()
      let second = c.slot()
      let notification = c.make(.notification)
      c.invoke(.irqGetPin, Self.irqControl, c.pinWords(first, c.board.interrupt, vector: 4), [Self.cnode])
      c.invoke(.irqSetNotification, first, [], [c.mint(notification, badge: 1)])
      c.invoke(.irqGetPin, Self.irqControl, c.pinWords(second, c.board.interrupt, vector: 50), [Self.cnode])
      c.invoke(.irqSetNotification, second, [], [c.mint(notification, badge: 2)])
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
      c.invoke(.irqAck, first, [], [])
      c.nbRecv(notification)
      c.board.setInterruptLine(false)
      c.invoke(.irqAck, second, [], [])
      c.invoke(.delete, Self.cnode, [first, 64], [])
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
    }
    test("irq-of-an-edge-comes-once", needs: .pins) { c in
      let handler = c.slot()
      let notification = c.make(.notification)
      c.invoke(
        .irqGetPin, Self.irqControl, c.pinWords(handler, c.board.interrupt, isLevel: false, vector: 4),
        [Self.cnode])
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 1)])
      c.invoke(.irqAck, handler, [], [])
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
      c.invoke(.irqAck, handler, [], [])
      c.nbRecv(notification)
      c.board.setInterruptLine(false)
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
    }
    test("irq-of-an-edge-is-lost-while-it-is-masked", needs: .pins) { c in
      let handler = c.slot()
      let notification = c.make(.notification)
      c.invoke(
        .irqGetPin, Self.irqControl, c.pinWords(handler, c.board.interrupt, isLevel: false, vector: 4),
        [Self.cnode])
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 1)])
      c.invoke(.irqAck, handler, [], [])
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
      c.board.setInterruptLine(false)
      c.board.setInterruptLine(true)
      c.board.setInterruptLine(false)
      c.invoke(.irqAck, handler, [], [])
      c.nbRecv(notification)
    }
    test("irq-of-a-pin-is-not-the-one-of-a-message", needs: .pins) { c in
      let handler = c.slot()
      let notification = c.make(.notification)
      c.invoke(.irqGetPin, Self.irqControl, c.pinWords(handler, c.board.interrupt, vector: 4), [Self.cnode])
      c.invoke(.delete, Self.cnode, [handler, 64], [])
      c.invoke(.irqGetMessage, Self.irqControl, [handler, 64, 0, 0, 0, 0, 4], [Self.cnode])
      c.invoke(.irqSetNotification, handler, [], [c.mint(notification, badge: 1)])
      c.invoke(.irqAck, handler, [], [])
      c.board.setInterruptLine(true)
      c.nbRecv(notification)
    }
  }
}
