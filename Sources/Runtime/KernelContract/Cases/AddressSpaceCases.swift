import CKernelContract
import SeL4

// Manual, chapter 7.
extension Contract {
  /// A GiB of which the root task's address space has no tables yet.
  static var region: Word { dddk_region() }
  /// A page beside the workers' buffers, whose tables are there.
  static var page: Word { buffers + 8 << 12 }
  static var data: Word { MappingAttributes.data.rawValue }

  mutating func addressSpaceCases() {
    pageTableCases()
    pageCases()
    pageRefusalCases()
    cacheCases()
    accessCases()
  }

  /// An address where no page is mapped, for one reason or another, unless it is there already: `place`, which a page
  /// has, or where another would take its place, one that is misaligned.
  static func noPlace(beside place: Word) -> Word { Need.mappingOver.isMet ? place + 1 : place }

  /// Tells whether a frame is mapped, without mapping it.
  ///
  /// Its caches can be cleaned, or it is refused where it cannot be, since it is somewhere else.
  mutating func showMapping(_ page: Word) {
    if Need.cacheCalls.isMet {
      invoke(.pageClean, page, [0, 64], [])
      return
    }
    let place = Self.page + 15 << 12
    if Need.mappingOnce.isMet {
      request(.pageMap, make(.smallPage), [place, 3, Self.data], [Self.vspace])
    }
    invoke(.pageMap, page, [Self.noPlace(beside: place), 3, Self.data], [Self.vspace])
  }

  /// Maps tables until all levels are there.
  mutating func mapTables(_ space: Word, at address: Word) {
    for level in 0..<4 {
      let table = Table(level)
      if request(table.map, make(table.type), [address, 0], [space]).error != 0, !Need.tableTypes.isMet {
        return
      }
    }
  }

  /// Maps a new table of a level and tells what came of it.
  mutating func invokeMapTable(_ level: Int, at address: Word, in space: Word) {
    let table = Table(level)
    invoke(table.map, make(table.type), [address, 0], [space])
  }

  /// Maps a large page, with all tables that it takes.
  private mutating func mapLarge(_ page: Word) {
    for level in 0..<3 {
      if request(.pageMap, page, [Self.region, 3, Self.data], [Self.vspace]).error == 0 { return }
      let table = Table(level)
      request(table.map, make(table.type), [Self.region, 0], [Self.vspace])
    }
  }

