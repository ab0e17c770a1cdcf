import CKernelContract
import SeL4

// I/O ports. Manual, section 8.3, and 10.3.8.
extension Contract {
  private static var portControl: Word { Word(SeL4_slotIOPortControl) }
  private static var idle: Word { Word(DDDK_idlePorts) }
  private static var bytes: Word { Word(DDDK_bytePorts) }
  private static var word: Word { Word(DDDK_wordPort) }

  mutating func portCases() {
    issueCases()
    portCapabilityCases()
    portAccessCases()
  }

  /// A capability to ports.
  private mutating func makePorts(_ first: Word, _ last: Word) -> Word {
    let place = slot()
    let answer = request(.issuePorts, Self.portControl, [first, last, place, 64], [Self.cnode])
    if answer.error != 0 { show("  cannot give out ports", answer) }
    return place
  }

  private mutating func issueCases() {
    test("ioport-control-issue-gives-each-port-once", needs: .ports) { c in
      let ports = c.slot()
      let place = c.slot()
      c.invoke(.issuePorts, Self.portControl, [Self.idle, Self.idle + 7, ports, 64], [Self.cnode])
      each([(0, 7), (0, 0), (7, 7), (3, 100)] as InlineArray<4, (Word, Word)>) { first, last in
        c.invoke(
          .issuePorts, Self.portControl, [Self.idle + first, Self.idle + last, place, 64], [Self.cnode])
      }
      c.invoke(.issuePorts, Self.portControl, [Self.idle - 4, Self.idle, place, 64], [Self.cnode])
      c.invoke(.issuePorts, Self.portControl, [Self.idle - 4, Self.idle - 1, place, 64], [Self.cnode])
      c.invoke(.issuePorts, Self.portControl, [Self.idle + 8, Self.idle + 300, c.slot(), 64], [Self.cnode])
      c.invoke(.delete, Self.cnode, [ports, 64], [])
      c.invoke(.issuePorts, Self.portControl, [Self.idle + 3, Self.idle + 7, ports, 64], [Self.cnode])
      c.invoke(.issuePorts, Self.portControl, [Self.idle, Self.idle + 2, c.slot(), 64], [Self.cnode])
    }
    test("ioport-control-issue-refuses-ports-of-the-serial-line", needs: .ports) { c in
      let first = Word(DDDK_serialPorts)
      c.invoke(.issuePorts, Self.portControl, [first, first, c.slot(), 64], [Self.cnode])
      c.invoke(.issuePorts, Self.portControl, [0, 0xffff, c.slot(), 64], [Self.cnode])
    }
    test("ioport-control-issue-refuses-a-range-that-ends-before-it-begins", needs: .ports) { c in
      c.invoke(.issuePorts, Self.portControl, [Self.idle + 1, Self.idle, c.slot(), 64], [Self.cnode])
      c.invoke(.issuePorts, Self.portControl, [Self.idle, Self.idle, c.slot(), 64], [Self.cnode])
    }
    test("ioport-control-issue-takes-16-bits-of-a-number", needs: .ports) { c in
      let ports = c.slot()
      c.invoke(
        .issuePorts, Self.portControl, [0x7_0000 + Self.idle, 0x9_0000 + Self.idle, ports, 64], [Self.cnode])
      c.invoke(.in8, ports, [Self.idle], [])
      c.invoke(.in8, ports, [0x1_0000 + Self.idle], [])
      c.invoke(.in8, ports, [Self.idle + 1], [])
    }
    test("ioport-control-issue-refuses-a-slot-that-is-taken-or-nowhere", needs: .ports) { c in
      let taken = c.make(.endpoint)
      let place = c.slot()
      c.invoke(.issuePorts, Self.portControl, [Self.idle, Self.idle, taken, 64], [Self.cnode])
      c.invoke(.issuePorts, Self.portControl, [Self.idle, Self.idle, place, 10], [Self.cnode])
      c.invoke(.issuePorts, Self.portControl, [Self.idle, Self.idle, place, 0], [Self.cnode])
      c.invoke(.issuePorts, Self.portControl, [Self.idle, Self.idle, place, 65], [Self.cnode])
      c.invoke(.issuePorts, Self.portControl, [Self.idle, Self.idle, place, 64], [taken])
      // None of these has taken the port.
      c.invoke(.issuePorts, Self.portControl, [Self.idle, Self.idle, place, 64], [Self.cnode])
    }
    test("ioport-control-issue-looks-at-what-is-wrong-in-order", needs: .ports) { c in
      let taken = c.make(.endpoint)
      let serial = Word(DDDK_serialPorts)
      c.invoke(.issuePorts, Self.portControl, [serial + 1, serial, taken, 10], [Self.cnode])
      c.invoke(.issuePorts, Self.portControl, [serial, serial, taken, 10], [Self.cnode])
      c.invoke(.issuePorts, Self.portControl, [Self.idle, Self.idle, taken, 10], [Self.cnode])
      c.invoke(.issuePorts, Self.portControl, [Self.idle, Self.idle, taken, 64], [Self.cnode])
    }
    test("ioport-control-issue-needs-all-of-its-message", needs: .ports) { c in
      let place = c.slot()
      c.invoke(.issuePorts, Self.portControl, length: 3, [Self.idle, Self.idle, place, 64], [Self.cnode])
      c.invoke(
        .issuePorts, Self.portControl, [Self.idle, Self.idle, place, 64], [Self.cnode], capabilityCount: 0)
    }
    test("ioport-control-knows-no-other-method", needs: .ports) { c in
      c.invoke(.in8, Self.portControl, [Self.idle], [])
      c.invoke(.irqGetPin, Self.portControl, c.pinWords(c.slot(), 17, vector: 30), [Self.cnode])
      c.invoke(Request(9999, "label 9999"), Self.portControl, [], [])
      c.invoke(.issuePorts, c.slot(), [Self.idle, Self.idle, c.slot(), 64], [Self.cnode])
      c.invoke(.issuePorts, c.make(.tcb), [Self.idle, Self.idle, c.slot(), 64], [Self.cnode])
    }
    test("ioport-control-can-be-moved-and-not-copied", needs: .ports) { c in
      let place = c.slot()
      let ports = c.slot()
      c.invoke(.copy, Self.cnode, [place, 64, Self.portControl, 64, 15], [Self.cnode])
      c.invoke(.mint, Self.cnode, [place, 64, Self.portControl, 64, 15, 1], [Self.cnode])
      c.invoke(.move, Self.cnode, [place, 64, Self.portControl, 64], [Self.cnode])
      c.invoke(.issuePorts, Self.portControl, [Self.idle, Self.idle, ports, 64], [Self.cnode])
      c.invoke(.issuePorts, place, [Self.idle, Self.idle, ports, 64], [Self.cnode])
      c.invoke(.move, Self.cnode, [Self.portControl, 64, place, 64], [Self.cnode])
    }
  }

