import Testing

@testable import Kernel

extension KernelModel {
  /// The kind of the capability in a slot of the root CNode.
  func slotKind(_ index: UInt) -> Capability.Kind? {
    let root = Reference<Kernel.Thread>(address: rootThread.address)
    return try? kernel.slot(index, of: root).pointee.capability.kind
  }

  /// All slots that the root task can reach, through CNodes and threads, and those of interrupts.
  func reachableSlots() -> [Reference<Slot>] {
    var slots: [Reference<Slot>] = []
    var seen: Set<UInt> = []
    var pending: [Reference<Slot>] = []
    let root = Reference<Kernel.Thread>(address: rootThread.address)
    for index in 0..<Kernel.Thread.slotCount { pending.append(root.slot(index)) }
    for number in 0...Platform.maximumInterrupt { pending.append(kernel.interruptSlot(number)) }
    while let slot = pending.popLast() {
      guard seen.insert(slot.address).inserted else { continue }
      slots.append(slot)
      let capability = slot.pointee.capability
      switch capability.kind {
      case .cnode:
        for index in 0..<(1 << capability.radix) as Range<UInt> {
          pending.append(capability.slots.advanced(by: index))
        }
      case .thread:
        for index in 0..<Kernel.Thread.slotCount { pending.append(capability.thread.slot(index)) }
      case .zombie:
        for index in 0..<capability.zombieCount { pending.append(capability.slots.advanced(by: index)) }
      default: break
      }
    }
    return slots
  }

  /// What must hold between any two system calls.
  func expectWellFormed(sourceLocation: SourceLocation = #_sourceLocation) {
    let slots = reachableSlots()
    var objects: [(start: UInt, end: UInt, capability: Capability)] = []
    for slot in slots {
      let content = slot.pointee
      if content.capability.isNull {
        #expect(content.previous == nil && content.next == nil, sourceLocation: sourceLocation)
        continue
      }
      #expect(content.capability.kind != .zombie, "a zombie was left", sourceLocation: sourceLocation)
      if let next = content.next {
        #expect(next.pointee.previous == slot, "the tree is linked both ways", sourceLocation: sourceLocation)
        #expect(!next.pointee.capability.isNull, sourceLocation: sourceLocation)
      }
      if let previous = content.previous {
        #expect(previous.pointee.next == slot, sourceLocation: sourceLocation)
        #expect(!previous.pointee.capability.isNull, sourceLocation: sourceLocation)
      }
      let capability = content.capability
      if capability.namesMemory, capability.kind != .untyped {
        objects.append((capability.address, capability.address &+ 1 << capability.sizeBits, capability))
      }
      if capability.kind == .untyped {
        #expect(
          capability.freeOffset <= 1 << capability.untypedSizeBits, sourceLocation: sourceLocation)
      }
      if capability.kind == .frame, capability.asid != 0, let root = kernel.addressSpace(capability.asid),
        let (entry, bits) = kernel.page(root, capability.mappedAddress), bits == capability.pageSize.bits,
        entry.address == kernel.physicalAddress(capability.address)
      {
        #expect(
          entry.rights != .readWrite || capability.pageRights == .readWrite,
          "a page is mapped with no more rights than its frame has", sourceLocation: sourceLocation)
      }
    }
    // Two objects are the same, with capabilities of the same kind, or do not touch.
    objects.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    for (first, second) in zip(objects, objects.dropFirst()) {
      let isSame = first.start == second.start && first.end == second.end
      #expect(
        isSame && first.capability.kind == second.capability.kind || first.end <= second.start,
        "\(first.capability.kind) and \(second.capability.kind) overlap", sourceLocation: sourceLocation)
    }
    expectQueuesWellFormed(slots, sourceLocation: sourceLocation)
  }

  private func expectQueuesWellFormed(_ slots: [Reference<Slot>], sourceLocation: SourceLocation) {
    let threads = Set(
      slots.filter { $0.pointee.capability.kind == .thread }.map(\.pointee.capability.address))
    for address in threads {
      let thread = Reference<Kernel.Thread>(address: address)
      if thread.pointee.isQueued {
        #expect(thread.pointee.isRunnable, "only what can run is ready", sourceLocation: sourceLocation)
      } else if thread.pointee.isRunnable {
        #expect(thread == kernel.currentThread, "what can run is ready", sourceLocation: sourceLocation)
      }
    }
    let highest = (UInt8.min...UInt8.max).last { kernel.readyQueue($0).pointee.head != nil } ?? 0
    #expect(kernel.state.pointee.highestReady == UInt(highest), sourceLocation: sourceLocation)
    #expect(
      kernel.isFloatingPointEnabled.pointee
        == (kernel.state.pointee.floatingPointOwner == kernel.currentThread),
      "floating point is its owner's alone", sourceLocation: sourceLocation)
    for priority in UInt8.min...UInt8.max {
      var previous: Reference<Kernel.Thread>?
      var next = kernel.readyQueue(priority).pointee.head
      var bound = 0
      while let thread = next, bound < 10_000 {
        #expect(thread.pointee.readyPrevious == previous, sourceLocation: sourceLocation)
        #expect(thread.pointee.priority == priority, sourceLocation: sourceLocation)
        previous = thread
        next = thread.pointee.readyNext
        bound += 1
      }
      #expect(kernel.readyQueue(priority).pointee.tail == previous, sourceLocation: sourceLocation)
    }
  }
}
