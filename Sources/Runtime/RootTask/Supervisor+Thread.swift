#if os(none)
  import CapabilityBroker
  import ComponentInterface
  import SeL4
  import SystemManifest

  // A component's thread and CSpace.
  extension Supervisor {
    /// Makes the thread, with its CSpace, ready to run at the image's entry.
    mutating func makeThread(
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
        var region = 0
        while region < device.regionCount, problem == nil {
          do throws(BrokerError) {
            if let ports = device.ports(region) {
              try put(ports.slot, into: cnode, at: ComponentSlot.ports(region), rights: .all)
            }
          } catch {
            problem = error
          }
          region += 1
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
  }
#endif