  private mutating func portCapabilityCases() {
    test("ioport-copied-serves-the-same-ports-until-the-last", needs: .ports) { c in
      let ports = c.makePorts(Self.idle, Self.idle + 3)
      let copy = c.slot()
      let minted = c.slot()
      c.invoke(.copy, Self.cnode, [copy, 64, ports, 64, 0], [Self.cnode])
      c.invoke(.mint, Self.cnode, [minted, 64, ports, 64, 15, 0x501_0500], [Self.cnode])
      c.invoke(.delete, Self.cnode, [ports, 64], [])
      c.invoke(.in8, copy, [Self.idle + 3], [])
      c.invoke(.in8, minted, [Self.idle + 3], [])
      c.invoke(.delete, Self.cnode, [minted, 64], [])
      c.invoke(.issuePorts, Self.portControl, [Self.idle, Self.idle, ports, 64], [Self.cnode])
      c.invoke(.delete, Self.cnode, [copy, 64], [])
      c.invoke(.issuePorts, Self.portControl, [Self.idle, Self.idle, ports, 64], [Self.cnode])
    }
    test("ioport-revoked-takes-its-copies", needs: .ports) { c in
      let ports = c.makePorts(Self.idle, Self.idle + 3)
      let copy = c.slot()
      c.invoke(.copy, Self.cnode, [copy, 64, ports, 64, 15], [Self.cnode])
      c.invoke(.revoke, Self.cnode, [copy, 64], [])
      c.invoke(.in8, ports, [Self.idle], [])
      c.invoke(.revoke, Self.cnode, [ports, 64], [])
      c.invoke(.in8, copy, [Self.idle], [])
      c.invoke(.in8, ports, [Self.idle], [])
    }
    test("ioport-beside-another-is-not-revoked-with-it", needs: .ports) { c in
      let ports = c.makePorts(Self.idle, Self.idle + 3)
      let beside = c.makePorts(Self.idle + 4, Self.idle + 7)
      c.invoke(.revoke, Self.cnode, [ports, 64], [])
      c.invoke(.in8, beside, [Self.idle + 4], [])
      c.invoke(.in8, beside, [Self.idle], [])
    }
    test("ioport-mutated-and-rotated-stays-what-it-is", needs: .ports) { c in
      let ports = c.makePorts(Self.idle, Self.idle + 3)
      let place = c.slot()
      let other = c.slot()
      c.invoke(.mutate, Self.cnode, [place, 64, ports, 64, 0x502_0502], [Self.cnode])
      c.invoke(.in8, place, [Self.idle], [])
      c.invoke(.in8, place, [Self.idle + 4], [])
      c.invoke(.rotate, Self.cnode, [other, 64, 0, place, 64, 0, ports, 64], [Self.cnode, Self.cnode])
      c.invoke(.move, Self.cnode, [other, 64, place, 64], [Self.cnode])
      c.invoke(.in8, other, [Self.idle], [])
    }
    test("ioport-asked-without-a-call-answers-nothing", needs: .ports) { c in
      let endpoint = c.make(.endpoint)
      let ports = c.makePorts(Self.idle, Self.idle)
      let worker = c.makeWorker()
      c.script(worker, .call(ports, label: Request.in8.label, length: 1, Self.idle))
      c.script(worker, .send(ports, label: Request.in8.label, length: 1, Self.idle))
      c.script(worker, .send(endpoint, label: 3))
      c.start(worker)
      c.show(worker)
      c.nbRecv(endpoint)
    }
  }

