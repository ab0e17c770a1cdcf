import CapabilityBroker
import Kernel
import SeL4
import Testing

@Suite("address spaces and shared memory")
struct SharingTests {
  @Test("paging objects appear where they are missing, and half a page is refused")
  func mapping() throws {
    try BrokerMachine.run { broker, model in
      let before = Stock(broker)
      var memory = try broker.allocateObjectMemory(sizeBits: 16, slotCount: 16, for: .rootTask)
      let frames = try memory.make(.smallPage, count: 3).slots
      let space = AddressSpace.rootTask
      let used = memory.slotsUsed
      try space.map(
        frames[0], at: 0x60_0000_0000, rights: .readWrite, attributes: .data, pagingFrom: &memory)
      let tables = memory.slotsUsed - used
      #expect(tables >= 2 && tables <= BrokerLimit.pagingLevels)
      try space.map(
        frames[1], at: 0x60_0000_1000, rights: .read, attributes: .data, pagingFrom: &memory)
      #expect(memory.slotsUsed == used + tables)
      #expect(model.translate(0x60_0000_0000)?.isWritable == true)
      #expect(model.translate(0x60_0000_1000)?.isWritable == false)
      #expect(model.translate(0x60_0000_0000)?.isExecutable == false)
      do throws(BrokerError) {
        try space.map(
          frames[2], at: 0x60_0000_0800, rights: .read, attributes: .data, pagingFrom: &memory)
        Issue.record("mapped at half a page")
      } catch {
        guard case .mappingRefused(let address, .kernel(.alignmentError)) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(address == 0x60_0000_0800)
      }
      try broker.release(memory)
      #expect(Stock(broker) == before)
    }
  }

  @Test("a channel is the same memory to both ends, survives one end's death, and shows zeroes first")
  func channel() throws {
    try BrokerMachine.run { broker, model in
      let before = Stock(broker)
      let channel = try broker.createChannel(size: 3 * 4096 + 1)
      #expect(channel.size == 4 * 4096)
      let server = try TestComponent(&broker, 0)
      let client = try TestComponent(&broker, 1)
      try server.map(channel, .server, at: 0x10_0000)
      try client.map(channel, .client, at: 0x20_0000)
      let serverThread = try #require(model.thread(at: server.thread))
      let clientThread = try #require(model.thread(at: client.thread))
      for page: UInt in 0..<4 {
        let left = model.translate(0x10_0000 + page << 12, in: serverThread)
        #expect(left?.physical == model.translate(0x20_0000 + page << 12, in: clientThread)?.physical)
        #expect(left?.physical == UInt(channel.address) + page << 12)
        #expect(left?.isExecutable == false && left?.isWritable == true)
      }
      #expect(model.bytes(at: 0x10_0000, count: 4 * 4096, in: serverThread).allSatisfy { $0 == 0 })
      // The server dies and lives again; the client never notices.
      try server.revoke()
      try channel.unmap(.server)
      try server.build()
      try server.map(channel, .server, at: 0x10_0000)
      let reborn = try #require(model.thread(at: server.thread))
      #expect(model.translate(0x10_0000, in: reborn)?.physical == UInt(channel.address))
      #expect(model.translate(0x20_0000, in: clientThread)?.physical == UInt(channel.address))
      try broker.release(channel)
      #expect(model.translate(0x20_0000, in: clientThread) == nil)
      try server.release(&broker)
      try client.release(&broker)
      #expect(Stock(broker) == before)
    }
  }
}

/// As much of a component as an address space needs to be looked at: a thread in it.
final class TestComponent {
  private var stored: ObjectMemory?
  private(set) var space = AddressSpace.rootTask
  private(set) var thread: UInt = 0

  init(_ broker: inout CapabilityBroker, _ index: Int) throws {
    stored = try broker.allocateObjectMemory(sizeBits: 17, slotCount: 40, for: .component(index))
    try build()
  }

  /// Begins a life: an address space and a thread in it.
  func build() throws {
    try withMemory { memory in
      space = try AddressSpace(from: &memory)
      let buffer = try memory.make(.smallPage).slots.first
      try space.map(
        buffer, at: 0x40_0000, rights: .readWrite, attributes: .data, pagingFrom: &memory)
      thread = try memory.make(.tcb).slots.first
      let cnode = try memory.make(.cnode, radix: 5).slots.first
      try TCB(RootSlots.pointer(thread)).configure(
        faultEndpoint: .null, cspace: CNode(RootSlots.pointer(cnode)),
        cspaceGuard: CNode.guardWord(bits: 59), vspace: space.vspace, ipcBuffer: 0x40_0000,
        ipcBufferFrame: Frame(RootSlots.pointer(buffer)))
    }
  }

  /// Ends the life.
  func revoke() throws {
    try withMemory { try $0.revoke() }
  }

  /// Makes a page and maps it.
  func addPage(at address: UInt64) throws {
    try withMemory { memory in
      let frame = try memory.make(.smallPage).slots.first
      try space.map(frame, at: address, rights: .readWrite, attributes: .data, pagingFrom: &memory)
    }
  }

  func map(_ channel: borrowing ChannelLease, _ end: ChannelLease.End, at address: UInt64) throws {
    guard var memory = stored.take() else { return }
    do {
      try channel.map(end, into: space, at: address, pagingFrom: &memory)
      stored = consume memory
    } catch {
      stored = consume memory
      throw error
    }
  }

  func release(_ broker: inout CapabilityBroker) throws {
    if let memory = stored.take() { try broker.release(memory) }
  }

  private func withMemory(_ body: (inout ObjectMemory) throws -> Void) throws {
    guard var memory = stored.take() else { return }
    do {
      try body(&memory)
      stored = consume memory
    } catch {
      stored = consume memory
      throw error
    }
  }
}