  private mutating func pageTableCases() {
    let first = Table(0)
    test("page-table-map-fills-level-after-level") { c in
      for level in 0..<4 { c.invokeMapTable(level, at: Self.region, in: Self.vspace) }
    }
    test("page-table-map-in-a-space-of-its-own") { c in
      let space = c.make(.vspace)
      c.invoke(.assign, Self.asidPool, [], [space])
      for level in 0..<5 { c.invokeMapTable(level, at: Self.region, in: space) }
    }
    test("page-table-map-twice-is-refused") { c in
      let table = c.make(first.type)
      c.invoke(first.map, table, [Self.region, 0], [Self.vspace])
      c.invoke(first.map, table, [Self.region, 0], [Self.vspace])
    }
    test("page-table-map-refuses-a-space-without-identifier") { c in
      let table = c.make(first.type)
      c.invoke(first.map, table, [Self.region, 0], [c.make(.vspace)])
      c.invoke(first.map, table, [Self.region, 0], [table])
      c.invoke(first.map, table, [Self.region, 0], [c.slot()])
      c.invoke(first.map, table, [Self.region, 0], [c.make(.smallPage)])
    }
    test("page-table-map-refuses-an-address-of-the-kernel") { c in
      let table = c.make(first.type)
      c.invoke(first.map, table, [dddk_first_kernel_address(), 0], [Self.vspace])
      c.invoke(first.map, table, [dddk_kernel_address(), 0], [Self.vspace])
      c.invoke(first.map, table, [Word.max, 0], [Self.vspace])
    }
    test("page-table-map-needs-all-of-its-message") { c in
      let table = c.make(first.type)
      c.invoke(first.map, table, length: 1, [Self.region, 0], [Self.vspace])
      c.invoke(first.map, table, [Self.region, 0], [Self.vspace], capabilityCount: 0)
    }
    test("page-table-map-where-a-page-is-mapped-asks-to-delete-first") { c in
      let large = c.make(.largePage)
      c.mapTables(Self.vspace, at: Self.region)
      // A level for large pages alone, beside the one that is full.
      c.invoke(.pageMap, large, [Self.region + 2 << 20, 3, Self.data], [Self.vspace])
      c.invoke(.pageTableMap, c.make(.pageTable), [Self.region + 2 << 20, 0], [Self.vspace])
    }
    test("page-table-unmap-with-a-copy-asks-to-revoke-first") { c in
      let table = c.make(first.type)
      let copy = c.slot()
      c.invoke(first.map, table, [Self.region, 0], [Self.vspace])
      c.invoke(.copy, Self.cnode, [copy, 64, table, 64, 15], [Self.cnode])
      c.invoke(first.unmap, table, [], [])
      c.invoke(first.unmap, copy, [], [])
      c.invoke(.delete, Self.cnode, [copy, 64], [])
      c.invoke(first.unmap, table, [], [])
    }
    test("page-table-unmapped-can-be-mapped-again") { c in
      let table = c.make(first.type)
      c.invoke(first.unmap, table, [], [])
      c.invoke(first.map, table, [Self.region, 0], [Self.vspace])
      c.invoke(first.unmap, table, [], [])
      c.invoke(first.map, table, [Self.region + 1 << 30, 0], [Self.vspace])
    }
    test("page-table-deleted-leaves-its-place-free") { c in
      let table = c.make(first.type)
      c.invoke(first.map, table, [Self.region, 0], [Self.vspace])
      c.invoke(.delete, Self.cnode, [table, 64], [])
      c.invoke(.pageMap, c.make(.smallPage), [Self.region, 3, Self.data], [Self.vspace])
      c.invoke(first.map, c.make(first.type), [Self.region, 0], [Self.vspace])
    }
    test("page-table-of-a-deleted-space-can-be-unmapped") { c in
      let space = c.make(.vspace)
      let table = c.make(first.type)
      c.invoke(.assign, Self.asidPool, [], [space])
      c.invoke(first.map, table, [Self.region, 0], [space])
      c.invoke(.delete, Self.cnode, [space, 64], [])
      c.invoke(first.unmap, table, [], [])
    }
    test("page-table-with-an-identifier-is-a-root-and-no-lower-table", needs: .tableAsRoot) { c in
      let root = c.make(.pageTable)
      c.invoke(.assign, Self.asidPool, [], [root])
      c.invoke(.pageTableMap, root, [Self.region, 0], [Self.vspace])
      c.invoke(.assign, Self.asidPool, [], [root])
      c.invoke(.pageTableUnmap, root, [], [])
      c.invoke(.pageTableMap, c.make(.pageTable), [Self.region, 0], [root])
    }
    test("page-table-that-is-mapped-is-no-root", needs: .tableAsRoot) { c in
      let table = c.make(.pageTable)
      c.invoke(.pageTableMap, table, [Self.region, 0], [Self.vspace])
      c.invoke(.assign, Self.asidPool, [], [table])
      c.invoke(.pageTableMap, c.make(.pageTable), [Self.region, 0], [table])
      c.invoke(.pageMap, c.make(.smallPage), [Self.region, 3, Self.data], [table])
      c.invoke(.pageMap, c.make(.largePage), [Self.region, 3, Self.data], [table])
    }
    test("page-table-that-is-mapped-is-taken-for-a-space-that-is-empty", needs: .tableAsRoot) { c in
      let table = c.make(.pageTable)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.invoke(.pageTableMap, table, [Self.region, 0], [Self.vspace])
      c.invoke(.setSpace, worker.thread, [handler, c.cspaceGuard, 0], [Self.cnode, table])
      c.script(worker, .load(Self.buffers))
      c.start(worker)
      c.nbRecv(handler)
    }
    test("page-table-that-is-a-root-is-deleted-under-a-thread", needs: .tableAsRoot) { c in
      let root = c.make(.pageTable)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.invoke(.assign, Self.asidPool, [], [root])
      c.invoke(.setSpace, worker.thread, [handler, c.cspaceGuard, 0], [Self.cnode, root])
      c.invoke(.delete, Self.cnode, [root, 64], [])
      c.script(worker, .load(Self.buffers))
      c.start(worker)
      c.nbRecv(handler)
    }
    test("page-table-unmapped-is-emptied") { c in
      let outer = c.make(first.type)
      let page = c.make(.smallPage)
      let tables: InlineArray<3, Word> = [outer, c.make(Table(1).type), c.make(Table(2).type)]
      for index in 0..<3 { c.request(Table(index).map, tables[index], [Self.region, 0], [Self.vspace]) }
      c.invoke(.pageMap, page, [Self.region, 3, Self.data], [Self.vspace])
      c.invoke(first.unmap, outer, [], [])
      c.invoke(first.map, outer, [Self.region, 0], [Self.vspace])
      c.invoke(.pageMap, page, [Self.region, 3, Self.data], [Self.vspace])
      c.invoke(Table(1).unmap, tables[1], [], [])
      c.invoke(Table(1).map, tables[1], [Self.region, 0], [Self.vspace])
      c.invoke(.pageUnmap, page, [], [])
      c.invoke(.pageMap, page, [Self.region, 3, Self.data], [Self.vspace])
    }
    test("page-table-knows-no-other-method") { c in
      let table = c.make(.pageTable)
      c.invoke(.pageMap, table, [Self.region, 3, 0], [Self.vspace])
      c.invoke(.pageUnmap, table, [], [])
      c.invoke(.assign, table, [], [table])
      c.invoke(.pageTableUnmap, c.slot(), [], [])
      c.invoke(.pageTableMap, c.slot(), [Self.region, 0], [Self.vspace])
    }
  }

