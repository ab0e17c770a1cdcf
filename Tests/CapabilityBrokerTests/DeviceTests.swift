import CapabilityBroker
import Kernel
import SeL4
import SystemManifest
import Testing

@Suite("devices from the broker")
struct DeviceTests {
  @Test("a device's page is the right one, uncached, without execution")
  func deviceMapping() throws {
    try BrokerMachine.run { broker, model in
      let before = Stock(broker)
      var memory = try broker.allocateObjectMemory(sizeBits: 16, slotCount: 8, for: .rootTask)
      var device = try withDriver(.serial()) { try broker.requestDevice($0, for: .component(3)) }
      let region = try device.mapRegion(0, into: .rootTask, at: 0x5000_0000, pagingFrom: &memory)
      #expect(region.address == 0x5000_0000 && region.physical == 0x0900_0000 && region.size == 0x1000)
      let seen = model.translate(0x5000_0018)
      #expect(seen?.physical == 0x0900_0018)
      #expect(seen?.isCacheable == false && seen?.isExecutable == false && seen?.isWritable == true)
      #expect(model.translate(0x5000_1000) == nil)
      #expect(device.interrupt(0).number == 33)
      // The tree says level, the spec says edge: the board counts.
      #expect(device.interrupt(0).trigger == .level)
      #expect(device.clockCount == 3)
      #expect(device.clocks[0] == 24_000_000 && device.clocks[1] == 24_000_000 && device.clocks[2] == 0)
      try device.unmapRegions()
      #expect(model.translate(0x5000_0018) == nil)
      try broker.release(device)
      try broker.release(memory)
      #expect(Stock(broker) == before)
    }
  }

  @Test("what lies beside a granted page in the same untyped can still be granted")
  func neighbours() throws {
    try BrokerMachine.run { broker, model in
      let before = Stock(broker)
      var memory = try broker.allocateObjectMemory(sizeBits: 16, slotCount: 8, for: .rootTask)
      var first = try withDriver(.serial(device: "/bus@a000000/serial@3000")) {
        try broker.requestDevice($0, for: .component(0))
      }
      var wide = try withDriver(
        .init(
          name: "Wide", compatibles: ["test,wide"], regions: [.init(index: 0, size: 0x7000)],
          interrupts: [.init(index: 0, trigger: .level)])
      ) { try broker.requestDevice($0, for: .component(1)) }
      _ = try first.mapRegion(0, into: .rootTask, at: 0x5000_0000, pagingFrom: &memory)
      _ = try wide.mapRegion(0, into: .rootTask, at: 0x5001_0000, pagingFrom: &memory)
      #expect(model.translate(0x5000_0000)?.physical == 0x0A00_3000)
      // Seven pages from an odd one on: no single block holds them.
      for page: UInt in 0..<7 {
        #expect(model.translate(0x5001_0000 + page << 12)?.physical == 0x0A00_5000 + page << 12)
      }
      #expect(model.translate(0x5001_7000) == nil)
      #expect(first.interrupt(0).number == 39 && first.interrupt(0).trigger == .edge)
      try broker.release(first)
      try broker.release(wide)
      try broker.release(memory)
      #expect(Stock(broker) == before)
    }
  }

  @Test("a device has one holder, and the error names it; released, it can be granted again")
  func oneHolder() throws {
    try BrokerMachine.run { broker, _ in
      let before = Stock(broker)
      let first = try withDriver(.serial()) { try broker.requestDevice($0, for: .component(4)) }
      let during = Stock(broker)
      do throws(BrokerError) {
        _ = try request(.serial(), from: &broker, for: 5)
        Issue.record("granted twice")
      } catch {
        guard case .deviceMemoryTaken(let address, let owner) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(address == 0x0900_0000 && owner == .component(4))
      }
      #expect(Stock(broker) == during)
      try broker.release(first)
      #expect(Stock(broker) == before)
      let again = try withDriver(.serial()) { try broker.requestDevice($0, for: .component(5)) }
      try broker.release(again)
    }
  }

  @Test("an interrupt has one holder, and a device that cannot have it gives all back")
  func interruptTaken() throws {
    try BrokerMachine.run { broker, _ in
      let interrupt = try broker.requestIRQ(33, trigger: .level, for: .component(7))
      let during = Stock(broker)
      do throws(BrokerError) {
        _ = try request(.serial(), from: &broker, for: 5)
        Issue.record("granted without its interrupt")
      } catch {
        guard case .interruptTaken(let number, let owner) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(number == 33 && owner == .component(7))
      }
      #expect(Stock(broker) == during)
      try broker.release(interrupt)
      let device = try withDriver(.serial()) { try broker.requestDevice($0, for: .component(5)) }
      try broker.release(device)
    }
  }

