import CSeL4
import SeL4

// Manual, sections 2.4 and 10.3.1.
extension Contract {
  mutating func untypedCases() {
    retypeCases()
    retypeDestinationCases()
    retypeMemoryCases()
  }

  private mutating func retypeCases() {
    test("untyped-retype-makes-every-kind-of-object") { c in
      let types: InlineArray<9, ObjectType> = [
        .tcb, .endpoint, .notification, .cnode, .smallPage, .pageTable, .vspace, .untyped, .largePage,
      ]
      for index in types.indices {
        let type = types[index]
        let bits: Word = type == .cnode ? 4 : type == .untyped ? 12 : 0
        c.invoke(.retype, Self.untyped, [type.rawValue, bits, 0, 0, c.slot(), 1], [Self.cnode])
      }
    }
    test("untyped-retype-refuses-a-type-that-does-not-exist") { c in
      c.invoke(.retype, Self.untyped, [99, 12, 0, 0, c.slot(), 1], [Self.cnode])
      c.invoke(.retype, Self.untyped, [Word.max, 12, 0, 0, c.slot(), 1], [Self.cnode])
    }
    test("untyped-retype-refuses-a-size-that-no-object-has") { c in
      let place = c.slot()
      let most = Word(SeL4_sizeBitsMaxUntyped)
      each([most, most + 1, 63, 64, 200] as InlineArray<5, Word>) { bits in
        c.invoke(.retype, Self.untyped, [ObjectType.untyped.rawValue, bits, 0, 0, place, 1], [Self.cnode])
      }
      c.invoke(.retype, Self.untyped, [ObjectType.cnode.rawValue, 59, 0, 0, place, 1], [Self.cnode])
    }
    test("untyped-retype-refuses-an-untyped-that-is-too-small") { c in
      let place = c.slot()
      c.invoke(.retype, Self.untyped, [ObjectType.untyped.rawValue, 3, 0, 0, place, 1], [Self.cnode])
      c.invoke(.retype, Self.untyped, [ObjectType.untyped.rawValue, 4, 0, 0, place, 1], [Self.cnode])
    }
    test("untyped-retype-refuses-a-cnode-without-slots") { c in
      let place = c.slot()
      c.invoke(.retype, Self.untyped, [ObjectType.cnode.rawValue, 0, 0, 0, place, 1], [Self.cnode])
      c.invoke(.retype, Self.untyped, [ObjectType.cnode.rawValue, 1, 0, 0, place, 1], [Self.cnode])
    }
    test("untyped-retype-needs-all-of-its-message") { c in
      let place = c.slot()
      c.invoke(.retype, Self.untyped, length: 5, [4, 0, 0, 0, place, 1], [Self.cnode])
      c.invoke(.retype, Self.untyped, [4, 0, 0, 0, place, 1], [Self.cnode], capabilityCount: 0)
    }
    test("untyped-knows-no-other-method") { c in
      c.invoke(.resume, Self.untyped, [], [])
      c.invoke(.copy, Self.untyped, [0, 0, 0, 0, 0], [Self.cnode])
      c.invoke(Request(0, "label 0"), Self.untyped, [], [])
      c.invoke(Request(9999, "label 9999"), Self.untyped, [], [])
    }
    test("untyped-retype-of-an-empty-slot-is-an-invalid-capability") { c in
      c.invoke(.retype, c.slot(), [4, 0, 0, 0, c.slot(), 1], [Self.cnode])
    }
    test("untyped-of-a-device-gives-frames-and-untypeds-only") { c in
      let types: InlineArray<7, ObjectType> = [
        .tcb, .endpoint, .notification, .cnode, .pageTable, .vspace, .smallPage,
      ]
      for index in types.indices {
        c.invoke(
          .retype, c.deviceUntyped,
          [types[index].rawValue, types[index] == .cnode ? 4 : 0, 0, 0, c.slot(), 1], [Self.cnode])
      }
      c.invoke(.retype, c.deviceUntyped, [ObjectType.untyped.rawValue, 12, 0, 0, c.slot(), 1], [Self.cnode])
    }
  }

