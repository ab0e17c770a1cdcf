import Diagnostics
import DriverSpec
import SpecRules
import Testing

@testable import SpecReader

@Suite struct PL011Tests {
  private func pl011() throws -> DriverSpec {
    let collector = DiagnosticCollector()
    let read = SpecReader.read(try SpecFiles.bytes("DriverSpecs/serial/pl011.driver.yaml"), into: collector)
    #expect(collector.diagnostics == [])
    #expect(read.unread.isEmpty)
    return try #require(read.spec)
  }

  @Test func saysWhatTheDeviceIs() throws {
    let spec = try pl011()
    #expect(spec.version.value == 1)
    #expect(spec.name.value == "PL011")
    #expect(spec.name.place == SourcePlace(line: 3, column: 9, length: 5))
    #expect(spec.deviceClass?.value == .serial)
    #expect(spec.identity.compatible.map(\.value) == ["arm,pl011"])
    #expect(spec.registers.count == 23)
  }

  @Test func passesEveryRule() throws {
    let collector = DiagnosticCollector()
    let checked = SpecRules.check(try pl011(), into: collector)
    #expect(collector.diagnostics == [])
    #expect(checked?.name.value == "PL011")
  }
}
