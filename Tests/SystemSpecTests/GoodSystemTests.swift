import BoardTree
import DeviceTree
import Diagnostics
import Foundation
import SystemManifest
import SystemSpec
import Testing

/// What comes out of systems that are right.
@Suite(.enabled(if: TestBoard.compiler != nil, Comment(rawValue: TestBoard.absence)))
struct GoodSystemTests {
  private func check(_ text: String) throws -> (system: CheckedSystem?, messages: [String]) {
    let collector = DiagnosticCollector()
    let system = SystemCheck.check(
      Array(text.utf8), try TestBoard.catalogue(), devices: BoardDevices(try TestBoard.tree()),
      into: collector)
    return (system, collector.diagnostics.map(\.message))
  }

  @Test func theDefaultSystemIsTheDriverAndTheConsole() throws {
    let (system, messages) = try check(DefaultSystem.text(driver: "PL011", board: "acme"))
    #expect(messages == [])
    let manifest = SystemManifest(try #require(system))
    #expect(manifest.components.map(\.name) == ["serial", "console"])
    #expect(manifest.components.map(\.image) == ["pl011.elf", "console.elf"])
    #expect(manifest.components.map(\.priority) == [200, 100])
    #expect(manifest.components.map(\.requests) == [[], .all])
    #expect(manifest.channels == [.init(server: 0, client: 1, deviceClass: .serial, ringBytes: 4096)])
    let driver = try #require(manifest.components[0].driver)
    #expect(driver.name == "PL011")
    #expect(driver.compatibles == ["arm,pl011"])
    #expect(driver.device == "/pl011@9000000")
    #expect(driver.regions == [.init(index: 0, size: 0x1000)])
    #expect(driver.interrupts == [.init(index: 0, trigger: .level)])
    #expect(driver.clocks == [.index(0)])
    #expect(driver.parameters == [115_200], "the spec's default")
    #expect(driver.registers.count > 20)
    #expect(driver.registers.contains(.init(name: "LCR_H", offset: 0x2c, width: 32)))
    // Flag register 0x18: bit 5 says that the transmit FIFO is full, bit 4 that the receive FIFO is empty.
    #expect(
      driver.transmitter
        == PolledData(
          region: 0, dataOffset: 0, dataWidth: 32, statusOffset: 0x18, statusWidth: 32, mask: 0x20,
          blockedValue: 0x20))
    #expect(driver.receiver?.mask == 0x10)
    #expect(try SystemManifest(decoding: try manifest.encoded()) == manifest)
  }

  @Test func everythingThatAFileCanSayArrives() throws {
    let (system, messages) = try check(
      """
      dddk: 1
      board: acme
      components:
        console: {program: Console, uses: {port: {component: relay, ring: 0x2000}}, priority: 0, requests: read-log}
        relay:   {program: Relay, uses: {in: line}, priority: 253, stack: 8192, requests: []}
        line:    {driver: PL011, device: serial0, priority: 200, requests: [grants, quit], parameters: {baud-rate: 9600}}
        widget:  {driver: Widget, device: /widget@a000000, priority: 1}
      """)
    #expect(messages == [])
    let manifest = SystemManifest(try #require(system))
    #expect(manifest.components.map(\.requests) == [.readLog, [], [.grants, .quit], []])
    #expect(manifest.components.map(\.stackBytes) == [65536, 8192, 16384, 16384])
    #expect(manifest.components[2].driver?.device == "/pl011@9000000")
    #expect(manifest.components[2].driver?.parameters == [9600])
    #expect(manifest.components[3].driver?.transmitter == nil)
    #expect(manifest.components[3].driver?.parameters == [3, 0x12_3456_7890], "the device's properties")
    #expect(
      manifest.channels == [
        .init(server: 1, client: 0, ringBytes: 0x2000), .init(server: 2, client: 1, ringBytes: 4096),
      ])
    #expect(try SystemManifest(decoding: try manifest.encoded()) == manifest)
  }

  @Test func aParameterThatTheFileSetsIsNoBusinessOfTheDevices() throws {
    let (system, messages) = try check(
      """
      board: acme
      components:
        widget: {driver: Widget, device: /widget@a090000, priority: 1, parameters: {base: 5, speed: 10}}
      """)
    #expect(messages == [])
    #expect(SystemManifest(try #require(system)).components[0].driver?.parameters == [10, 5])
  }

  @Test func withoutATreeNothingIsSaidOfDevices() throws {
    let collector = DiagnosticCollector()
    let text = "board: acme\ncomponents: {serial: {driver: PL011, device: /nowhere, priority: 1}}"
    let system = SystemCheck.check(
      Array(text.utf8), try TestBoard.catalogue(), devices: nil, into: collector)
    #expect(system == nil)
    #expect(collector.diagnostics == [])
  }

  @Test func aWarningStillGivesASystem() throws {
    let (system, messages) = try check(
      "board: acme\ncomponents: {widget: {driver: Widget, device: /widget@a050000, priority: 1}}")
    #expect(messages.count == 1)
    #expect(system != nil)
  }
}
