#if os(none)
  import CapabilityBroker
  import ComponentInterface
  import ImageFormat
  import SeL4
  import SystemManifest

  // One life of a component, from its image to a thread that is ready to run.
  extension Supervisor {
    /// Builds a component from its one untyped; the thread does not run yet.
    ///
    /// The memory is allocated at the first life and used again in every other.
    mutating func build(_ index: Int) throws(StartError) {
      let image = try self.image(of: index)
      var objects: ObjectMemory
      if let old = components[index].objects.take() {
        objects = old
      } else {
        do throws(BrokerError) {
          objects = try allocate(for: image, index)
        } catch {
          throw .broker(error)
        }
      }
      do throws(StartError) {
        try construct(index, image, &objects)
        components[index].objects = consume objects
      } catch {
        tearDown(index, &objects)
        components[index].objects = consume objects
        throw error
      }
    }

    /// Ends a component's life: its thread, its memory and every capability in its CSpace go with one revoke.
    mutating func tearDown(_ index: Int) {
      guard var objects = components[index].objects.take() else { return }
      tearDown(index, &objects)
      components[index].objects = consume objects
    }

    private mutating func tearDown(_ index: Int, _ objects: inout ObjectMemory) {
      do throws(BrokerError) {
        try objects.revoke()
        // What lives on was mapped in the address space that is gone, and forgets it.
        try unmapKept(index)
      } catch {
        logFailure(index, .broker(error))
      }
      broker.grants.endLife(of: .component(index))
    }

    private mutating func unmapKept(_ index: Int) throws(BrokerError) {
      if let statistics = components[index].kept?.statistics { try AddressSpace.unmap(statistics) }
      if var device = components[index].device.take() {
        try device.unmapRegions()
        components[index].device = consume device
      }
      var place = 0
      while place < components[index].channelCount {
        let end = components[index].channels[place]
        try channels[end.channel].lease?.unmap(end.isServer ? .server : .client)
        place += 1
      }
    }

    private func image(of index: Int) throws(StartError) -> ELFImage {
      let name = manifest.component(index).image
      // Safety: the name's bytes are used inside the closure only.
      let found = unsafe name.withSpan { span in
        unsafe span.withUnsafeBytes { unsafe archive.file(named: $0) }
      }
      guard let file = unsafe found else { throw .imageMissing }
      let image: ELFImage
      do throws(ELFImage.Malformed) {
        // Safety: the archive is a part of the root task's image and stays as it is.
        image = unsafe try ELFImage(checking: file, machine: TargetProgram.elfMachine)
      } catch {
        throw .imageUnreadable
      }
      let range = image.virtualRange
      guard range.lowerBound >= ComponentSpace.lowest else {
        throw .segmentOutsideSpace(address: range.lowerBound)
      }
      guard range.upperBound <= ComponentSpace.imageEnd else {
        throw .segmentOutsideSpace(address: range.upperBound)
      }
      return image
    }

    /// Takes the memory for all lives of a component: enough for its pages and objects, to the next power of two.
    private mutating func allocate(
      for image: ELFImage, _ index: Int
    ) throws(BrokerError) -> ObjectMemory {
      let entry = manifest.component(index)
      var pages = entry.stackBytes.pages + 2
      var segment = 0
      while segment < image.segmentCount {
        pages += image.segment(segment).pages.count
        segment += 1
      }
      // Pages that are mapped without being of this memory: device regions, channels, statistics, guards.
      var mapped = pages + 16
      var place = 0
      while place < components[index].channelCount {
        mapped += Int((channels[components[index].channels[place].channel].lease?.size ?? 0) >> 12) + 1
        place += 1
      }
      if let driver = entry.driver {
        var region = 0
        while region < driver.regionCount {
          mapped += Int(driver.region(region).size >> 12) + 2
          region += 1
        }
      }
      let tables = AddressSpace.pagingObjects(forPages: mapped)
      let bytes = UInt64(pages + tables + 1) << 12 + 1 << 12
      var bits = BrokerLimit.pageBits
      while 1 << UInt64(bits) < bytes { bits += 1 }
      return try broker.allocateObjectMemory(
        sizeBits: bits, slotCount: pages + tables + 4, for: .component(index))
    }

    private mutating func construct(
      _ index: Int, _ image: ELFImage, _ objects: inout ObjectMemory
    ) throws(StartError) {
      let entry = manifest.component(index)
      var startup = StartupPage()
      startup.componentID = UInt32(index)
      startup.restarts = components[index].restarts
      entry.name.withSpan { startup.name = ComponentName($0) }
      do throws(BrokerError) {
        let space = try AddressSpace(from: &objects)
        var next = (image.virtualRange.upperBound + 4095) & ~4095
        next = try load(index, image, into: space, &objects) + ComponentSpace.guardBytes
        let stackTop = try mapStack(index, bytes: entry.stackBytes, at: next, in: space, &objects)
        next = stackTop + ComponentSpace.guardBytes
        let buffer = try objects.make(.smallPage)
        try space.map(
          buffer.slots.first, at: next, rights: .readWrite, attributes: .data, pagingFrom: &objects)
        startup.ipcBufferAddress = next
        note(index, .frame, buffer.address, 4096, next)
        next += 2 * ComponentSpace.guardBytes
        next = try mapStatistics(index, at: next, in: space, &startup, &objects)
        next = try mapDevice(index, at: next, in: space, &startup, &objects)
        next = try mapChannels(index, at: next, in: space, &startup, &objects)
        try mapStartup(index, startup, at: next, in: space, &objects)
        try makeThread(
          index, entryPoint: image.entry, stackTop: stackTop, argument: next,
          buffer: (startup.ipcBufferAddress, buffer.slots.first), in: space, &objects)
      } catch {
        throw .broker(error)
      }
    }

    /// Fills and maps the pages of an image: each with the rights of its segment, none writable and executable.
    ///
    /// Gives the end of the last page.
    private mutating func load(
      _ index: Int, _ image: ELFImage, into space: AddressSpace, _ objects: inout ObjectMemory
    ) throws(BrokerError) -> UInt64 {
      var end: UInt64 = 0
      var number = 0
      while number < image.segmentCount {
        let segment = image.segment(number)
        let pages = segment.pages
        number += 1
        guard pages.count > 0 else { continue }
        let isExecutable = segment.permissions.contains(.execute)
        guard !isExecutable || !segment.permissions.contains(.write) else {
          throw .mappingRefused(address: segment.virtualAddress, .occupied)
        }
        let frames = try objects.make(.smallPage, count: pages.count)
        note(index, .frame, frames.address, UInt64(pages.count) << 12, pages.first)
        var page = 0
        while page < pages.count {
          let address = pages.first + UInt64(page) << 12
          try fill(frames.slots[page], with: segment, at: address, isExecutable: isExecutable)
          try space.map(
            frames.slots[page], at: address,
            rights: segment.permissions.contains(.write) ? .readWrite : .read,
            attributes: isExecutable ? .normal : .data, pagingFrom: &objects)
          page += 1
        }
        end = max(end, pages.first + UInt64(pages.count) << 12)
      }
      return end
    }

    /// Writes what a segment has for one page; a page that is all zero is so already.
    private mutating func fill(
      _ slot: UInt, with segment: ELFImage.Segment, at address: UInt64, isExecutable: Bool
    ) throws(BrokerError) {
      // Safety: the content is a part of the archive; the range is cut to its bounds here.
      let contentEnd = segment.virtualAddress + UInt64(unsafe segment.content.count)
      let start = max(address, segment.virtualAddress)
      let end = min(address + 4096, contentEnd)
      guard start < end else { return }
      let window = MappedPage(address: RootLayout.window)
      try AddressSpace.rootTask.map(
        slot, at: window.address, rights: .readWrite, attributes: .data, pagingFrom: &memory)
      let from = Int(start - segment.virtualAddress)
      unsafe window.copy(
        UnsafeRawBufferPointer(rebasing: segment.content[from..<from + Int(end - start)]),
        to: Int(start - address))
      if isExecutable { try AddressSpace.unifyInstructions(slot) }
      try AddressSpace.unmap(slot)
    }

    /// Maps a stack with an unmapped page below it; gives its top.
    private mutating func mapStack(
      _ index: Int, bytes: Int, at address: UInt64, in space: AddressSpace,
      _ objects: inout ObjectMemory
    ) throws(BrokerError) -> UInt64 {
      let frames = try objects.make(.smallPage, count: bytes.pages)
      var page = 0
      while page < bytes.pages {
        try space.map(
          frames.slots[page], at: address + UInt64(page) << 12, rights: .readWrite, attributes: .data,
          pagingFrom: &objects)
        page += 1
      }
      note(index, .frame, frames.address, UInt64(bytes.pages) << 12, address)
      return address + UInt64(bytes.pages) << 12
    }

    private mutating func mapStatistics(
      _ index: Int, at address: UInt64, in space: AddressSpace, _ startup: inout StartupPage,
      _ objects: inout ObjectMemory
    ) throws(BrokerError) -> UInt64 {
      guard let statistics = components[index].kept?.statistics,
        let physical = components[index].kept?.statisticsAddress
      else { return address }
      try space.map(
        statistics, at: address, rights: .readWrite, attributes: .data, pagingFrom: &objects)
      startup.statisticsAddress = address
      note(index, .frame, physical, 4096, address)
      return address + 2 * ComponentSpace.guardBytes
    }

    private mutating func mapDevice(
      _ index: Int, at start: UInt64, in space: AddressSpace, _ startup: inout StartupPage,
      _ objects: inout ObjectMemory
    ) throws(BrokerError) -> UInt64 {
      guard var device = components[index].device.take() else { return start }
      do throws(BrokerError) {
        var address = start
        var mapped = MappedRegions()
        while mapped.count < device.regionCount {
          let region = try device.mapRegion(
            mapped.count, into: space, at: address, pagingFrom: &objects)
          startup.regions[mapped.count] = RegionGrant(
            virtualAddress: region.address, size: region.size, physicalAddress: region.physical)
          mapped.regions[mapped.count] = MappedRegions.Region(
            address: region.address, size: region.size)
          broker.grants.setThird(
            .component(index), .deviceFrame, first: region.physical, to: region.address)
          mapped.count += 1
          address = (region.address + region.size + 4095) & ~4095 + ComponentSpace.guardBytes
        }
        startup.regionCount = UInt32(mapped.count)
        components[index].regions = mapped
        while startup.clockCount < UInt32(device.clockCount) {
          startup.clocks[Int(startup.clockCount)] = device.clocks[Int(startup.clockCount)]
          startup.clockCount += 1
        }
        while startup.interruptCount < UInt32(device.interruptCount) {
          let number = Int(startup.interruptCount)
          let interrupt = device.interrupt(number)
          startup.interrupts[number] = ComponentInterface.InterruptGrant(
            slot: UInt32(ComponentSlot.interrupt(number)),
            badgeBit: NotificationBadge.firstInterruptBit + UInt32(number),
            trigger: interrupt.trigger == .edge ? .edge : .level, number: interrupt.number)
          startup.interruptCount += 1
        }
        components[index].device = consume device
        return address
      } catch {
        components[index].device = consume device
        throw error
      }
    }

    private mutating func mapChannels(
      _ index: Int, at start: UInt64, in space: AddressSpace, _ startup: inout StartupPage,
      _ objects: inout ObjectMemory
    ) throws(BrokerError) -> UInt64 {
      var address = start
      var place = 0
      while place < components[index].channelCount {
        let end = components[index].channels[place]
        let size = channels[end.channel].lease?.size ?? 0
        try channels[end.channel].lease?.map(
          end.isServer ? .server : .client, into: space, at: address, pagingFrom: &objects)
        startup.channels[place] = ChannelGrant(
          address: address, size: size, peerSlot: UInt32(ComponentSlot.peer(place)),
          badgeBit: NotificationBadge.firstChannelBit + UInt32(place),
          role: end.isServer ? .server : .client, generation: channels[end.channel].generation)
        note(index, .channel, channels[end.channel].lease?.address ?? 0, size, address)
        address += size + ComponentSpace.guardBytes
        place += 1
      }
      startup.channelCount = UInt32(place)
      return address
    }

    /// Writes the startup page and maps it read-only; the root task keeps a mapping to set the control word.
    private mutating func mapStartup(
      _ index: Int, _ startup: borrowing StartupPage, at address: UInt64, in space: AddressSpace,
      _ objects: inout ObjectMemory
    ) throws(BrokerError) {
      let frame = try objects.make(.smallPage)
      let own = try objects.takeSlots(1).first
      try broker.copy(frame.slots.first, to: own)
      try AddressSpace.rootTask.map(
        own, at: startupPage(index).address, rights: .readWrite, attributes: .data, pagingFrom: &memory)
      startupPage(index).store(copy startup, at: 0)
      try space.map(
        frame.slots.first, at: address, rights: .read, attributes: .data, pagingFrom: &objects)
      note(index, .frame, frame.address, 4096, address)
    }

    private mutating func makeThread(
      _ index: Int, entryPoint: UInt64, stackTop: UInt64, argument: UInt64,
      buffer: (address: UInt64, slot: UInt), in space: AddressSpace, _ objects: inout ObjectMemory
    ) throws(BrokerError) {
      let thread = try objects.make(.tcb).slots.first
      let cnode = try objects.make(.cnode, radix: ComponentSlot.radixBits)
      try fillSlots(index, CNode(RootSlots.pointer(cnode.slots.first)))
      note(index, .object, UInt64(ObjectType.cnode.rawValue), UInt64(ComponentSlot.radixBits), 1)
      note(index, .object, UInt64(ObjectType.tcb.rawValue), UInt64(ObjectType.tcb.sizeBits), 1)
      let tcb = TCB(RootSlots.pointer(thread))
      do throws(SeL4Error) {
        try tcb.configure(
          faultEndpoint: CapabilityPointer(rawValue: ComponentSlot.supervisor),
          cspace: CNode(RootSlots.pointer(cnode.slots.first)),
          cspaceGuard: CNode.guardWord(bits: UInt.bitWidth - ComponentSlot.radixBits),
          vspace: space.vspace, ipcBuffer: UInt(buffer.address),
          ipcBufferFrame: Frame(RootSlots.pointer(buffer.slot)))
      } catch {
        throw .refused(.configureThread, error)
      }
      do throws(SeL4Error) {
        try tcb.setPriority(manifest.component(index).priority, authority: InitialCapabilities.tcb)
        // Only a saving, for kernels that know it: components are built without floating point.
        _ = try? tcb.setFlags(set: .fpuDisabled)
      } catch {
        throw .refused(.setPriority, error)
      }
      var context = UserContext()
      context.programCounter = UInt(entryPoint)
      context.stackPointer = UInt(stackTop)
      context.argument0 = UInt(argument)
      do throws(SeL4Error) {
        try tcb.writeRegisters(context, count: UserContext.countToStart, resume: false)
      } catch {
        throw .refused(.writeRegisters, error)
      }
      components[index].thread = thread
    }

    /// Puts into a component's CSpace what its manifest entry names, and nothing else.
    private mutating func fillSlots(_ index: Int, _ cnode: CNode) throws(BrokerError) {
      let badge = UInt(index + 1)
      try put(
        endpoint, into: cnode, at: ComponentSlot.supervisor, rights: [.write, .grantReply], badge: badge)
      note(
        index, .endpoint, UInt64(ComponentSlot.supervisor), UInt64(badge),
        UInt64(CapabilityRights([.write, .grantReply]).rawValue))
      if let notification = components[index].kept?.notification {
        try put(notification, into: cnode, at: ComponentSlot.notification, rights: .read)
        note(
          index, .notification, UInt64(ComponentSlot.notification), 0,
          UInt64(CapabilityRights.read.rawValue))
      }
      if let device = components[index].device.take() {
        var interrupt = 0
        var problem: BrokerError?
        while interrupt < device.interruptCount, problem == nil {
          do throws(BrokerError) {
            try put(
              device.interrupt(interrupt).slot, into: cnode, at: ComponentSlot.interrupt(interrupt),
              rights: .all)
            // One that came while nobody lived to hear it waits for this.
            try device.acknowledgeInterrupt(interrupt)
          } catch {
            problem = error
          }
          interrupt += 1
        }
        components[index].device = consume device
        if let problem { throw problem }
      }
      var place = 0
      while place < components[index].channelCount {
        let end = components[index].channels[place]
        let peer = end.isServer ? channels[end.channel].toClient : channels[end.channel].toServer
        let bit =
          end.isServer ? channels[end.channel].clientPlace : channels[end.channel].serverPlace
        try put(peer, into: cnode, at: ComponentSlot.peer(place), rights: .write)
        note(
          index, .notification, UInt64(ComponentSlot.peer(place)),
          UInt64(NotificationBadge.channel(bit).rawValue), UInt64(CapabilityRights.write.rawValue))
        place += 1
      }
    }

    private func put(
      _ source: UInt, into cnode: CNode, at slot: UInt, rights: CapabilityRights, badge: UInt? = nil
    ) throws(BrokerError) {
      let place = cnode.slot(slot, depth: ComponentSlot.radixBits)
      do throws(SeL4Error) {
        if let badge {
          try place.mint(from: RootSlots.place(source), rights: rights, badge: badge)
        } else {
          try place.copy(from: RootSlots.place(source), rights: rights)
        }
      } catch {
        throw .refused(.copy, error)
      }
    }

    private mutating func note(
      _ index: Int, _ kind: GrantRecord.Kind, _ first: UInt64, _ second: UInt64, _ third: UInt64
    ) {
      broker.grants.note(
        GrantRecord(
          owner: .component(index), kind: kind, endsAtRestart: true, first: first, second: second,
          third: third))
    }
  }

  extension ELFImage.Segment {
    /// The pages that it touches: the first one's address, and how many.
    fileprivate var pages: (first: UInt64, count: Int) {
      let first = virtualAddress & ~4095
      guard memorySize > 0 else { return (first, 0) }
      return (first, Int((virtualAddress + memorySize + 4095 - first) >> 12))
    }
  }

  extension Int {
    /// How many pages as many bytes take.
    fileprivate var pages: Int { (self + 4095) >> 12 }
  }
#endif
