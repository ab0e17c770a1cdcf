import SeL4

// Manual, chapter 3 and section 10.3.2.
extension Contract {
  mutating func cnodeCases() {
    copyCases()
    mintCases()
    moveCases()
    rotateCases()
    deleteCases()
    cnodeLookupCases()
    saveCallerCases()
  }

  private mutating func copyCases() {
    test("cnode-copy-makes-a-capability-to-the-same-object") { c in
      let page = c.make(.smallPage)
      let copy = c.slot()
      c.invoke(.copy, Self.cnode, [copy, 64, page, 64, 15], [Self.cnode])
      c.showAddress(page)
      c.showAddress(copy)
    }
    test("cnode-copy-refuses-a-destination-that-is-taken") { c in
      let page = c.make(.smallPage)
      let taken = c.make(.endpoint)
      c.invoke(.copy, Self.cnode, [taken, 64, page, 64, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [page, 64, page, 64, 15], [Self.cnode])
      c.invoke(.mint, Self.cnode, [taken, 64, page, 64, 15, 0], [Self.cnode])
      c.invoke(.move, Self.cnode, [taken, 64, page, 64], [Self.cnode])
      c.invoke(.mutate, Self.cnode, [taken, 64, page, 64, 0], [Self.cnode])
    }
    test("cnode-copy-of-an-empty-slot-reports-the-missing-capability") { c in
      let empty = c.slot()
      let place = c.slot()
      c.invoke(.copy, Self.cnode, [place, 64, empty, 64, 15], [Self.cnode])
      c.invoke(.mint, Self.cnode, [place, 64, empty, 64, 15, 0], [Self.cnode])
      c.invoke(.move, Self.cnode, [place, 64, empty, 64], [Self.cnode])
      c.invoke(.mutate, Self.cnode, [place, 64, empty, 64, 0], [Self.cnode])
    }
    test("cnode-copy-reports-source-and-destination-apart") { c in
      let page = c.make(.smallPage)
      let place = c.slot()
      c.invoke(.copy, Self.cnode, [place, 10, page, 64, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [place, 64, page, 10, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [place, 64, page | 1 << 40, 64, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [place, 64, page, 64, 15], [page])
      c.invoke(.copy, Self.cnode, [place, 64, page, 64, 15], [place])
    }
    test("cnode-copy-refuses-a-depth-out-of-range") { c in
      let page = c.make(.smallPage)
      let place = c.slot()
      each([0, 65, 127, Word.max] as InlineArray<4, Word>) { depth in
        c.invoke(.copy, Self.cnode, [place, depth, page, 64, 15], [Self.cnode])
        c.invoke(.copy, Self.cnode, [place, 64, page, depth, 15], [Self.cnode])
      }
    }
    test("cnode-copy-of-an-untyped-with-children-asks-to-revoke-first") { c in
      let memory = c.make(.untyped, bits: 12)
      let copy = c.slot()
      c.invoke(.copy, Self.cnode, [copy, 64, memory, 64, 15], [Self.cnode])
      c.invoke(.delete, Self.cnode, [copy, 64], [])
      c.invoke(.retype, memory, [ObjectType.endpoint.rawValue, 0, 0, 0, c.slot(), 1], [Self.cnode])
      c.invoke(.copy, Self.cnode, [copy, 64, memory, 64, 15], [Self.cnode])
      c.invoke(.mint, Self.cnode, [copy, 64, memory, 64, 15, 0], [Self.cnode])
      c.invoke(.move, Self.cnode, [copy, 64, memory, 64], [Self.cnode])
    }
    test("cnode-copy-of-an-untyped-takes-its-memory-along") { c in
      let memory = c.make(.untyped, bits: 12)
      let copy = c.slot()
      c.invoke(.copy, Self.cnode, [copy, 64, memory, 64, 15], [Self.cnode])
      c.invoke(.retype, memory, [ObjectType.endpoint.rawValue, 0, 0, 0, c.slot(), 1], [Self.cnode])
      c.invoke(.retype, copy, [ObjectType.endpoint.rawValue, 0, 0, 0, c.slot(), 1], [Self.cnode])
      c.invoke(.revoke, Self.cnode, [memory, 64], [])
      c.invoke(.retype, memory, [ObjectType.endpoint.rawValue, 0, 0, 0, c.slot(), 1], [Self.cnode])
    }
    test("cnode-copy-refuses-what-cannot-be-copied") { c in
      let table = c.make(.pageTable)
      let space = c.make(.vspace)
      let place = c.slot()
      c.invoke(.copy, Self.cnode, [place, 64, Self.irqControl, 64, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [place, 64, table, 64, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [place, 64, space, 64, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [place, 64, Self.asidControl, 64, 15], [Self.cnode])
    }
    test("cnode-copy-needs-all-of-its-message") { c in
      let page = c.make(.smallPage)
      let place = c.slot()
      for length in 0..<6 {
        c.invoke(.copy, Self.cnode, length: length, [place, 64, page, 64, 15, 0], [Self.cnode])
        c.invoke(.mint, Self.cnode, length: length, [place, 64, page, 64, 15, 0], [Self.cnode])
        c.invoke(.mutate, Self.cnode, length: length, [place, 64, page, 64, 0, 0], [Self.cnode])
        c.request(.delete, Self.cnode, [place, 64], [])
      }
      c.invoke(.copy, Self.cnode, [place, 64, page, 64, 15], [Self.cnode], capabilityCount: 0)
    }
    test("cnode-copy-leaves-a-frame-unmapped") { c in
      let page = c.make(.smallPage)
      let copy = c.slot()
      let address = Self.buffers + 8 << 12
      c.invoke(.pageMap, page, [address, 3, MappingAttributes.data.rawValue], [Self.vspace])
      c.invoke(.copy, Self.cnode, [copy, 64, page, 64, 15], [Self.cnode])
      c.showMapping(page)
      c.showMapping(copy)
    }
  }

  private mutating func mintCases() {
    test("cnode-mint-gives-a-badge-once") { c in
      let endpoint = c.make(.endpoint)
      let first = c.slot()
      let second = c.slot()
      c.invoke(.mint, Self.cnode, [first, 64, endpoint, 64, 15, 7], [Self.cnode])
      c.invoke(.mint, Self.cnode, [second, 64, first, 64, 15, 8], [Self.cnode])
      c.invoke(.mint, Self.cnode, [second, 64, first, 64, 15, 0], [Self.cnode])
      c.invoke(.copy, Self.cnode, [second, 64, first, 64, 15], [Self.cnode])
    }
    test("cnode-mint-gives-a-notification-its-badge") { c in
      let notification = c.make(.notification)
      let badged = c.mint(notification, badge: 0x5a)
      let again = c.slot()
      c.invoke(.mint, Self.cnode, [again, 64, badged, 64, 15, 1], [Self.cnode])
      c.signal(badged)
      c.nbRecv(notification)
      c.nbRecv(notification)
    }
    test("cnode-mint-ignores-a-badge-where-there-can-be-none") { c in
      let page = c.make(.smallPage)
      let thread = c.make(.tcb)
      let copy = c.slot()
      c.invoke(.mint, Self.cnode, [copy, 64, page, 64, 15, 77], [Self.cnode])
      c.showAddress(copy)
      c.invoke(.mint, Self.cnode, [c.slot(), 64, thread, 64, 15, 77], [Self.cnode])
    }
    test("cnode-mint-gives-a-cnode-its-guard") { c in
      let node = c.make(.cnode, bits: 4)
      let guarded = c.slot()
      c.invoke(.mint, Self.cnode, [guarded, 64, node, 64, 15, 0xab << 6 | 8], [Self.cnode])
      c.invoke(.delete, guarded, [0xab3, 12], [])
      c.invoke(.delete, guarded, [0xac3, 12], [])
      c.invoke(.delete, guarded, [0xab3, 11], [])
      c.invoke(.delete, guarded, [0xab3, 13], [])
      c.invoke(.delete, guarded, [0xab3, 7], [])
      c.invoke(.delete, node, [3, 4], [])
    }
    test("cnode-mint-refuses-a-guard-that-does-not-fit") { c in
      let node = c.make(.cnode, bits: 8)
      let place = c.slot()
      c.invoke(.mint, Self.cnode, [place, 64, node, 64, 15, 57], [Self.cnode])
      c.invoke(.mint, Self.cnode, [place, 64, node, 64, 15, 63], [Self.cnode])
      c.invoke(.mint, Self.cnode, [place, 64, node, 64, 15, 56], [Self.cnode])
    }
    test("cnode-mint-cuts-a-guard-to-its-size") { c in
      let node = c.make(.cnode, bits: 4)
      let guarded = c.slot()
      c.invoke(.mint, Self.cnode, [guarded, 64, node, 64, 15, 0xfff << 6 | 4], [Self.cnode])
      c.invoke(.delete, guarded, [0xf1, 8], [])
      c.invoke(.delete, guarded, [0xe1, 8], [])
    }
    test("cnode-mint-takes-rights-away-for-good") { c in
      let notification = c.make(.notification)
      let sender = c.mint(notification, badge: 0, rights: .write)
      let receiver = c.mint(notification, badge: 0, rights: .read)
      let more = c.slot()
      c.invoke(.copy, Self.cnode, [more, 64, receiver, 64, 15], [Self.cnode])
      c.invoke(Request(0, "signal without the right to send"), receiver, [], [])
      c.invoke(Request(0, "signal through its copy"), more, [], [])
      c.signal(sender)
      c.nbRecv(receiver)
    }
    test("cnode-mint-of-a-frame-bounds-its-mapping") { c in
      let page = c.make(.smallPage)
      let readOnly = c.mint(page, badge: 0, rights: .read)
      let none = c.mint(page, badge: 0, rights: [])
      let address = Self.buffers + 8 << 12
      let handler = c.make(.endpoint)
      c.invoke(.pageMap, readOnly, [address, 3, MappingAttributes.data.rawValue], [Self.vspace])
      c.invoke(.pageMap, none, [address + 4096, 3, MappingAttributes.data.rawValue], [Self.vspace])
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .load(address))
      c.script(worker, .store(address, 1))
      c.script(worker, .load(address + 4096))
      c.start(worker)
      c.show(worker)
      c.recv(handler)
      c.restart(worker)
      c.recv(handler)
    }
  }

  private mutating func moveCases() {
    test("cnode-move-empties-the-source") { c in
      let page = c.make(.smallPage)
      let place = c.slot()
      c.invoke(.move, Self.cnode, [place, 64, page, 64], [Self.cnode])
      c.showAddress(page)
      c.showAddress(place)
      c.invoke(.move, Self.cnode, [page, 64, place, 64], [Self.cnode])
      c.showAddress(page)
    }
    test("cnode-move-keeps-a-mapping") { c in
      let page = c.make(.smallPage)
      let place = c.slot()
      c.invoke(
        .pageMap, page, [Self.buffers + 8 << 12, 3, MappingAttributes.data.rawValue], [Self.vspace])
      c.invoke(.move, Self.cnode, [place, 64, page, 64], [Self.cnode])
      c.showMapping(place)
    }
    test("cnode-move-moves-what-cannot-be-copied") { c in
      let table = c.make(.pageTable)
      let place = c.slot()
      c.invoke(.move, Self.cnode, [place, 64, table, 64], [Self.cnode])
      c.invoke(.pageTableUnmap, place, [], [])
      c.invoke(.move, Self.cnode, [table, 64, place, 64], [Self.cnode])
      let control = c.slot()
      c.invoke(.move, Self.cnode, [control, 64, Self.irqControl, 64], [Self.cnode])
      c.invoke(.irqGet, Self.irqControl, [c.board.interrupt, place, 64], [Self.cnode])
      c.invoke(.move, Self.cnode, [Self.irqControl, 64, control, 64], [Self.cnode])
    }
    test("cnode-move-keeps-the-place-in-the-derivation") { c in
      let endpoint = c.make(.endpoint)
      let badged = c.mint(endpoint, badge: 5)
      let copy = c.mint(badged, badge: 0)
      let place = c.slot()
      c.invoke(.move, Self.cnode, [place, 64, badged, 64], [Self.cnode])
      c.invoke(.revoke, Self.cnode, [place, 64], [])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, copy, 64, 15], [Self.cnode])
      c.invoke(.revoke, Self.cnode, [endpoint, 64], [])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, place, 64, 15], [Self.cnode])
    }
    test("cnode-mutate-changes-a-guard-in-place") { c in
      let node = c.make(.cnode, bits: 4)
      let place = c.slot()
      c.invoke(.mutate, Self.cnode, [place, 64, node, 64, 1 << 6 | 2], [Self.cnode])
      c.invoke(.delete, place, [0x13, 6], [])
      c.invoke(.delete, place, [0x3, 4], [])
      c.invoke(.mutate, Self.cnode, [node, 64, place, 64, 61], [Self.cnode])
    }
    test("cnode-mutate-gives-no-badge") { c in
      let endpoint = c.make(.endpoint)
      let notification = c.make(.notification)
      let place = c.slot()
      c.invoke(.mutate, Self.cnode, [place, 64, endpoint, 64, 3], [Self.cnode])
      c.invoke(.mutate, Self.cnode, [place, 64, notification, 64, 3], [Self.cnode])
      c.invoke(.mutate, Self.cnode, [place, 64, endpoint, 64, 0], [Self.cnode])
    }
  }

  private mutating func rotateCases() {
    test("cnode-rotate-moves-two-capabilities-on") { c in
      let page = c.make(.smallPage)
      let other = c.make(.smallPage)
      let place = c.slot()
      c.invoke(.rotate, Self.cnode, [place, 64, 0, other, 64, 0, page, 64], [Self.cnode, Self.cnode])
      c.showAddress(page)
      c.showAddress(other)
      c.showAddress(place)
    }
    test("cnode-rotate-swaps-when-source-is-destination") { c in
      let page = c.make(.smallPage)
      let other = c.make(.smallPage)
      c.invoke(.rotate, Self.cnode, [page, 64, 0, other, 64, 0, page, 64], [Self.cnode, Self.cnode])
      c.showAddress(page)
      c.showAddress(other)
    }
    test("cnode-rotate-refuses-a-pivot-that-is-source-or-destination") { c in
      let page = c.make(.smallPage)
      let place = c.slot()
      c.invoke(.rotate, Self.cnode, [place, 64, 0, page, 64, 0, page, 64], [Self.cnode, Self.cnode])
      c.invoke(.rotate, Self.cnode, [place, 64, 0, place, 64, 0, page, 64], [Self.cnode, Self.cnode])
    }
    test("cnode-rotate-refuses-a-taken-destination-and-empty-slots") { c in
      let page = c.make(.smallPage)
      let other = c.make(.smallPage)
      let third = c.make(.endpoint)
      let empty = c.slot()
      let place = c.slot()
      c.invoke(.rotate, Self.cnode, [third, 64, 0, other, 64, 0, page, 64], [Self.cnode, Self.cnode])
      c.invoke(.rotate, Self.cnode, [place, 64, 0, other, 64, 0, empty, 64], [Self.cnode, Self.cnode])
      c.invoke(.rotate, Self.cnode, [place, 64, 0, empty, 64, 0, page, 64], [Self.cnode, Self.cnode])
      c.invoke(.rotate, Self.cnode, [place, 64, 3, third, 64, 0, page, 64], [Self.cnode, Self.cnode])
      c.invoke(.rotate, Self.cnode, [place, 64, 0, other, 70, 0, page, 64], [Self.cnode, Self.cnode])
      c.invoke(.rotate, Self.cnode, [place, 64, 0, other, 64, 0, page, 9], [Self.cnode, Self.cnode])
      c.invoke(
        .rotate, Self.cnode, length: 7, [place, 64, 0, other, 64, 0, page, 64], [Self.cnode, Self.cnode])
    }
  }

  private mutating func deleteCases() {
    test("cnode-delete-of-an-empty-slot-succeeds") { c in
      c.invoke(.delete, Self.cnode, [c.slot(), 64], [])
      c.invoke(.revoke, Self.cnode, [c.slot(), 64], [])
    }
    test("cnode-delete-leaves-copies-alone") { c in
      let page = c.make(.smallPage)
      let copy = c.mint(page, badge: 0)
      c.invoke(.delete, Self.cnode, [page, 64], [])
      c.showAddress(page)
      c.showAddress(copy)
    }
    test("cnode-revoke-takes-the-children-and-keeps-the-parent") { c in
      let endpoint = c.make(.endpoint)
      let badged = c.mint(endpoint, badge: 1)
      let grandchild = c.mint(badged, badge: 0)
      let place = c.slot()
      c.invoke(.revoke, Self.cnode, [endpoint, 64], [])
      c.invoke(.copy, Self.cnode, [place, 64, badged, 64, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [place, 64, grandchild, 64, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [place, 64, endpoint, 64, 15], [Self.cnode])
    }
    test("cnode-revoke-of-a-copy-takes-no-siblings") { c in
      let endpoint = c.make(.endpoint)
      let first = c.mint(endpoint, badge: 0)
      let second = c.mint(endpoint, badge: 0)
      c.invoke(.revoke, Self.cnode, [first, 64], [])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, second, 64, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, endpoint, 64, 15], [Self.cnode])
    }
    test("cnode-revoke-of-a-badge-takes-that-badge-only") { c in
      let endpoint = c.make(.endpoint)
      let one = c.mint(endpoint, badge: 1)
      let oneMore = c.mint(one, badge: 0)
      let two = c.mint(endpoint, badge: 2)
      c.invoke(.revoke, Self.cnode, [one, 64], [])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, oneMore, 64, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, two, 64, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, one, 64, 15], [Self.cnode])
    }
    test("cnode-revoke-of-a-badge-ends-where-the-same-badge-began-anew") { c in
      let endpoint = c.make(.endpoint)
      let first = c.mint(endpoint, badge: 5)
      let copy = c.mint(first, badge: 0)
      let latest = c.mint(first, badge: 0)
      let second = c.mint(endpoint, badge: 5)
      c.invoke(.delete, Self.cnode, [first, 64], [])
      c.invoke(.revoke, Self.cnode, [second, 64], [])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, copy, 64, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, latest, 64, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, second, 64, 15], [Self.cnode])
      // What began anew is no parent of the others.
      c.invoke(.revoke, Self.cnode, [latest, 64], [])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, copy, 64, 15], [Self.cnode])
    }
    test("cnode-delete-of-a-cnode-deletes-what-it-holds") { c in
      let memory = c.make(.untyped, bits: 12)
      let node = c.make(.cnode, bits: 4)
      c.invoke(.retype, memory, [ObjectType.endpoint.rawValue, 0, node, 64, 0, 4], [Self.cnode])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, memory, 64, 15], [Self.cnode])
      c.invoke(.delete, Self.cnode, [node, 64], [])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, memory, 64, 15], [Self.cnode])
    }
    test("cnode-delete-of-cnodes-that-hold-each-other") { c in
      let first = c.make(.cnode, bits: 2)
      let second = c.make(.cnode, bits: 2)
      c.invoke(.move, first, [1, 2, second, 64], [Self.cnode])
      c.invoke(.copy, Self.cnode, [second, 64, first, 64, 15], [Self.cnode])
      c.invoke(.delete, Self.cnode, [second, 64], [])
      c.invoke(.delete, Self.cnode, [first, 64], [])
    }
    test("cnode-delete-of-a-cnode-that-holds-itself") { c in
      let node = c.make(.cnode, bits: 2)
      c.invoke(.copy, node, [3, 2, node, 64, 15], [Self.cnode])
      c.invoke(.delete, Self.cnode, [node, 64], [])
      c.invoke(.delete, node, [0, 2], [])
    }
    test("cnode-cancel-badged-sends-needs-an-endpoint-with-all-rights") { c in
      let endpoint = c.make(.endpoint)
      let weak = c.mint(endpoint, badge: 3, rights: [.read, .write, .grant])
      let page = c.make(.smallPage)
      c.invoke(.cancelBadgedSends, Self.cnode, [weak, 64], [])
      c.invoke(.cancelBadgedSends, Self.cnode, [page, 64], [])
      c.invoke(.cancelBadgedSends, Self.cnode, [c.slot(), 64], [])
      c.invoke(.cancelBadgedSends, Self.cnode, [endpoint, 64], [])
    }
    test("cnode-cancel-badged-sends-lets-senders-try-again") { c in
      let endpoint = c.make(.endpoint)
      let one = c.mint(endpoint, badge: 1)
      let two = c.mint(endpoint, badge: 2)
      let notification = c.make(.notification)
      let first = c.makeWorker(priority: 150)
      let second = c.makeWorker(priority: 151)
      c.script(first, .send(one, label: 11))
      c.script(second, .send(two, label: 22))
      c.start(first)
      c.start(second)
      c.invoke(.cancelBadgedSends, Self.cnode, [one, 64], [])
      // Both wait again: the first sends anew, behind the second.
      c.recv(endpoint)
      c.recv(endpoint)
      c.show(first)
      c.show(second)
      c.nbRecv(notification)
    }
  }

  private mutating func cnodeLookupCases() {
    test("cnode-operations-report-a-slot-that-cannot-be-found") { c in
      let node = c.make(.cnode, bits: 4)
      let requests: InlineArray<5, Request> = [.revoke, .delete, .cancelBadgedSends, .saveCaller, .copy]
      for index in requests.indices {
        c.invoke(requests[index], node, [0, 0, 0, 64, 15], [Self.cnode])
        c.invoke(requests[index], node, [0, 3, 0, 64, 15], [Self.cnode])
        c.invoke(requests[index], node, [0, 5, 0, 64, 15], [Self.cnode])
        c.invoke(requests[index], node, [0, 65, 0, 64, 15], [Self.cnode])
      }
    }
    test("cnode-operations-walk-through-two-nodes") { c in
      let outer = c.make(.cnode, bits: 4)
      let inner = c.make(.cnode, bits: 4)
      let page = c.make(.smallPage)
      c.invoke(.move, outer, [2, 4, inner, 64], [Self.cnode])
      c.invoke(.copy, outer, [0x25, 8, page, 64, 15], [Self.cnode])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, 0x25, 8, 15], [outer])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, 0x26, 8, 15], [outer])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, 0x35, 8, 15], [outer])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, 0x251, 12, 15], [outer])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, 0x25, 7, 15], [outer])
    }
    test("cnode-methods-of-other-objects-are-refused") { c in
      let page = c.make(.smallPage)
      let empty = c.slot()
      each(
        [.revoke, .delete, .cancelBadgedSends, .copy, .mint, .move, .mutate, .rotate, .saveCaller]
          as InlineArray<9, Request>
      ) { request in
        c.invoke(request, page, [0, 64, page, 64, 15, 0, 0, 64], [Self.cnode, Self.cnode])
        c.invoke(request, empty, [0, 64, page, 64, 15, 0, 0, 64], [Self.cnode, Self.cnode])
      }
    }
    test("cnode-mint-move-mutate-and-rotate-refuse-a-depth-out-of-range") { c in
      let page = c.make(.smallPage)
      let place = c.slot()
      each([.mint, .move, .mutate, .rotate] as InlineArray<4, Request>) { request in
        c.invoke(request, Self.cnode, [place, 65, page, 64, 15, 0, page, 64], [Self.cnode, Self.cnode])
        c.invoke(request, Self.cnode, [place, 64, page, 0, 0, 0, page, 0], [Self.cnode, Self.cnode])
      }
    }
    test("cnode-knows-no-other-method") { c in
      let node = c.make(.cnode, bits: 4)
      c.invoke(.retype, node, [0, 4], [])
      c.invoke(.irqGet, node, [0, 4], [])
      c.invoke(Request(0, "label 0"), node, [0, 4], [])
      c.invoke(Request(9999, "label 9999"), node, [0, 4], [])
      c.invoke(.delete, node, [0], [])
      c.invoke(.delete, c.slot(), [0, 4], [])
    }
  }

  private mutating func saveCallerCases() {
    test("cnode-save-caller-without-a-caller-leaves-the-slot-empty") { c in
      let place = c.slot()
      c.invoke(.saveCaller, Self.cnode, [place, 64], [])
      c.invoke(.copy, Self.cnode, [c.slot(), 64, place, 64, 15], [Self.cnode])
    }
    test("cnode-save-caller-refuses-a-slot-that-is-taken") { c in
      c.invoke(.saveCaller, Self.cnode, [c.make(.endpoint), 64], [])
    }
    test("cnode-save-caller-keeps-the-right-to-reply") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      let saved = c.slot()
      c.script(worker, .call(endpoint, label: 1))
      c.start(worker)
      c.recv(endpoint)
      c.invoke(.saveCaller, Self.cnode, [saved, 64], [])
      // Nobody is answered by a reply now.
      c.reply(label: 9)
      c.show(worker)
      c.send(SystemCall.send, saved, label: 5, length: 1, 0x77)
      c.show(worker)
      c.invoke(Request(0, "the used reply"), saved, [], [])
    }
    test("cnode-copy-of-a-reply-capability-is-refused") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      let saved = c.slot()
      let place = c.slot()
      c.script(worker, .call(endpoint, label: 1))
      c.start(worker)
      c.recv(endpoint)
      c.invoke(.saveCaller, Self.cnode, [saved, 64], [])
      c.invoke(.copy, Self.cnode, [place, 64, saved, 64, 15], [Self.cnode])
      c.invoke(.mint, Self.cnode, [place, 64, saved, 64, 15, 0], [Self.cnode])
      c.invoke(.move, Self.cnode, [place, 64, saved, 64], [Self.cnode])
      c.send(SystemCall.send, place, label: 5)
      c.show(worker)
    }
  }
}