  @Test("an interrupt signals what it is bound to, once an acknowledge")
  func interruptDelivery() throws {
    try BrokerMachine.run { broker, model in
      var memory = try broker.allocateObjectMemory(sizeBits: 12, slotCount: 4, for: .component(0))
      let notification = try memory.make(.notification).slots.first
      let badged = try memory.takeSlots(1).first
      try broker.copy(notification, to: badged, rights: .write, badge: 0x20)
      let interrupt = try broker.requestIRQ(40, trigger: .level, for: .component(0))
      try interrupt.bind(to: badged)
      let receiver = Notification(RootSlots.pointer(notification))
      #expect(receiver.poll() == 0)
      model.raiseInterrupt(40)
      #expect(receiver.poll() == 0x20)
      model.raiseInterrupt(40)
      #expect(receiver.poll() == 0)
      try interrupt.acknowledge()
      model.raiseInterrupt(40)
      #expect(receiver.poll() == 0x20)
      try broker.release(interrupt)
      try broker.release(memory)
    }
  }

  @Test("each reason to refuse a device is told with its evidence")
  func refusals() throws {
    try BrokerMachine.run { broker, _ in
      let before = Stock(broker)
      func error(_ driver: SystemManifest.Driver) -> BrokerError? {
        do throws(BrokerError) {
          _ = try request(driver, from: &broker, for: 0)
          return nil
        } catch {
          return error
        }
      }
      func name(_ name: DeviceName) -> String {
        String(decoding: (0..<name.count).map { name.bytes[$0] }, as: UTF8.self)
      }
      guard case .deviceNotFound(let missing) = error(.serial(device: "/serial@1")) else {
        Issue.record("a device at no path")
        return
      }
      #expect(name(missing) == "/serial@1")
      guard
        case .deviceNotFound(let unknown) = error(
          .init(name: "X", compatibles: ["test,none"], regions: []))
      else {
        Issue.record("a device of no kind")
        return
      }
      #expect(name(unknown) == "test,none")
      guard
        case .deviceDisabled(let off) = error(
          .init(name: "Off", compatibles: ["test,off"], regions: []))
      else {
        Issue.record("a disabled device")
        return
      }
      #expect(name(off) == "test,off")
      guard case .regionTooSmall(let index, let wanted, let available) = error(.serial(size: 0x2000))
      else {
        Issue.record("a region that is too small")
        return
      }
      #expect(index == 0 && wanted == 0x2000 && available == 0x1000)
      guard
        case .treeUnreadable = error(
          .init(name: "S", compatibles: ["test,serial"], regions: [.init(index: 9, size: 1)]))
      else {
        Issue.record("a region that the node does not have")
        return
      }
      #expect(Stock(broker) == before)
    }
    try BrokerMachine.run(tree: []) { broker, _ in
      do throws(BrokerError) {
        _ = try request(.serial(), from: &broker, for: 0)
        Issue.record("a device without a tree")
      } catch {
        guard case .noDeviceTree = error else {
          Issue.record("\(error)")
          return
        }
      }
    }
  }

  @Test("the board's own console is granted to a driver of its kind only")
  func standardOutput() throws {
    try BrokerMachine.run { broker, _ in
      let before = Stock(broker)
      let device = try withDriver(.serial(device: "/gone")) {
        try broker.requestStandardOutput($0, for: .component(0))
      }
      #expect(device.regionCount == 1 && device.interruptCount == 0)
      try broker.release(device)
      #expect(throws: BrokerError.self) {
        try withDriver(.init(name: "Wide", compatibles: ["test,wide"], regions: [])) { entry in
          let lease = try broker.requestStandardOutput(entry, for: .component(0))
          try broker.release(lease)
        }
      }
      #expect(Stock(broker) == before)
    }
  }

  private func request(
    _ driver: SystemManifest.Driver, from broker: inout CapabilityBroker, for component: Int
  ) throws(BrokerError) -> Held {
    do {
      return try withDriver(driver) {
        Held(device: try broker.requestDevice($0, for: .component(component)))
      }
    } catch let error as BrokerError {
      throw error
    } catch {
      fatalError("the test's manifest is wrong: \(error)")
    }
  }
}
