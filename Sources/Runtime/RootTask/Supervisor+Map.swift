#if os(none)
  import CapabilityBroker
  import ComponentInterface
  import ImageFormat
  import SeL4
  import SystemManifest

  // What a component finds in its address space.
  extension Supervisor {
    /// Fills and maps the pages of an image: each with the rights of its segment, none writable and executable.
    ///
    /// Gives the end of the last page.
    mutating func load(
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
    mutating func mapStack(
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

    mutating func mapStatistics(
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

    mutating func mapDevice(
      _ index: Int, at start: UInt64, in space: AddressSpace, _ startup: inout StartupPage,
      _ objects: inout ObjectMemory
    ) throws(BrokerError) -> UInt64 {
      guard var device = components[index].device.take() else { return start }
      do throws(BrokerError) {
        var address = start
        var mapped = MappedRegions()
        while mapped.count < device.regionCount {
          if let range = device.ports(mapped.count) {
            let slot = ComponentSlot.ports(mapped.count)
            startup.regions[mapped.count] = RegionGrant(
              size: UInt64(range.count), physicalAddress: UInt64(range.first), portSlot: UInt64(slot))
            broker.grants.setThird(
              .component(index), .ports, first: UInt64(range.first), to: UInt64(slot))
            mapped.count += 1
            continue
          }
          let region = try device.mapRegion(
            mapped.count, into: space, at: address, pagingFrom: &objects)
          startup.regions[mapped.count] = RegionGrant(
            virtualAddress: region.address, size: region.size, physicalAddress: region.physical)
          mapped.regions[mapped.count] = MappedRegions.Region(
            address: region.address, size: region.size)
          broker.grants.setThird(
            .component(index), .deviceFrame, first: region.physical, to: region.address)
          // What a region leaves of its last page is mapped, too.
          let end = (region.address + region.size + 4095) & ~4095
          if mapped.count == 0 { startup.crashAddress = end }
          mapped.count += 1
          address = end + ComponentSpace.guardBytes
        }
        startup.regionCount = UInt32(mapped.count)
        components[index].regions = mapped
        while startup.clockCount < UInt32(device.clockCount) {
          startup.clocks[Int(startup.clockCount)] = device.clocks[Int(startup.clockCount)]
          startup.clockCount += 1
        }
        if let driver = manifest.component(index).driver {
          while startup.parameterCount < UInt32(driver.parameterCount) {
            startup.parameters[Int(startup.parameterCount)] = driver.parameter(Int(startup.parameterCount))
            startup.parameterCount += 1
          }
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

    mutating func mapChannels(
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
    mutating func mapStartup(
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
  }
#endif