  private mutating func retypeDestinationCases() {
    test("untyped-retype-refuses-a-root-that-is-no-cnode") { c in
      let endpoint = c.make(.endpoint)
      let place = c.slot()
      c.invoke(.retype, Self.untyped, [4, 4, 0, 0, place, 1], [Self.untyped])
      c.invoke(.retype, Self.untyped, [4, 4, 0, 0, place, 1], [endpoint])
      c.invoke(.retype, Self.untyped, [4, 4, 5, 64, place, 1], [endpoint])
      c.invoke(.retype, Self.untyped, [4, 4, 0, 0, place, 1], [place])
    }
    test("untyped-retype-fills-slots-of-a-cnode-found-by-its-path") { c in
      let node = c.make(.cnode, bits: 4)
      let endpoint = ObjectType.endpoint.rawValue
      c.invoke(.retype, Self.untyped, [endpoint, 0, node, 64, 3, 2], [Self.cnode])
      c.invoke(.retype, Self.untyped, [endpoint, 0, node, 64, 2, 2], [Self.cnode])
      c.invoke(.retype, Self.untyped, [endpoint, 0, node, 64, 5, 11], [Self.cnode])
    }
    test("untyped-retype-reports-a-path-to-nowhere") { c in
      let node = c.make(.cnode, bits: 4)
      let endpoint = ObjectType.endpoint.rawValue
      let empty = c.slot()
      c.invoke(.retype, Self.untyped, [endpoint, 0, node, 10, 0, 1], [Self.cnode])
      c.invoke(.retype, Self.untyped, [endpoint, 0, node | 1 << 20, 64, 0, 1], [Self.cnode])
      c.invoke(.retype, Self.untyped, [endpoint, 0, node, 65, 0, 1], [Self.cnode])
      c.invoke(.retype, Self.untyped, [endpoint, 0, empty, 64, 0, 1], [Self.cnode])
      c.invoke(.retype, Self.untyped, [endpoint, 0, Self.untyped, 64, 0, 1], [Self.cnode])
    }
    test("untyped-retype-refuses-slots-behind-the-end-of-the-cnode") { c in
      let node = c.make(.cnode, bits: 4)
      let endpoint = ObjectType.endpoint.rawValue
      c.invoke(.retype, Self.untyped, [endpoint, 0, node, 64, 16, 1], [Self.cnode])
      c.invoke(.retype, Self.untyped, [endpoint, 0, node, 64, 15, 2], [Self.cnode])
      c.invoke(.retype, Self.untyped, [endpoint, 0, node, 64, Word.max, 1], [Self.cnode])
      c.invoke(.retype, Self.untyped, [endpoint, 0, node, 64, 0, 17], [Self.cnode])
      c.invoke(.retype, Self.untyped, [endpoint, 0, node, 64, 15, 1], [Self.cnode])
    }
    test("untyped-retype-makes-one-to-two-hundred-and-fifty-six-objects") { c in
      let node = c.make(.cnode, bits: 9)
      let endpoint = ObjectType.endpoint.rawValue
      c.invoke(.retype, Self.untyped, [endpoint, 0, node, 64, 0, 0], [Self.cnode])
      c.invoke(.retype, Self.untyped, [endpoint, 0, node, 64, 0, 257], [Self.cnode])
      c.invoke(.retype, Self.untyped, [endpoint, 0, node, 64, 0, 256], [Self.cnode])
    }
    test("untyped-retype-refuses-a-slot-that-is-taken") { c in
      let endpoint = c.make(.endpoint)
      let free = c.slot()
      let taken = c.make(.notification)
      c.invoke(
        .retype, Self.untyped, [ObjectType.endpoint.rawValue, 0, 0, 0, endpoint, 1], [Self.cnode])
      c.invoke(.retype, Self.untyped, [ObjectType.endpoint.rawValue, 0, 0, 0, free, 2], [Self.cnode])
      c.invoke(.delete, Self.cnode, [taken, 64], [])
      c.invoke(.retype, Self.untyped, [ObjectType.endpoint.rawValue, 0, 0, 0, free, 2], [Self.cnode])
    }
  }

