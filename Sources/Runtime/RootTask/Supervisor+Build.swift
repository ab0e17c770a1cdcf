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
      var number = 0
      while number < image.segmentCount {
        let segment = image.segment(number)
        guard !segment.permissions.contains([.write, .execute]) else {
          throw .segmentWritableAndExecutable(address: segment.virtualAddress)
        }
        number += 1
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

    mutating func note(
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
    var pages: (first: UInt64, count: Int) {
      let first = virtualAddress & ~4095
      guard memorySize > 0 else { return (first, 0) }
      return (first, Int((virtualAddress + memorySize + 4095 - first) >> 12))
    }
  }

  extension Int {
    /// How many pages as many bytes take.
    var pages: Int { (self + 4095) >> 12 }
  }
#endif
