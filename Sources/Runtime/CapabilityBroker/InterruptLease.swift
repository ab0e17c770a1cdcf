import SeL4

/// An interrupt that somebody holds until it is released.
public struct InterruptLease: ~Copyable {
  /// The number by which the kernel knows the line.
  public let number: UInt32
  /// When the line asks for service.
  public let trigger: InterruptTrigger
  /// The slot of the handler's capability.
  public let slot: UInt
  /// Who holds it.
  let owner: Owner

  /// The handler.
  public var handler: IRQHandler { IRQHandler(RootSlots.pointer(slot)) }

  /// Lets the line signal a notification, and lets its first interrupt through.
  ///
  /// - Parameter notification: the slot of a notification's capability, whose badge is what is signalled.
  /// - Throws: `refused`.
  public func bind(to notification: UInt) throws(BrokerError) {
    do throws(SeL4Error) {
      try handler.setNotification(Notification(RootSlots.pointer(notification)))
    } catch {
      throw .refused(.setNotification, error)
    }
    // An interrupt that came before anybody listened waits for this.
    try acknowledge()
  }

  /// Lets the next interrupt of the line through.
  public func acknowledge() throws(BrokerError) {
    do throws(SeL4Error) {
      try handler.ack()
    } catch {
      throw .refused(.acknowledge, error)
    }
  }

}

extension CapabilityBroker {
  /// Grants an interrupt.
  ///
  /// - Parameters:
  ///   - number: as the kernel counts: a device tree's number after its controller's binding.
  ///   - trigger: when the line asks for service.
  ///   - isActiveLow: whether it is low while it asks, or falls; only where interrupts come to pins.
  ///   - owner: who will hold it.
  /// - Returns: the interrupt, bound to nothing yet.
  /// - Throws: `interruptTaken`, `interruptUnreachable`, `tableFull`, `outOfSlots` or `refused`.
  public mutating func requestIRQ(
    _ number: UInt32, trigger: InterruptTrigger, isActiveLow: Bool = false, for owner: Owner
  ) throws(BrokerError) -> InterruptLease {
    if let holder = interrupts.owner(of: number) {
      throw .interruptTaken(number: number, owner: holder)
    }
    guard let entry = interrupts.freeEntry() else {
      throw .tableFull(.interrupts, limit: BrokerLimit.interrupts)
    }
    var trigger = trigger
    var pin: InterruptPins.Pin?
    if IRQControl.takesPins {
      guard let found = pins.pin(of: number) else { throw .interruptUnreachable(number: number) }
      // Firmware's word counts before the tree's.
      trigger = found.trigger ?? trigger
      pin = found
    }
    let range = try slots.allocate(1)
    do throws(SeL4Error) {
      if let pin {
        // The table's entry is nobody else's, and so is the vector.
        try InitialCapabilities.irqControl.getPin(
          pin.number, of: pin.controller, trigger: trigger, isActiveLow: pin.isActiveLow ?? isActiveLow,
          vector: UInt(entry), into: RootSlots.place(range.first))
      } else {
        try InitialCapabilities.irqControl.getTrigger(
          irq: UInt(number), trigger: trigger, into: RootSlots.place(range.first))
      }
    } catch {
      slots.release(range)
      throw .refused(.getInterrupt, error)
    }
    interrupts.take(number, for: owner, entry: entry)
    grants.note(
      GrantRecord(
        owner: owner, kind: .interrupt, endsAtRestart: false, first: UInt64(number),
        second: UInt64(range.first), third: UInt64(trigger.rawValue)))
    return InterruptLease(number: number, trigger: trigger, slot: range.first, owner: owner)
  }

  /// Takes an interrupt away, with every copy of its handler; the line is masked.
  public mutating func release(_ lease: consuming InterruptLease) throws(BrokerError) {
    do throws(SeL4Error) {
      try RootSlots.place(lease.slot).revoke()
    } catch {
      throw .invalidCapability(slot: lease.slot)
    }
    try empty(lease.slot)
    slots.release(SlotRange(first: lease.slot, count: 1))
    interrupts.release(lease.number)
    grants.forget(lease.owner, .interrupt, first: UInt64(lease.number))
  }
}
