#if os(none)
  import CapabilityBroker
  import ComponentInterface
  import SeL4
  import SystemManifest

  // What outlives the lives of components: notifications, counters, devices, channels.
  extension Supervisor {
    /// Gives a component what it keeps for all its lives.
    mutating func prepare(_ index: Int) {
      do throws(BrokerError) {
        components[index].kept = try keptObjects(index)
        if let driver = manifest.component(index).driver {
          components[index].device = try broker.requestDevice(driver, for: .component(index))
          try bindInterrupts(of: index)
        }
      } catch {
        logFailure(index, .broker(error))
        giveUp(index)
      }
    }

    /// Gives back what a component that cannot be started would have kept.
    private mutating func giveUp(_ index: Int) {
      // What the broker granted is released whole; a refusal here leaves it held, and is logged.
      do throws(BrokerError) {
        if let device = components[index].device.take() { try broker.release(device) }
        if let kept = components[index].kept.take() { try broker.release(kept.take()) }
      } catch {
        logFailure(index, .broker(error))
      }
    }

    private mutating func keptObjects(_ index: Int) throws(BrokerError) -> KeptObjects {
      let owner = Owner.component(index)
      var memory = try broker.allocateObjectMemory(
        sizeBits: BrokerLimit.pageBits + 1, slotCount: 5, for: owner)
      do throws(BrokerError) {
        let frame = try memory.make(.smallPage)
        let notification = try memory.make(.notification).slots.first
        let copies = try memory.takeSlots(2)
        try broker.copy(frame.slots.first, to: copies[0])
        try AddressSpace.rootTask.map(
          frame.slots.first, at: statisticsPage(index).address, rights: .readWrite, attributes: .data,
          pagingFrom: &self.memory)
        try broker.copy(
          notification, to: copies[1], rights: .write, badge: NotificationBadge.control.rawValue)
        return KeptObjects(
          memory: memory, notification: notification, control: copies[1], statistics: copies[0],
          statisticsAddress: frame.address)
      } catch {
        try broker.release(memory)
        throw error
      }
    }

    /// Lets a device's interrupts signal the component's notification, one bit each.
    private mutating func bindInterrupts(of index: Int) throws(BrokerError) {
      // The kernel keeps its own copy of the badged capability, so one slot serves all interrupts in turn.
      let slot = try broker.allocateSlots(1)
      do throws(BrokerError) {
        var interrupt = 0
        while interrupt < components[index].device?.interruptCount ?? 0 {
          try broker.copy(
            components[index].kept?.notification ?? 0, to: slot.first, rights: .write,
            badge: NotificationBadge.interrupt(interrupt).rawValue)
          try components[index].device?.bindInterrupt(interrupt, to: slot.first)
          try broker.empty(slot.first)
          interrupt += 1
        }
      } catch {
        try broker.release(slot)
        throw error
      }
      try broker.release(slot)
    }

    /// Makes all channels whose two ends were prepared.
    mutating func connect() {
      var index = 0
      while index < manifest.channelCount {
        let entry = manifest.channel(index)
        if components[entry.server].kept != nil, components[entry.client].kept != nil {
          do throws(StartError) {
            try connect(index, entry)
          } catch {
            logFailure(entry.server, error)
          }
        }
        index += 1
      }
    }

    private mutating func connect(_ index: Int, _ entry: ChannelEntry) throws(StartError) {
      let places = (components[entry.server].channelCount, components[entry.client].channelCount)
      guard places.0 < ComponentLimit.channels, places.1 < ComponentLimit.channels else {
        throw .tooManyChannels
      }
      do throws(BrokerError) {
        // The layout of the rings needs a header and the rings' own words beside their bytes.
        channels[index].lease = try broker.createChannel(
          size: UInt64(2 * entry.ringBytes) + BrokerLimit.pageBytes)
        try AddressSpace.rootTask.map(
          channels[index].lease?.headerSlot ?? 0, at: channelHeader(index).address, rights: .readWrite,
          attributes: .data, pagingFrom: &memory)
        let signals = try broker.allocateSlots(2)
        channels[index].toServer = try signal(
          entry.server, badge: .channel(places.0), slot: signals[0])
        channels[index].toClient = try signal(
          entry.client, badge: .channel(places.1), slot: signals[1])
      } catch {
        // The slots for signals, once taken, are filled without fail: the notifications exist.
        if let lease = channels[index].lease.take() { _ = try? broker.release(lease) }
        throw .broker(error)
      }
      channels[index].server = entry.server
      channels[index].serverPlace = places.0
      channels[index].client = entry.client
      channels[index].clientPlace = places.1
      components[entry.server].channels[places.0] = ChannelPlace(channel: index, isServer: true)
      components[entry.server].channelCount += 1
      components[entry.client].channels[places.1] = ChannelPlace(channel: index, isServer: false)
      components[entry.client].channelCount += 1
      channelHeader(index).store(ChannelHeader(), at: 0)
    }

    /// A capability that signals a component with a badge and can do nothing else.
    private mutating func signal(
      _ index: Int, badge: NotificationBadge, slot: UInt
    ) throws(BrokerError) -> UInt {
      guard let notification = components[index].kept?.notification else { return 0 }
      try broker.copy(notification, to: slot, rights: .write, badge: badge.rawValue)
      return slot
    }
  }

  extension KeptObjects {
    consuming func take() -> ObjectMemory { memory }
  }
#endif
