import CKernelContract
import SeL4

// Address spaces whose levels of tables are types of their own. Manual, section 7.1, and 10.3.7.
extension Contract {
  mutating func tableLevelCases() {
    levelMapCases()
    levelUnmapCases()
    attributeCases()
  }

  /// Maps tables of the levels above `level` where nothing is.
  private mutating func mapTables(above level: Int, at address: Word) {
    for above in 0..<level {
      let table = Table(above)
      request(table.map, make(table.type), [address, 0], [Self.vspace])
    }
  }

  private mutating func levelMapCases() {
    test("table-of-each-type-is-made-of-4-kib", needs: .tableTypes) { c in
      for level in 0..<3 {
        c.invoke(.retype, Self.untyped, [Table(level).type.rawValue, 0, 0, 0, c.slot(), 1], [Self.cnode])
        c.invoke(
          .retype, c.make(.untyped, bits: 11), [Table(level).type.rawValue, 0, 0, 0, c.slot(), 1],
          [Self.cnode])
        c.invoke(.retype, c.deviceUntyped, [Table(level).type.rawValue, 0, 0, 0, c.slot(), 1], [Self.cnode])
      }
      // A page of 1 GiB does not fit, and a table of a device's address space is not served.
      c.invoke(.retype, Self.untyped, [Word(SeL4_objectHugePage), 0, 0, 0, c.slot(), 1], [Self.cnode])
      let device = c.slot()
      c.invoke(.retype, Self.untyped, [Word(SeL4_objectDeviceTable), 0, 0, 0, device, 1], [Self.cnode])
      for level in 0..<3 { c.invoke(Table(level).map, device, [Self.region, 0], [Self.vspace]) }
    }
    test("table-without-the-one-above-tells-the-level-that-is-missing", needs: .tableTypes) { c in
      for missing in 0..<3 {
        for level in 0..<3 where level > missing { c.invokeMapTable(level, at: Self.region, in: Self.vspace) }
        c.invokeMapTable(missing, at: Self.region, in: Self.vspace)
      }
    }
    test("table-over-another-asks-to-delete-first", needs: .tableTypes) { c in
      for level in 0..<3 {
        c.invokeMapTable(level, at: Self.region, in: Self.vspace)
        c.invokeMapTable(level, at: Self.region, in: Self.vspace)
        // An address that the same table serves.
        c.invokeMapTable(level, at: Self.region + 0x1f_f123, in: Self.vspace)
      }
      // One that the lowest does not serve, and the others do.
      for level in 0..<3 { c.invokeMapTable(level, at: Self.region + 0x20_0000, in: Self.vspace) }
      // And one that only the uppermost serves.
      for level in 0..<3 { c.invokeMapTable(level, at: Self.region + 0x4000_0000, in: Self.vspace) }
    }
    test("table-that-is-mapped-is-not-mapped-again", needs: .tableTypes) { c in
      for level in 0..<3 {
        let table = c.make(Table(level).type)
        c.invoke(Table(level).map, table, [Self.region, 0], [Self.vspace])
        c.invoke(Table(level).map, table, [Self.region, 0], [Self.vspace])
        c.invoke(Table(level).map, table, [Self.region + 1 << 39, 0], [Self.vspace])
        c.invoke(Table(level).map, table, [Self.region, 0], [c.make(.vspace)])
      }
    }
    test("table-refuses-what-is-no-address-space", needs: .tableTypes) { c in
      for level in 0..<3 {
        let table = c.make(Table(level).type)
        c.invoke(Table(level).map, table, [Self.region, 0], [c.make(.vspace)])
        c.invoke(Table(level).map, table, [Self.region, 0], [table])
        c.invoke(Table(level).map, table, [Self.region, 0], [c.slot()])
        c.invoke(Table(level).map, table, [Self.region, 0], [c.make(.smallPage)])
      }
    }
    test("table-refuses-an-address-of-the-kernel", needs: .tableTypes) { c in
      for level in 0..<3 {
        let table = c.make(Table(level).type)
        c.invoke(Table(level).map, table, [0x8000_0000_0000, 0], [Self.vspace])
        c.invoke(Table(level).map, table, [dddk_kernel_address(), 0], [Self.vspace])
        c.invoke(Table(level).map, table, [Word.max, 0], [Self.vspace])
        // The last page of all serves nobody, but the table that it would be in does.
        c.invoke(Table(level).map, table, [dddk_first_kernel_address(), 0], [Self.vspace])
      }
    }
    test("table-needs-all-of-its-message", needs: .tableTypes) { c in
      for level in 0..<3 {
        let table = c.make(Table(level).type)
        c.invoke(Table(level).map, table, length: 1, [Self.region, 0], [Self.vspace])
        c.invoke(Table(level).map, table, [Self.region, 0], [Self.vspace], capabilityCount: 0)
      }
    }
    test("table-knows-the-methods-of-its-own-level-only", needs: .tableTypes) { c in
      for level in 0..<3 {
        let table = c.make(Table(level).type)
        for other in 0..<3 where other != level {
          c.invoke(Table(other).map, table, [Self.region, 0], [Self.vspace])
          c.invoke(Table(other).unmap, table, [], [])
        }
        c.invoke(.pageMap, table, [Self.region, 3, 0], [Self.vspace])
        c.invoke(Request(9999, "label 9999"), table, [], [])
      }
    }
    test("table-methods-of-other-objects-are-refused", needs: .tableTypes) { c in
      let empty = c.slot()
      let thread = c.make(.tcb)
      for level in 0..<3 {
        each([empty, thread, Self.vspace] as InlineArray<3, Word>) { object in
          c.invoke(Table(level).map, object, [Self.region, 0], [Self.vspace])
          c.invoke(Table(level).unmap, object, [], [])
        }
      }
    }
    test("table-where-a-large-page-is-asks-to-delete-first", needs: .tableTypes) { c in
      let large = c.make(.largePage)
      c.mapTables(above: 2, at: Self.region)
      c.invoke(.pageMap, large, [Self.region, 3, Self.data], [Self.vspace])
      c.invokeMapTable(2, at: Self.region, in: Self.vspace)
      c.invokeMapTable(1, at: Self.region, in: Self.vspace)
    }
    test("table-that-is-not-mapped-cannot-be-copied", needs: .tableTypes) { c in
      for level in 0..<3 {
        let table = c.make(Table(level).type)
        let place = c.slot()
        c.invoke(.copy, Self.cnode, [place, 64, table, 64, 15], [Self.cnode])
        c.mapTables(above: level, at: Self.region)
        c.invoke(Table(level).map, table, [Self.region, 0], [Self.vspace])
        c.invoke(.copy, Self.cnode, [place, 64, table, 64, 15], [Self.cnode])
        c.invoke(.move, Self.cnode, [c.slot(), 64, table, 64], [Self.cnode])
      }
    }
  }

