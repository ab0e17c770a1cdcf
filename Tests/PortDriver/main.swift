import CPortDriver
import CStart
import ComponentInterface

// A component whose driver is written in C: what the generated one of the NS16550A is held against, byte for byte.
#if os(none)
  if let start = unsafe dddk_start_argument() {
    // Safety: the start code keeps the argument that the supervisor gave, the address of the startup page.
    let page = unsafe start.assumingMemoryBound(to: StartupPage.self)
    let ports = unsafe page.pointee.regions[0]
    let channel = unsafe page.pointee.channels[0]
    if ports.portSlot != 0, channel.ringBytes != 0 {
      let memory = unsafe UnsafeMutableRawPointer(bitPattern: UInt(channel.address))
      let control = unsafe UnsafeRawPointer(start + StartupPage.controlWordOffset)
      // Safety: the supervisor mapped what the page names, for as long as the program runs.
      unsafe port_driver_run(
        PortDriver(
          notification: ComponentSlot.notification, interrupt: ComponentSlot.interrupt(0),
          peer: UInt(channel.peerSlot), ports: UInt(ports.portSlot),
          firstPort: UInt16(truncatingIfNeeded: ports.physicalAddress), divisor: 1,
          controlBit: NotificationBadge.control.rawValue, channelBit: 1 << UInt(channel.badgeBit),
          toClient: memory.map { unsafe $0 + Int(channel.outgoingOffset) },
          fromClient: memory.map { unsafe $0 + Int(channel.incomingOffset) },
          capacity: UInt64(channel.ringBytes),
          statistics: UnsafeMutablePointer(bitPattern: UInt(page.pointee.statisticsAddress)),
          controlWord: control.assumingMemoryBound(to: UInt64.self), measure: ControlWord.measure.rawValue))
    }
  }
  fatalError("no ports and no channel")
#else
  print("The driver in C runs on a board, as a component of a system.")
#endif