  private mutating func portAccessCases() {
    test("ioport-keeps-bytes-and-words-apart", needs: .ports) { c in
      let ports = c.makePorts(Self.bytes, Self.bytes + 2)
      c.invoke(.out8, ports, [Self.bytes, 0x1_11], [])
      c.invoke(.out16, ports, [Self.bytes + 1, 0x5_4433], [])
      for port in 0..<3 as Range<Word> { c.invoke(.in8, ports, [Self.bytes + port], []) }
      c.invoke(.in16, ports, [Self.bytes], [])
      c.invoke(.in16, ports, [Self.bytes + 1], [])
      c.invoke(.out8, ports, [Self.bytes, 0], [])
      c.invoke(.out16, ports, [Self.bytes + 1, 0], [])
    }
    test("ioport-reads-and-writes-32-bits", needs: .ports) { c in
      let ports = c.makePorts(Self.word, Self.word + 7)
      // The first function of the first bus: who made it, and what it is.
      c.invoke(.out32, ports, [Self.word, 0x7_8000_0000], [])
      c.invoke(.in32, ports, [Self.word], [])
      c.invoke(.in32, ports, [Self.word + 4], [])
      c.invoke(.in16, ports, [Self.word + 6], [])
      c.invoke(.in8, ports, [Self.word + 5], [])
      c.invoke(.out32, ports, [Self.word, 0], [])
    }
    test("ioport-refuses-ports-outside-of-its-range", needs: .ports) { c in
      let ports = c.makePorts(Self.idle + 4, Self.idle + 7)
      each([3, 4, 5, 6, 7, 8] as InlineArray<6, Word>) { offset in
        each([.in8, .in16, .in32, .out8, .out16, .out32] as InlineArray<6, Request>) { request in
          c.invoke(request, ports, [Self.idle + offset, 0], [])
        }
      }
    }
    test("ioport-at-the-end-of-all-ports", needs: .ports) { c in
      let ports = c.makePorts(0xfffe, 0xffff)
      each([.in8, .in16, .in32] as InlineArray<3, Request>) { request in
        each([0xfffd, 0xfffe, 0xffff] as InlineArray<3, Word>) { port in c.invoke(request, ports, [port], [])
        }
      }
    }
    test("ioport-needs-all-of-its-message", needs: .ports) { c in
      let ports = c.makePorts(Self.idle, Self.idle + 3)
      each([.in8, .in16, .in32, .out8, .out16, .out32] as InlineArray<6, Request>) { request in
        for length in 0..<3 { c.invoke(request, ports, length: length, [Self.idle, 0], []) }
      }
    }
    test("ioport-knows-no-other-method", needs: .ports) { c in
      let ports = c.makePorts(Self.idle, Self.idle + 3)
      let empty = c.slot()
      let thread = c.make(.tcb)
      c.invoke(.issuePorts, ports, [Self.idle, Self.idle, c.slot(), 64], [Self.cnode])
      c.invoke(.irqAck, ports, [], [])
      c.invoke(Request(9999, "label 9999"), ports, [Self.idle], [])
      each([.in8, .in16, .in32, .out8, .out16, .out32] as InlineArray<6, Request>) { request in
        c.invoke(request, empty, [Self.idle, 0], [])
        c.invoke(request, thread, [Self.idle, 0], [])
        c.invoke(request, Self.irqControl, [Self.idle, 0], [])
      }
    }
  }
}