  private mutating func levelUnmapCases() {
    test("table-unmap-with-a-copy-of-each-level-asks-to-revoke-first", needs: .tableTypes) { c in
      for level in 0..<3 {
        let table = c.make(Table(level).type)
        let copy = c.slot()
        c.invoke(Table(level).unmap, table, [], [])
        c.invoke(Table(level).map, table, [Self.region, 0], [Self.vspace])
        c.invoke(.copy, Self.cnode, [copy, 64, table, 64, 15], [Self.cnode])
        c.invoke(Table(level).unmap, table, [], [])
        c.invoke(Table(level).unmap, copy, [], [])
        c.invoke(.delete, Self.cnode, [copy, 64], [])
        c.invoke(Table(level).unmap, table, [], [])
        c.invoke(Table(level).map, table, [Self.region, 0], [Self.vspace])
      }
    }
    test("table-of-each-level-unmapped-comes-back-empty", needs: .tableTypes) { c in
      for level in 0..<3 {
        let address = Self.region + Word(level) << 39
        let page = c.make(.smallPage)
        var table: Word = 0
        for below in 0..<3 {
          let place = c.make(Table(below).type)
          c.request(Table(below).map, place, [address, 0], [Self.vspace])
          if below == level { table = place }
        }
        c.invoke(.pageMap, page, [address + 0x12_3000, 3, 0], [Self.vspace])
        c.invoke(Table(level).unmap, table, [], [])
        c.showMapping(page)
        c.invoke(Table(level).map, table, [address, 0], [Self.vspace])
        // All that was below is gone.
        for below in 0..<3 where below > level { c.invokeMapTable(below, at: address, in: Self.vspace) }
        c.invoke(.pageMap, page, [address + 0x12_3000, 3, 0], [Self.vspace])
      }
    }
    test("table-deleted-leaves-its-place-free", needs: .tableTypes) { c in
      for level in 0..<3 {
        let table = c.make(Table(level).type)
        c.invoke(Table(level).map, table, [Self.region, 0], [Self.vspace])
        c.invoke(.delete, Self.cnode, [table, 64], [])
        c.invoke(.pageMap, c.make(.smallPage), [Self.region, 3, Self.data], [Self.vspace])
        c.invokeMapTable(level, at: Self.region, in: Self.vspace)
      }
    }
    test("table-of-each-level-of-a-deleted-space-can-be-unmapped", needs: .tableTypes) { c in
      let space = c.make(.vspace)
      let tables: InlineArray<3, Word> = [
        c.make(Table(0).type), c.make(Table(1).type), c.make(Table(2).type),
      ]
      c.invoke(.assign, Self.asidPool, [], [space])
      for level in 0..<3 { c.invoke(Table(level).map, tables[level], [Self.region, 0], [space]) }
      c.invoke(.delete, Self.cnode, [space, 64], [])
      for level in 0..<3 { c.invoke(Table(level).unmap, tables[level], [], []) }
      for level in 0..<3 { c.invoke(Table(level).map, tables[level], [Self.region, 0], [Self.vspace]) }
    }
    test("table-of-each-level-unmapped-under-a-thread-is-gone-at-once", needs: .tableTypes) { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      for level in 0..<3 {
        let address = Self.region + Word(level) << 39
        let page = c.make(.smallPage)
        var table: Word = 0
        for above in 0..<3 {
          let place = c.make(Table(above).type)
          c.request(Table(above).map, place, [address, 0], [Self.vspace])
          if above == level { table = place }
        }
        c.invoke(.pageMap, page, [address, 3, Self.data], [Self.vspace])
        c.script(worker, .store(address, 0x77))
        c.script(worker, .load(address))
        c.start(worker)
        c.show(worker)
        c.invoke(Table(level).unmap, table, [], [])
        c.script(worker, .load(address))
        c.start(worker)
        c.recv(handler)
        c.invoke(.pageUnmap, page, [], [])
      }
    }
    test("page-of-a-table-that-is-gone-can-be-unmapped-and-mapped-elsewhere", needs: .tableTypes) { c in
      let page = c.make(.smallPage)
      let table = c.make(Table(2).type)
      c.mapTables(above: 2, at: Self.region)
      c.invoke(Table(2).map, table, [Self.region, 0], [Self.vspace])
      c.invoke(.pageMap, page, [Self.region, 3, Self.data], [Self.vspace])
      c.invoke(.delete, Self.cnode, [table, 64], [])
      c.invoke(.pageMap, page, [Self.region, 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.invoke(.pageUnmap, page, [], [])
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
    }
  }

  private mutating func attributeCases() {
    test("page-mapped-with-each-attribute-is-the-same-memory", needs: .tableTypes) { c in
      // First, so that there is room for the rest behind it.
      let large = c.make(.largePage)
      let page = c.make(.smallPage)
      let worker = c.makeWorker()
      c.mapTables(above: 2, at: Self.region)
      let smallCopy = c.mint(page, badge: 0)
      let largeCopy = c.mint(large, badge: 0)
      c.invoke(.pageMap, page, [Self.page, 3, 0], [Self.vspace])
      c.invoke(.pageMap, large, [Self.region, 3, 0], [Self.vspace])
      each([1, 4, 7, 8] as InlineArray<4, Word>) { attributes in
        c.invoke(.pageMap, smallCopy, [Self.page + 4096, 3, attributes], [Self.vspace])
        c.invoke(.pageMap, largeCopy, [Self.region + 0x20_0000, 3, attributes], [Self.vspace])
        c.script(worker, .store(Self.page + 4096 + 8, 0x10 + attributes))
        c.script(worker, .store(Self.region + 0x20_0000 + 0x1f_fff8, 0x20 + attributes))
        // Through the first mapping, which is an ordinary one.
        c.script(worker, .load(Self.page + 8))
        c.script(worker, .load(Self.region + 0x1f_fff8))
        c.start(worker)
        c.show(worker)
      }
    }
    test("page-that-may-be-read-may-be-executed", needs: .tableTypes) { c in
      let page = c.make(.smallPage)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      // Memory of zeroes is an instruction that adds to the byte at rax, which is 0.
      c.invoke(.pageMap, page, [Self.page, 2, Self.data], [Self.vspace])
      c.script(worker, .jump(Self.page + 32))
      c.start(worker)
      c.recv(handler)
    }
  }
}
