import ComponentInterface
import SeL4
import SharedRing
import Testing

@testable import DriverRuntime

@Suite("A serial driver and its client exchange characters over their rings")
struct SerialServerTests {
  /// Runs both ends on one channel under a kernel that records signals.
  private func with(
    ringBytes: Int = 64,
    _ body: (HostSystem, inout SerialServer, inout SerialClient, inout HostDriver, Device) throws -> Void
  ) throws {
    let system = HostSystem(ringBytes: ringBytes)
    try HostKernel.$current.withValue(system.kernel) {
      let component = system.component(.server)
      let end = system.end(.server)
      let device = Device()
      var driver = HostDriver(device: device)
      var server = SerialServer(end, statistics: component.statistics)
      let clientEnd = system.end(.client)
      var client = SerialClient(clientEnd, statistics: component.statistics)
      server.resume(&driver)
      system.signalled = []
      try body(system, &server, &client, &driver, device)
    }
  }

  @Test func receivedCharactersArriveAndWakeASleepingClient() throws {
    try with { system, server, client, driver, device in
      #expect(device.isReceiveEnabled)
      #expect(client.prepareToWaitForBytes() == true)
      device.arriving = "hello".utf8.map { ReceivedCharacter($0) }
      server.receive(from: &driver)
      #expect(system.signalled == [ComponentSlot.peer(0)])
      for byte in "hello".utf8 { #expect(client.read() == byte) }
      #expect(client.read() == nil)
      #expect(system.statistics.bytesReceived == 5)
      device.arriving = [ReceivedCharacter(0x21)]
      server.receive(from: &driver)
      #expect(system.signalled.count == 1, "a client that is awake is not signalled")
    }
  }

  @Test func lineErrorsAreCountedAndOnlyGoodCharactersKept() throws {
    try with { system, server, client, driver, device in
      device.arriving = [
        ReceivedCharacter(0x61), ReceivedCharacter(0x62, errors: .framing),
        ReceivedCharacter(0x63, errors: .parity), ReceivedCharacter(0, errors: [.break, .framing]),
        ReceivedCharacter(0x64, errors: .overrun), ReceivedCharacter(0x65),
      ]
      server.receive(from: &driver)
      #expect(server.hasMore == true, "four characters with errors are one call's bound")
      server.resume(&driver)
      #expect(server.hasMore == false)
      for byte in "ade".utf8 { #expect(client.read() == byte) }
      #expect(client.read() == nil)
      let counters = system.statistics
      #expect(counters.framingErrors == 2)
      #expect(counters.parityErrors == 1)
      #expect(counters.breaks == 1)
      #expect(counters.overruns == 1)
      #expect(counters.bytesReceived == 3)
    }
  }

  @Test func aFullRingMasksTheReceiveInterruptUntilTheClientMakesRoom() throws {
    try with { system, server, client, driver, device in
      let capacity = 1024
      device.arriving = (0..<capacity + 10).map { ReceivedCharacter(UInt8(truncatingIfNeeded: $0)) }
      server.receive(from: &driver)
      #expect(server.isReceiveHeld == true)
      #expect(!device.isReceiveEnabled)
      #expect(device.arriving.count == 10, "what does not fit stays in the device")
      for index in 0..<100 { #expect(client.read() == UInt8(truncatingIfNeeded: index)) }
      #expect(system.signalled == [])
      client.flush()
      #expect(system.signalled == [ComponentSlot.peer(0)], "the driver waits for room")
      server.resume(&driver)
      #expect(device.isReceiveEnabled)
      #expect(server.isReceiveHeld == false)
      #expect(device.arriving.isEmpty)
      for index in 100..<capacity + 10 { #expect(client.read() == UInt8(truncatingIfNeeded: index)) }
      #expect(system.statistics.drops == 0)
    }
  }

  @Test func theTransmitInterruptIsEnabledExactlyWhileThereIsMoreToSend() throws {
    try with { system, server, client, driver, device in
      for byte in UInt8(0)..<40 { #expect(client.write(byte) == true) }
      client.flush()
      #expect(system.signalled == [ComponentSlot.peer(0)])
      server.resume(&driver)
      #expect(device.sent.count == Device.depth)
      #expect(device.isTransmitEnabled)
      device.room = Device.depth
      server.transmit(to: &driver)
      #expect(device.isTransmitEnabled)
      device.room = Device.depth
      server.transmit(to: &driver)
      #expect(!device.isTransmitEnabled)
      #expect(device.sent == Array(0..<40))
      #expect(device.overfilled == 0)
      #expect(system.statistics.bytesTransmitted == 40)
      #expect(
        device.maskChanges == 3, "the mask changes only when it must: receive on, transmit on, transmit off")
    }
  }

  @Test func aDriverThatComesBackGoesOnWhereTheLastOneStopped() throws {
    try with { system, server, client, driver, device in
      device.arriving = "typed".utf8.map { ReceivedCharacter($0) }
      server.receive(from: &driver)
      for byte in "answer".utf8 { #expect(client.write(byte) == true) }
      client.flush()
      let end = system.end(.server)
      server = SerialServer(end, statistics: system.component(.server).statistics)
      device.isReceiveEnabled = false
      device.isTransmitEnabled = false
      device.arriving += " on".utf8.map { ReceivedCharacter($0) }
      server.resume(&driver)
      #expect(device.sent == Array("answer".utf8))
      for byte in "typed on".utf8 { #expect(client.read() == byte) }
      #expect(client.read() == nil)
      #expect(system.statistics.peerFaults == 0)
    }
  }

  @Test func impossibleIndicesAreCountedAndLeftBehind() throws {
    try with { system, server, client, driver, device in
      let layout = try #require(ChannelLayout(regionSize: system.channelSize))
      // The client claims to have read what was never written.
      system.channel.store(1 << 40, at: layout.toClientOffset + RingWord.consumed.rawValue)
      device.arriving = "x".utf8.map { ReceivedCharacter($0) }
      server.receive(from: &driver)
      #expect(system.statistics.peerFaults == 1)
      #expect(server.hasMore == true)
      server.resume(&driver)
      #expect(server.hasMore == false)
      #expect(device.arriving.isEmpty)
      // And to have written more than fits.
      system.channel.store(1 << 50, at: layout.toServerOffset + RingWord.produced.rawValue)
      server.transmit(to: &driver)
      #expect(system.statistics.peerFaults == 2)
      server.resume(&driver)
      #expect(device.sent.isEmpty)
      #expect(system.statistics.peerFaults == 2)
    }
  }

  /// Device, driver and client take random turns; a driver dies now and then.
  ///
  /// All bytes arrive in order.
  @Test(arguments: 1...20)
  func everyByteArrivesWhateverTheOrderOfTurns(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    try with { system, server, client, driver, device in
      let total = 5_000
      var arrived = 0
      var read = 0
      var written = 0
      var clientSleeps = false
      var turns = 0
      while read < total || device.sent.count < total {
        turns += 1
        try #require(turns < 1_000_000, "seed \(seed): nothing moves any more")
        switch random.below(6) {
        case 0:
          let count = min(random.below(400), total - arrived)
          device.arriving += (arrived..<arrived + count).map {
            ReceivedCharacter(UInt8(truncatingIfNeeded: $0 * 7))
          }
          arrived += count
        case 1: device.room = Device.depth
        case 2:
          // The device interrupts when it has something that is let through.
          if device.isReceiveEnabled, !device.arriving.isEmpty { server.receive(from: &driver) }
          if device.isTransmitEnabled, device.room > 0 { server.transmit(to: &driver) }
          if server.hasMore { server.resume(&driver) }
        case 3:
          // A signal wakes the driver; without one it sleeps.
          if !system.signalled.isEmpty {
            system.signalled = []
            clientSleeps = false
            server.resume(&driver)
          }
        case 4:
          if random.below(20) == 0 {
            let component = system.component(.server)
            server = SerialServer(system.end(.server), statistics: component.statistics)
            device.isReceiveEnabled = false
            device.isTransmitEnabled = false
            server.resume(&driver)
          }
        default:
          guard !clientSleeps else { continue }
          for _ in 0..<random.below(300) {
            guard let byte = client.read() else { break }
            #expect(byte == UInt8(truncatingIfNeeded: read * 7), "seed \(seed), byte \(read)")
            read += 1
          }
          while written < total, random.below(300) > 0, client.write(UInt8(truncatingIfNeeded: written * 3)) {
            written += 1
          }
          client.flush()
          clientSleeps =
            client.prepareToWaitForBytes() && (written == total || client.prepareToWaitForRoom())
        }
      }
      #expect(device.sent == (0..<total).map { UInt8(truncatingIfNeeded: $0 * 3) }, "seed \(seed)")
      #expect(device.overfilled == 0)
      #expect(system.statistics.bytesReceived == UInt64(total))
      #expect(system.statistics.bytesTransmitted == UInt64(total))
      #expect(system.statistics.peerFaults == 0)
    }
  }
}
