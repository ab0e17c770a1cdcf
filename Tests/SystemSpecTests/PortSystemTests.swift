import BoardTree
import Diagnostics
@_spi(SpecRules) import DriverSpec
import SpecReader
import SystemManifest
import SystemSpec
import Testing

/// Drivers whose registers a board gives through I/O ports.
@Suite(.enabled(if: TestBoard.compiler != nil, Comment(rawValue: TestBoard.absence)))
struct PortSystemTests {
  /// A driver whose registers are memory or ports, as the board has it.
  private static let uart = """
    dddk: 1
    driver: UART
    device: {compatible: ["acme,uart"]}
    resources:
      registers: {mmio: 0, port: 0, size: 8}
      interrupt: {irq: 0, trigger: level}
    registers:
      ID: {offset: 0, width: 8, access: read-only}
    """

  private func check(
    _ components: String, of spec: String = uart
  ) throws -> (system: CheckedSystem?, messages: [String]) {
    let read = SpecReader.read(Array(spec.utf8), into: DiagnosticCollector())
    var catalogue = try TestBoard.catalogue()
    catalogue.drivers.append(
      SystemDriver(spec: CheckedDriverSpec(afterEveryRule: try #require(read.spec)), image: "uart.elf"))
    let collector = DiagnosticCollector()
    let system = SystemCheck.check(
      Array("dddk: 1\nboard: acme\ncomponents:\n\(components)\n".utf8), catalogue,
      devices: BoardDevices(try TestBoard.tree()), into: collector)
    return (system, collector.diagnostics.map(\.message))
  }

  @Test func aDeviceWithPortsIsReachedThroughThem() throws {
    let (system, messages) = try check("  line: {driver: UART, device: /isa/uart@i3f8, priority: 200}")
    #expect(messages == [])
    let manifest = SystemManifest(try #require(system))
    let driver = try #require(manifest.components[0].driver)
    #expect(driver.regions == [.init(index: 0, size: 8, access: .ports)])
    #expect(driver.interrupts == [.init(index: 0, trigger: .level)])
  }

  @Test func portsThatAreMissingAreTold() throws {
    let (system, messages) = try check(
      """
        short:   {driver: UART, device: /isa/uart@i2f8, priority: 200}
        outside: {driver: UART, device: /isa/uart@i1f8, priority: 200}
      """)
    #expect(system == nil)
    #expect(
      messages == [
        "`UART` needs `registers` of 8 ports, and port range 0 of `/isa/uart@i2f8` has 4",
        "`UART` needs `registers`, port range 0 of `/isa/uart@i1f8`: the CPU cannot reach address 0xffff on its bus",
      ])
    let second = try check(
      "  line: {driver: UART, device: /isa/uart@i3f8, priority: 200}",
      of: Self.uart.replacing("port: 0", with: "port: 1"))
    #expect(
      second.messages == [
        "`UART` needs `registers`, port range 1 of `/isa/uart@i3f8`: its `reg` has one range of ports"
      ])
  }

  @Test func registersInMemoryAloneAreNotFoundInPorts() throws {
    let (_, messages) = try check(
      "  line: {driver: UART, device: /isa/uart@i3f8, priority: 200}",
      of: Self.uart.replacing(", port: 0", with: ""))
    #expect(messages.count == 1 && messages[0].contains("region 0 of `/isa/uart@i3f8`"), "\(messages)")
  }
}
