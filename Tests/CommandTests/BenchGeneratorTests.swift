import Testing

@testable import dddk

/// Generated registers compile about as quickly as plain Swift of the same fields, and more of them in proportion.
///
/// The targets are 1.5 and 1.3 (`dddk bench generator`); here small files are compiled on a machine that does other things,
/// so that only a change of kind is seen: a conformance too many doubled the ratio.
struct BenchGeneratorTests {
  @Test func compileTimeStaysInProportion() throws {
    let report = try GeneratorReport(Kit.locate(), small: 50, large: 200, runs: 3)
    let ratio = try #require(report.figures.first { $0.name == "ratio, 200 registers" })
    let growth = try #require(report.figures.first { $0.name.hasPrefix("growth") })
    #expect(ratio.value < 2.5, "\(report.text)")
    #expect(growth.value < 2, "\(report.text)")
  }

  @Test func theSyntheticDeviceIsTheSameEachTime() {
    let device = SyntheticDevice(registerCount: 2)
    #expect(device.fieldCount == 10)
    #expect(device.spec == SyntheticDevice(registerCount: 2).spec)
    #expect(
      device.spec.contains("REG1: {offset: 4, summary: register number 1, fields: {FIELD0: 0, FIELD1: 5:2,"))
    #expect(device.plainSwift.contains("set { word = replaced(word, 2, 15, newValue) }"))
  }
}