  private mutating func retypeMemoryCases() {
    test("untyped-retype-reports-the-memory-that-is-left") { c in
      let memory = c.make(.untyped, bits: 12)
      let place = c.slot()
      c.invoke(.retype, memory, [ObjectType.endpoint.rawValue, 0, 0, 0, place, 1], [Self.cnode])
      c.invoke(.retype, memory, [c.smallPage, 0, 0, 0, c.slot(), 1], [Self.cnode])
      c.invoke(.retype, memory, [ObjectType.untyped.rawValue, 13, 0, 0, c.slot(), 1], [Self.cnode])
      c.invoke(.retype, memory, [ObjectType.untyped.rawValue, 11, 0, 0, c.slot(), 1], [Self.cnode])
      c.invoke(.retype, memory, [ObjectType.untyped.rawValue, 4, 0, 0, c.slot(), 1], [Self.cnode])
    }
    test("untyped-retype-aligns-each-object-to-its-size") { c in
      let memory = c.make(.untyped, bits: 14)
      let page = c.slot()
      c.invoke(.retype, memory, [ObjectType.endpoint.rawValue, 0, 0, 0, c.slot(), 1], [Self.cnode])
      c.invoke(.retype, memory, [c.smallPage, 0, 0, 0, page, 1], [Self.cnode])
      c.showAddress(page)
      c.invoke(.retype, memory, [c.smallPage, 0, 0, 0, c.slot(), 3], [Self.cnode])
      c.invoke(.retype, memory, [c.smallPage, 0, 0, 0, c.slot(), 2], [Self.cnode])
    }
    test("untyped-retype-begins-anew-when-all-children-are-gone") { c in
      let memory = c.make(.untyped, bits: 13)
      let first = c.slot()
      let second = c.slot()
      c.invoke(.retype, memory, [c.smallPage, 0, 0, 0, first, 2], [Self.cnode])
      c.showAddress(second)
      c.invoke(.delete, Self.cnode, [first, 64], [])
      c.invoke(.retype, memory, [c.smallPage, 0, 0, 0, first, 1], [Self.cnode])
      c.invoke(.delete, Self.cnode, [second, 64], [])
      c.invoke(.retype, memory, [c.smallPage, 0, 0, 0, second, 1], [Self.cnode])
      c.showAddress(second)
    }
    test("untyped-retype-checks-memory-before-it-looks-at-devices") { c in
      let memory = c.make(.untyped, bits: 4)
      c.invoke(.retype, memory, [ObjectType.tcb.rawValue, 0, 0, 0, c.slot(), 1], [Self.cnode])
      c.invoke(.retype, memory, [ObjectType.endpoint.rawValue, 0, 0, 0, c.slot(), 2], [Self.cnode])
    }
    test("untyped-revoked-gives-back-nested-untypeds") { c in
      let memory = c.make(.untyped, bits: 14)
      let inner = c.slot()
      let page = c.slot()
      c.invoke(.retype, memory, [ObjectType.untyped.rawValue, 13, 0, 0, inner, 1], [Self.cnode])
      c.invoke(.retype, inner, [c.smallPage, 0, 0, 0, page, 1], [Self.cnode])
      c.invoke(.revoke, Self.cnode, [memory, 64], [])
      c.invoke(.pageGetAddress, page, [], [])
      c.invoke(.retype, inner, [c.smallPage, 0, 0, 0, page, 1], [Self.cnode])
      c.invoke(.retype, memory, [c.smallPage, 0, 0, 0, page, 1], [Self.cnode])
      c.showAddress(page)
    }
    test("untyped-memory-is-zeroed-before-it-is-used-again") { c in
      let memory = c.make(.untyped, bits: 12)
      let page = c.slot()
      c.invoke(.retype, memory, [c.smallPage, 0, 0, 0, page, 1], [Self.cnode])
      let address = Self.buffers + 8 << 12
      c.invoke(.pageMap, page, [address, 3, MappingAttributes.data.rawValue], [Self.vspace])
      let worker = c.makeWorker()
      c.script(worker, .store(address, 0x1234))
      c.script(worker, .load(address))
      c.start(worker)
      c.show(worker)
      c.invoke(.revoke, Self.cnode, [memory, 64], [])
      c.invoke(.retype, memory, [c.smallPage, 0, 0, 0, page, 1], [Self.cnode])
      c.invoke(.pageMap, page, [address, 3, MappingAttributes.data.rawValue], [Self.vspace])
      c.script(worker, .load(address))
      c.start(worker)
      c.show(worker)
    }
  }

  /// Tells how far behind the contract's memory a frame stands.
  mutating func showAddress(_ page: Word) {
    let answer = request(.pageGetAddress, page, [], [])
    if answer.error == 0 {
      show("address", value: answer.words[0] &- base)
    } else {
      text("  ")
      show(Request.pageGetAddress.name, answer)
    }
  }
}