  private mutating func pageCases() {
    test("page-map-without-a-table-tells-the-level-that-is-missing") { c in
      let page = c.make(.smallPage)
      for level in 0..<4 {
        c.invoke(.pageMap, page, [Self.region, 3, Self.data], [Self.vspace])
        c.invokeMapTable(level, at: Self.region, in: Self.vspace)
      }
    }
    test("page-map-of-a-large-page-tells-the-level-that-is-missing") { c in
      let page = c.make(.largePage)
      for level in 0..<4 {
        c.invoke(.pageMap, page, [Self.region, 3, Self.data], [Self.vspace])
        c.invokeMapTable(level, at: Self.region, in: Self.vspace)
      }
    }
    test("page-map-again-at-its-place-changes-rights") { c in
      let page = c.make(.smallPage)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .store(Self.page, 1))
      c.script(worker, .store(Self.page, 2))
      c.script(worker, .load(Self.page))
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.start(worker)
      c.show(worker)
      c.invoke(.pageMap, page, [Self.page, 2, Self.data], [Self.vspace])
      c.script(worker, .store(Self.page, 3))
      c.start(worker)
      c.recv(handler)
    }
    test("page-map-elsewhere-while-mapped-is-refused") { c in
      let page = c.make(.smallPage)
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, page, [Self.page + 4096, 3, Self.data], [Self.vspace])
      c.invoke(.pageUnmap, page, [], [])
      c.invoke(.pageMap, page, [Self.page + 4096, 3, Self.data], [Self.vspace])
    }
    test("page-map-in-another-space-while-mapped-is-refused") { c in
      let page = c.make(.smallPage)
      let space = c.make(.vspace)
      c.invoke(.assign, Self.asidPool, [], [space])
      c.mapTables(space, at: Self.page)
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [space])
      c.invoke(.pageUnmap, page, [], [])
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [space])
    }
    test("page-map-over-another-page-asks-to-delete-first", needs: .mappingOnce) { c in
      let first = c.make(.smallPage)
      let second = c.make(.smallPage)
      let worker = c.makeWorker()
      c.invoke(.pageMap, first, [Self.page, 3, Self.data], [Self.vspace])
      c.script(worker, .store(Self.page, 0x11))
      c.start(worker)
      c.invoke(.pageMap, second, [Self.page, 3, Self.data], [Self.vspace])
      c.showMapping(second)
      c.script(worker, .load(Self.page))
      c.start(worker)
      c.show(worker)
      c.invoke(.pageUnmap, first, [], [])
      c.invoke(.pageMap, second, [Self.page, 3, Self.data], [Self.vspace])
      c.script(worker, .load(Self.page))
      c.start(worker)
      c.show(worker)
    }
    test("page-map-over-another-page-takes-its-place", needs: .mappingOver) { c in
      let first = c.make(.smallPage)
      let second = c.make(.smallPage)
      let worker = c.makeWorker()
      c.invoke(.pageMap, first, [Self.page, 3, Self.data], [Self.vspace])
      c.script(worker, .store(Self.page, 0x11))
      c.start(worker)
      c.invoke(.pageMap, second, [Self.page, 3, Self.data], [Self.vspace])
      c.script(worker, .load(Self.page))
      c.start(worker)
      c.show(worker)
      c.invoke(.pageUnmap, first, [], [])
      c.script(worker, .load(Self.page))
      c.start(worker)
      c.show(worker)
      c.invoke(.pageUnmap, second, [], [])
    }
    test("page-unmap-of-an-unmapped-page-succeeds") { c in
      let page = c.make(.smallPage)
      c.invoke(.pageUnmap, page, [], [])
      c.invoke(.pageUnmap, c.make(.largePage), [], [])
    }
    test("page-deleted-is-unmapped") { c in
      let page = c.make(.smallPage)
      let copy = c.mint(page, badge: 0)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.script(worker, .load(Self.page))
      c.script(worker, .load(Self.page))
      c.invoke(.delete, Self.cnode, [page, 64], [])
      c.start(worker)
      c.recv(handler)
      c.invoke(.pageMap, copy, [Self.page, 3, Self.data], [Self.vspace])
      c.reply()
      c.show(worker)
    }
    test("page-get-address-of-other-objects-is-refused") { c in
      c.invoke(.pageGetAddress, c.make(.tcb), [], [])
      c.invoke(.pageGetAddress, Self.vspace, [], [])
      c.invoke(.pageGetAddress, c.slot(), [], [])
    }
    test("page-get-address-needs-no-mapping") { c in
      let page = c.make(.smallPage)
      let large = c.make(.largePage)
      c.showAddress(page)
      c.showAddress(large)
    }
    test("page-shared-by-two-capabilities-is-one-memory") { c in
      let page = c.make(.smallPage)
      let copy = c.mint(page, badge: 0)
      let worker = c.makeWorker()
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, copy, [Self.page + 4096, 2, Self.data], [Self.vspace])
      c.script(worker, .store(Self.page + 8, 0xabcd))
      c.script(worker, .load(Self.page + 4096 + 8))
      c.start(worker)
      c.show(worker)
    }
  }

  private mutating func pageRefusalCases() {
    test("page-map-refuses-a-misaligned-address") { c in
      let page = c.make(.smallPage)
      let large = c.make(.largePage)
      c.invoke(.pageMap, page, [Self.page + 1, 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, page, [Self.page + 2048, 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, large, [Self.region + 4096, 3, Self.data], [Self.vspace])
    }
    test("page-map-refuses-an-address-of-the-kernel") { c in
      let page = c.make(.smallPage)
      c.invoke(.pageMap, page, [dddk_first_kernel_address(), 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, page, [dddk_kernel_address(), 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, page, [Word.max & ~4095, 3, Self.data], [Self.vspace])
    }
    test("page-map-refuses-a-space-without-identifier") { c in
      let page = c.make(.smallPage)
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [c.make(.vspace)])
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [page])
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [c.slot()])
    }
    test("page-map-looks-at-what-is-wrong-in-order") { c in
      let page = c.make(.smallPage)
      let space = c.make(.vspace)
      let large = c.make(.largePage)
      c.invoke(.assign, Self.asidPool, [], [space])
      // An address that is misaligned and the kernel's; one that is misaligned and has no table.
      c.invoke(.pageMap, page, [dddk_kernel_address() + 1, 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, page, [Self.region + 1, 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, page, [dddk_first_kernel_address() - 2048, 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, large, [dddk_first_kernel_address() - 0x10_0000, 3, Self.data], [Self.vspace])
      // Of a page that is mapped: another place without a table, one of the kernel's, a space without tables.
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, page, [Self.region, 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, page, [dddk_kernel_address(), 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [space])
      c.invoke(.pageMap, page, [Self.page + 1, 3, Self.data], [space])
    }
    test("page-map-of-a-large-page-where-a-table-is-tells-the-level") { c in
      let large = c.make(.largePage)
      c.invoke(.pageMap, large, [Self.buffers, 3, Self.data], [Self.vspace])
      for level in 0..<4 { c.invokeMapTable(level, at: Self.buffers + 2 << 20, in: Self.vspace) }
      c.invoke(.pageMap, large, [Self.buffers + 2 << 20, 3, Self.data], [Self.vspace])
    }
    test("page-map-of-a-small-page-where-a-large-one-is-tells-the-level") { c in
      let large = c.make(.largePage)
      let page = c.make(.smallPage)
      c.mapLarge(large)
      c.invoke(.pageMap, page, [Self.region + 4096, 3, Self.data], [Self.vspace])
      c.invoke(.pageTableMap, c.make(.pageTable), [Self.region + 4096, 0], [Self.vspace])
    }
    test("page-map-takes-a-right-that-its-capability-has") { c in
      let page = c.make(.smallPage)
      let readable = c.mint(page, badge: 0, rights: .read)
      let writable = c.mint(page, badge: 0, rights: .write)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.invoke(.pageMap, readable, [Self.page, 1, Self.data], [Self.vspace])
      c.invoke(.pageMap, writable, [Self.page + 4096, 3, Self.data], [Self.vspace])
      c.script(worker, .load(Self.page))
      c.script(worker, .store(Self.page + 4096, 1))
      c.script(worker, .load(Self.page + 4096))
      c.start(worker)
      for _ in 0..<3 {
        c.nbRecv(handler)
        c.restart(worker)
      }
      c.show(worker)
    }
    test("page-map-needs-all-of-its-message") { c in
      let page = c.make(.smallPage)
      c.invoke(.pageMap, page, length: 2, [Self.page, 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace], capabilityCount: 0)
    }
    test("page-knows-no-other-method") { c in
      let page = c.make(.smallPage)
      c.invoke(.pageTableMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.invoke(.pageTableUnmap, page, [], [])
      if Need.cacheCalls.isMet { c.invoke(.vspaceUnify, page, [0, 64], []) }
      c.invoke(Request(9999, "label 9999"), page, [], [])
      let empty = c.slot()
      c.invoke(.pageMap, empty, [Self.page, 3, Self.data], [Self.vspace])
      c.invoke(.pageUnmap, empty, [], [])
      c.invoke(.pageGetAddress, empty, [], [])
    }
    test("page-map-of-a-deleted-space-is-refused") { c in
      let page = c.make(.smallPage)
      let space = c.make(.vspace)
      c.invoke(.assign, Self.asidPool, [], [space])
      c.mapTables(space, at: Self.page)
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [space])
      c.invoke(.delete, Self.cnode, [space, 64], [])
      c.showMapping(page)
      c.invoke(.pageUnmap, page, [], [])
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [space])
    }
  }

  private mutating func cacheCases() {
    let onPages: InlineArray<4, Request> = [
      .pageClean, .pageInvalidate, .pageCleanInvalidate, .pageUnify,
    ]
    let onSpaces: InlineArray<4, Request> = [
      .vspaceClean, .vspaceInvalidate, .vspaceCleanInvalidate, .vspaceUnify,
    ]
    test("page-caches-of-an-unmapped-page-are-refused", needs: .cacheCalls) { c in
      let page = c.make(.smallPage)
      for index in onPages.indices { c.invoke(onPages[index], page, [0, 64], []) }
    }
    test("page-caches-of-a-mapped-page", needs: .cacheCalls) { c in
      let page = c.make(.smallPage)
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      for index in onPages.indices { c.invoke(onPages[index], page, [0, 4096], []) }
    }
    test("page-caches-of-a-deleted-space-are-refused", needs: .cacheCalls) { c in
      let page = c.make(.smallPage)
      let space = c.make(.vspace)
      c.invoke(.assign, Self.asidPool, [], [space])
      c.mapTables(space, at: Self.page)
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [space])
      c.invoke(.delete, Self.cnode, [space, 64], [])
      for index in onPages.indices { c.invoke(onPages[index], page, [0, 64], []) }
    }
    test("page-caches-bound-their-range", needs: .cacheCalls) { c in
      let page = c.make(.smallPage)
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      for index in onPages.indices {
        c.invoke(onPages[index], page, [64, 64], [])
        c.invoke(onPages[index], page, [65, 64], [])
        c.invoke(onPages[index], page, [0, 4097], [])
        c.invoke(onPages[index], page, [4096, 4097], [])
        c.invoke(onPages[index], page, length: 1, [0, 64], [])
        c.invoke(onPages[index], c.slot(), [0, 64], [])
      }
    }
    test("page-invalidate-of-a-read-only-mapping-is-refused", needs: .cacheCalls) { c in
      let page = c.make(.smallPage)
      c.invoke(.pageMap, page, [Self.page, 2, Self.data], [Self.vspace])
      for index in onPages.indices { c.invoke(onPages[index], page, [0, 64], []) }
    }
    test("page-caches-of-a-page-that-was-mapped-over-are-refused", needs: .cacheCalls) { c in
      let page = c.make(.smallPage)
      let other = c.make(.smallPage)
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.invoke(.pageMap, other, [Self.page, 3, Self.data], [Self.vspace])
      for index in onPages.indices { c.invoke(onPages[index], page, [0, 64], []) }
    }
    test("vspace-caches-of-a-mapped-range", needs: .cacheCalls) { c in
      c.invoke(.pageMap, c.make(.smallPage), [Self.page, 3, Self.data], [Self.vspace])
      for index in onSpaces.indices {
        c.invoke(onSpaces[index], Self.vspace, [Self.page, Self.page + 4096], [])
        c.invoke(onSpaces[index], Self.vspace, [Self.page + 64, Self.page + 128], [])
      }
    }
    test("vspace-caches-of-an-unmapped-range-do-nothing", needs: .cacheCalls) { c in
      for index in onSpaces.indices {
        c.invoke(onSpaces[index], Self.vspace, [Self.region, Self.region + 64], [])
      }
    }
    test("vspace-caches-of-a-space-whose-pool-is-gone-are-refused", needs: .cacheCalls) { c in
      let memory = c.make(.untyped, bits: 12)
      let pool = c.slot()
      let space = c.make(.vspace)
      c.invoke(.makePool, Self.asidControl, [pool, 64], [memory, Self.cnode])
      c.invoke(.assign, pool, [], [space])
      c.invoke(.delete, Self.cnode, [pool, 64], [])
      for index in onSpaces.indices {
        c.invoke(onSpaces[index], space, [Self.region, Self.region + 64], [])
      }
    }
    test("vspace-caches-bound-their-range", needs: .cacheCalls) { c in
      c.invoke(.pageMap, c.make(.smallPage), [Self.page, 3, Self.data], [Self.vspace])
      for index in onSpaces.indices {
        c.invoke(onSpaces[index], Self.vspace, [Self.page, Self.page], [])
        c.invoke(onSpaces[index], Self.vspace, [Self.page + 64, Self.page], [])
        c.invoke(onSpaces[index], Self.vspace, [Self.page, Self.page + 4097], [])
        c.invoke(
          onSpaces[index], Self.vspace,
          [dddk_first_kernel_address() - 4096, dddk_first_kernel_address() + 1], [])
        c.invoke(onSpaces[index], Self.vspace, length: 1, [Self.page, Self.page + 1], [])
      }
    }
    test("vspace-caches-of-a-space-without-identifier-are-refused", needs: .cacheCalls) { c in
      let space = c.make(.vspace)
      for index in onSpaces.indices {
        c.invoke(onSpaces[index], space, [Self.page, Self.page + 64], [])
        c.invoke(onSpaces[index], c.slot(), [Self.page, Self.page + 64], [])
      }
    }
    test("vspace-invalidate-of-a-read-only-mapping-is-refused", needs: .cacheCalls) { c in
      c.invoke(.pageMap, c.make(.smallPage), [Self.page, 2, Self.data], [Self.vspace])
      for index in onSpaces.indices {
        c.invoke(onSpaces[index], Self.vspace, [Self.page, Self.page + 64], [])
      }
    }
    test("vspace-knows-no-other-method", needs: .rootOfItsOwn) { c in
      c.invoke(.pageMap, Self.vspace, [Self.page, 3, 0], [Self.vspace])
      c.invoke(.pageTableUnmap, Self.vspace, [], [])
      c.invoke(.assign, Self.vspace, [], [Self.vspace])
    }
  }

  private mutating func accessCases() {
    test("page-mapped-read-only-cannot-be-written") { c in
      let page = c.make(.smallPage)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.invoke(.pageMap, page, [Self.page, 2, Self.data], [Self.vspace])
      c.script(worker, .load(Self.page))
      c.script(worker, .store(Self.page + 16, 1))
      c.start(worker)
      c.recv(handler)
      c.show(worker)
    }
    test("page-mapped-execute-never-cannot-be-executed", needs: .executeNever) { c in
      let page = c.make(.smallPage)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.script(worker, .jump(Self.page + 32))
      c.start(worker)
      c.recv(handler)
    }
    test("page-mapped-without-rights-cannot-be-read") { c in
      let page = c.make(.smallPage)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.invoke(.pageMap, page, [Self.page, 0, Self.data], [Self.vspace])
      c.script(worker, .load(Self.page))
      c.start(worker)
      c.recv(handler)
    }
    test("page-mapped-write-only-cannot-be-read") { c in
      let page = c.make(.smallPage)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.invoke(.pageMap, page, [Self.page, 1, Self.data], [Self.vspace])
      c.script(worker, .load(Self.page))
      c.start(worker)
      c.recv(handler)
    }
    test("page-mapped-without-rights-but-executable-is-executed") { c in
      let page = c.make(.smallPage)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.invoke(.pageMap, page, [Self.page, 0, MappingAttributes.normal.rawValue], [Self.vspace])
      c.script(worker, .load(Self.page))
      // Memory of zeroes is no instruction: where it is fetched, that is the fault.
      c.script(worker, .jump(Self.page + 0x40))
      c.start(worker)
      c.recv(handler)
      c.restart(worker)
      c.recv(handler)
    }
    test("page-unmapped-is-gone-at-once") { c in
      let page = c.make(.smallPage)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.script(worker, .store(Self.page, 5))
      c.start(worker)
      c.invoke(.pageUnmap, page, [], [])
      c.script(worker, .load(Self.page))
      c.start(worker)
      c.show(worker)
      c.recv(handler)
    }
    test("page-of-two-mebibytes-serves-all-of-them") { c in
      let page = c.make(.largePage)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.mapLarge(page)
      c.script(worker, .store(Self.region + 0x1f_fff8, 0x99))
      c.script(worker, .load(Self.region + 0x1f_fff8))
      c.script(worker, .load(Self.region + 0x20_0000))
      c.start(worker)
      c.show(worker)
      c.recv(handler)
    }
  }
}

// Address space identifiers. Manual, section 7.1.
extension Contract {
  mutating func identifierCases() {
    test("asid-pool-assign-gives-an-identifier-once") { c in
      let space = c.make(.vspace)
      c.invoke(.assign, Self.asidPool, [], [space])
      c.invoke(.assign, Self.asidPool, [], [space])
    }
    test("asid-pool-assign-refuses-what-is-no-address-space") { c in
      c.invoke(.assign, Self.asidPool, [], [c.make(.smallPage)])
      c.invoke(.assign, Self.asidPool, [], [c.make(.pageTable)])
      c.invoke(.assign, Self.asidPool, [], [c.slot()])
      c.invoke(.assign, Self.asidPool, [], [Self.vspace])
      c.invoke(.assign, Self.asidPool, [], [Self.vspace], capabilityCount: 0)
    }
    test("asid-pool-knows-no-other-method") { c in
      c.invoke(.makePool, Self.asidPool, [0, 64], [Self.untyped, Self.cnode])
      c.invoke(.pageUnmap, Self.asidPool, [], [])
      c.invoke(.assign, c.slot(), [], [Self.vspace])
      c.invoke(.assign, c.make(.tcb), [], [Self.vspace])
    }
    test("asid-control-makes-a-pool-of-4-kib") { c in
      let memory = c.make(.untyped, bits: 12)
      let pool = c.slot()
      let space = c.make(.vspace)
      c.invoke(.makePool, Self.asidControl, [pool, 64], [memory, Self.cnode])
      c.invoke(.assign, pool, [], [space])
      c.invoke(.retype, memory, [ObjectType.endpoint.rawValue, 0, 0, 0, c.slot(), 1], [Self.cnode])
    }
    test("asid-control-refuses-an-untyped-of-another-size") { c in
      let place = c.slot()
      c.invoke(.makePool, Self.asidControl, [place, 64], [c.make(.untyped, bits: 11), Self.cnode])
      c.invoke(.makePool, Self.asidControl, [place, 64], [c.make(.untyped, bits: 13), Self.cnode])
      c.invoke(.makePool, Self.asidControl, [place, 64], [c.make(.endpoint), Self.cnode])
      c.invoke(.makePool, Self.asidControl, [place, 64], [c.slot(), Self.cnode])
    }
    test("asid-control-refuses-memory-of-a-device") { c in
      let device = c.slot()
      c.request(
        .retype, c.deviceUntyped, [ObjectType.untyped.rawValue, 12, 0, 0, device, 1], [Self.cnode])
      c.invoke(.makePool, Self.asidControl, [c.slot(), 64], [device, Self.cnode])
    }
    test("asid-control-refuses-an-untyped-with-children") { c in
      let memory = c.make(.untyped, bits: 12)
      let endpoint = c.slot()
      c.request(.retype, memory, [ObjectType.endpoint.rawValue, 0, 0, 0, endpoint, 1], [Self.cnode])
      c.invoke(.makePool, Self.asidControl, [c.slot(), 64], [memory, Self.cnode])
      c.invoke(.delete, Self.cnode, [endpoint, 64], [])
      c.invoke(.makePool, Self.asidControl, [c.slot(), 64], [memory, Self.cnode])
    }
    test("asid-control-refuses-a-slot-that-is-taken-or-nowhere") { c in
      let memory = c.make(.untyped, bits: 12)
      let taken = c.make(.endpoint)
      c.invoke(.makePool, Self.asidControl, [taken, 64], [memory, Self.cnode])
      c.invoke(.makePool, Self.asidControl, [c.slot(), 10], [memory, Self.cnode])
      c.invoke(.makePool, Self.asidControl, [c.slot(), 0], [memory, Self.cnode])
      c.invoke(.makePool, Self.asidControl, [c.slot(), 65], [memory, Self.cnode])
      c.invoke(.makePool, Self.asidControl, [c.slot(), 64], [memory, taken])
    }
    test("asid-control-needs-all-of-its-message") { c in
      let memory = c.make(.untyped, bits: 12)
      c.invoke(.makePool, Self.asidControl, length: 1, [c.slot(), 64], [memory, Self.cnode])
      c.invoke(.makePool, Self.asidControl, [c.slot(), 64], [memory, Self.cnode], capabilityCount: 1)
      c.invoke(.assign, Self.asidControl, [c.slot(), 64], [memory, Self.cnode])
      c.invoke(.makePool, c.slot(), [c.slot(), 64], [memory, Self.cnode])
    }
    test("asid-pool-deleted-takes-its-spaces-out-of-use") { c in
      let memory = c.make(.untyped, bits: 12)
      let pool = c.slot()
      let space = c.make(.vspace)
      c.invoke(.makePool, Self.asidControl, [pool, 64], [memory, Self.cnode])
      c.invoke(.assign, pool, [], [space])
      c.invokeMapTable(0, at: Self.region, in: space)
      c.invoke(.delete, Self.cnode, [pool, 64], [])
      for level in 0..<Table.types { c.invokeMapTable(level, at: Self.region, in: space) }
      c.invoke(.pageMap, c.make(.smallPage), [Self.region, 3, 0], [space])
      if Need.cacheCalls.isMet { c.invoke(.vspaceClean, space, [Self.region, Self.region + 64], []) }
      c.invoke(.assign, Self.asidPool, [], [space])
    }
    test("asid-pool-runs-out-of-identifiers") { c in
      let memory = c.make(.untyped, bits: 12)
      let pool = c.slot()
      let node = c.make(.cnode, bits: 10)
      let space = c.slot()
      c.request(.makePool, Self.asidControl, [pool, 64], [memory, Self.cnode])
      var assigned: Word = 0
      for index in 0..<600 as Range<Word> {
        c.request(.retype, Self.untyped, [ObjectType.vspace.rawValue, 0, 0, 0, space, 1], [Self.cnode])
        let answer = c.request(.assign, pool, [], [space])
        if answer.error != 0 {
          c.text("  ")
          c.show(Request.assign.name, answer)
          break
        }
        assigned = index + 1
        // Its capability makes room for the next, and the space stays.
        c.request(.move, node, [index, 10, space, 64], [Self.cnode])
      }
      c.show("identifiers given", value: assigned)
    }
    test("asid-control-runs-out-of-pools") { c in
      let memory = c.make(.untyped, bits: 20)
      let node = c.make(.cnode, bits: 8)
      var made: Word = 0
      let unit = c.slot()
      for index in 0..<200 as Range<Word> {
        c.request(.retype, memory, [ObjectType.untyped.rawValue, 12, 0, 0, unit, 1], [Self.cnode])
        let answer = c.request(.makePool, Self.asidControl, [index, 8], [unit, node])
        // The unit's capability goes along, so that the slot is free for the next.
        if answer.error != 0 {
          c.text("  ")
          c.show(Request.makePool.name, answer)
          break
        }
        made = index + 1
        c.request(.move, node, [index + 128 & 255, 8, unit, 64], [Self.cnode])
      }
      c.show("pools made", value: made)
    }
  }
}
