import Testing

@testable import dddk

/// Generated registers are about as much work for the compiler as plain Swift of the same fields, and more of them in
/// proportion.
///
/// Work is what the compiler counts itself, so that nothing else on the machine is measured: `dddk bench generator` has the
/// time beside it. A conformance too many doubled that.
struct BenchGeneratorTests {
  @Test func generatedRegistersAreLittleWorkToTheCompiler() throws {
    let compiler = try RegisterCompiler(Kit.locate())
    var report = GeneratorReport()
    try report.countWork(of: compiler)
    #expect(report.figures.count == 6)
    for figure in report.figures {
      let target = try #require(figure.target)
      #expect(figure.value <= target && figure.value > 0, "\(report.text)")
    }
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
