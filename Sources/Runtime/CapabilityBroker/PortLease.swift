import DeviceTree
import SeL4

/// A range of I/O ports that somebody holds until it is released.
public struct PortLease: ~Copyable {
  /// The first port.
  public let first: UInt16
  /// How many ports there are.
  public let count: UInt32
  /// The slot of the capability to them.
  public let slot: UInt
  /// Who holds it.
  let owner: Owner
}

extension CapabilityBroker {
  /// Grants a range of I/O ports, exactly as wide as it is asked for.
  ///
  /// - Throws: `portsTaken`, `outOfSlots` or `refused`.
  mutating func requestPorts(_ ports: PortRange, for owner: Owner) throws(BrokerError) -> PortLease {
    let range = try slots.allocate(1)
    do throws(SeL4Error) {
      try InitialCapabilities.ioPortControl.issue(
        ports.first...ports.last, into: RootSlots.place(range.first))
    } catch {
      slots.release(range)
      guard case .revokeFirst = error else { throw .refused(.issuePorts, error) }
      throw .portsTaken(
        first: ports.first, last: ports.last,
        owner: grants.holder(ofPorts: UInt64(ports.first)...UInt64(ports.last)) ?? .rootTask)
    }
    grants.note(
      GrantRecord(
        owner: owner, kind: .ports, endsAtRestart: false, first: UInt64(ports.first),
        second: UInt64(ports.count), third: 0))
    return PortLease(first: ports.first, count: ports.count, slot: range.first, owner: owner)
  }

  /// Takes ports away, with every copy of the capability to them.
  mutating func release(_ lease: consuming PortLease) throws(BrokerError) {
    do throws(SeL4Error) {
      try RootSlots.place(lease.slot).revoke()
    } catch {
      throw .invalidCapability(slot: lease.slot)
    }
    try empty(lease.slot)
    slots.release(SlotRange(first: lease.slot, count: 1))
    grants.forget(lease.owner, .ports, first: UInt64(lease.first))
  }
}
