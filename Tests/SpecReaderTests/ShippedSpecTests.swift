import Diagnostics
import DriverSpec
import Foundation
import SpecReader
import SpecRules
import Testing

/// Every spec that ships is read, passes every rule, and says where all that it says is from.
@Suite struct ShippedSpecTests {
  static let paths: [String] = {
    let folder = SpecFiles.root.appending(path: "DriverSpecs").resolvingSymlinksInPath()
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".driver.yaml") }.sorted()
  }()

  @Test func allNineAreThere() {
    #expect(
      Self.paths == [
        "education/edu.driver.yaml", "gpio/pl061.driver.yaml", "rtc/goldfish-rtc.driver.yaml",
        "rtc/pl031.driver.yaml", "serial/ns16550a.driver.yaml", "serial/pl011.driver.yaml",
        "timer/cmsdk-timer.driver.yaml", "transport/virtio-mmio.driver.yaml",
        "watchdog/i6300esb.driver.yaml",
      ])
  }

  @Test(arguments: paths)
  func nothingIsSaidAboutIt(path: String) throws {
    let bytes = try SpecFiles.bytes("DriverSpecs/\(path)")
    let collector = DiagnosticCollector()
    let read = SpecReader.read(bytes, into: collector)
    let unchecked = try #require(read.spec)
    let checked = SpecRules.check(unchecked, unread: read.unread, into: collector)
    let renderer = DiagnosticRenderer(source: SourceText(path: path, bytes: bytes), style: .plain)
    #expect(renderer.text(collector.diagnostics, omittedCount: collector.omittedCount) == "")
    let spec = try #require(checked).spec
    #expect(spec.summary != nil)
    #expect(spec.manual != nil)
    for register in RegisterMap(spec).registers {
      let isExplained = register.register.section != nil || register.register.summary != nil
      #expect(isExplained, "\(register.name) has neither a section of the manual nor a summary")
    }
  }
}
