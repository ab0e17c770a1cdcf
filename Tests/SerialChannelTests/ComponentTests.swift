import ComponentInterface
import SeL4
import Testing

@testable import DriverRuntime

@Suite("A component holds what its startup page names")
struct ComponentTests {
  @Test func grantsComeFromThePage() {
    let system = HostSystem()
    system.edit { page in
      page.regionCount = 1
      page.regions[0] = RegionGrant(virtualAddress: 0x1000_0000, size: 0x1000, physicalAddress: 0x900_0000)
      page.clockCount = 2
      page.parameterCount = 1
      page.parameters[0] = 9_600
      page.clocks[0] = 24_000_000
    }
    let component = system.component(.server)
    #expect(component.region(0)?.address == 0x1000_0000)
    #expect(component.region(0)?.size == 0x1000)
    #expect(component.region(1) == nil)
    #expect(component.region(-1) == nil)
    #expect(component.clockRate(0) == 24_000_000)
    #expect(component.clockRate(1) == nil, "the board does not say")
    #expect(component.clockRate(2) == nil)
    #expect(component.parameter(0) == 9_600)
    #expect(component.parameter(1) == nil)
    #expect(component.value(ofParameter: 1, default: 7) == 7)
    #expect(component.interruptCount == 1)
    #expect(system.end(.server).role == .server)
    let second = component.channel(1)
    #expect(second == nil)
    #expect(system.end(.server).generation == 1)
  }

  @Test func theTwoEndsOfAChannelMeet() {
    let system = HostSystem()
    let server = system.end(.server)
    let client = system.end(.client)
    server.outgoing.store(42, at: 0)
    server.incoming.store(43, at: 0)
    #expect(client.incoming.load(at: 0) == 42)
    #expect(client.outgoing.load(at: 0) == 43)
  }

  @Test func anInterruptIsServedAndAcknowledgedOnce() {
    let system = HostSystem()
    HostKernel.$current.withValue(system.kernel) {
      let component = system.component(.server)
      let device = Device()
      var driver = HostDriver(device: device)
      var loop = SerialLoop(system.end(.server), statistics: component.statistics)
      #expect(system.signalled == [ComponentSlot.peer(0)], "the last driver may have died before its signal")
      loop.turn(&driver, component)
      #expect(device.isReceiveEnabled)
      #expect(system.called.isEmpty, "nothing has asked")
      device.arriving = [ReceivedCharacter(0x61)]
      system.signals = [.interrupt(0)]
      loop.turn(&driver, component)
      #expect(system.called.map(\.slot) == [ComponentSlot.interrupt(0)])
      #expect(system.statistics.interrupts == 1)
      #expect(system.statistics.bytesReceived == 1)
      #expect(system.statistics.progress == 1)
      system.signals = [.channel(0)]
      loop.turn(&driver, component)
      #expect(system.called.count == 1, "a client's signal is no interrupt")
      #expect(system.statistics.interrupts == 1)
    }
  }

  @Test func aControlSignalWithoutARequestIsIgnored() {
    let system = HostSystem()
    HostKernel.$current.withValue(system.kernel) {
      let component = system.component(.server)
      component.obeyControlWord()
      #expect(component.controlWord == .run)
      system.edit { $0.controlWord = .crash }
      #expect(component.controlWord == .crash, "the word is read afresh")
    }
  }

  @Test func aRequestToCrashIsObeyed() async {
    await #expect(processExitsWith: .failure) {
      let system = HostSystem()
      system.edit { $0.controlWord = .crash }
      system.component(.server).obeyControlWord()
    }
  }
}
