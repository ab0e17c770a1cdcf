import Diagnostics
import DriverGenerator
import Glibc
import SpecImport
import Testing

@testable import dddk

/// From an SVD file to Swift takes little more than to read the file: nothing on the way is done twice, or for each
/// character.
///
/// Processor time of this thread, both in one run, the least of three each; docs/benchmarks.md has the figures of an
/// optimised build beside its peer's.
struct ImportCostTests {
  @Test func theWayToSwiftStaysInProportionToReading() throws {
    let bytes = Array(Self.file(registerCount: 300).utf8)
    var (reading, rest) = (Double.infinity, Double.infinity)
    for _ in 0..<3 {
      let collector = DiagnosticCollector()
      let start = Self.seconds
      let file = try #require(SVDFile.read(bytes, into: collector))
      let read = Self.seconds
      var textBytes = 0
      for imported in file.specs(into: collector) {
        let checked = CheckedFile(checking: imported, path: imported.fileName)
        let source = SpecFile(name: imported.fileName, bytes: imported.bytes)
        let files = DriverGenerator(try #require(checked.spec, "\(checked.shownText)"), from: source).files
        textBytes += files.reduce(0) { $0 + $1.text.utf8.count }
      }
      let end = Self.seconds
      #expect(!collector.hasErrors && textBytes > bytes.count)
      reading = min(reading, read - start)
      rest = min(rest, end - read)
    }
    #expect(rest / reading < Self.limit, "\(rest) s after \(reading) s of reading: \(rest / reading) times")
  }

  /// Twice what it was when it was last counted: 3.4 without optimisation.
  private static let limit = 7.0

  private static var seconds: Double {
    var time = timespec()
    // Safety: the call fills the one structure that it is lent.
    _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Registers of four fields, in the proportions of vendors' files: long descriptions, some of them over several lines.
  private static func file(registerCount: Int) -> String {
    let words =
      "this bit is set and cleared by software, and\n      is reserved while the peripheral is enabled"
    var registers = ""
    for index in 0..<registerCount {
      var fields = ""
      for field in 0..<4 {
        let values = ["B_0x0", "B_0x1"].enumerated().map { number, name in
          """
          <enumeratedValue><name>\(name)</name><description>\(words)</description>
          <value>\(number)</value></enumeratedValue>

          """
        }
        fields += """
          <field><name>FIELD\(field)</name><description>Field \(field): \(words) \(words)</description>
          <bitOffset>\(4 * field)</bitOffset><bitWidth>2</bitWidth>
          <enumeratedValues>\(values.joined())</enumeratedValues></field>

          """
      }
      registers += """
        <register><name>REG\(index)</name><description>register \(index)</description>
        <addressOffset>\(4 * index)</addressOffset><fields>\(fields)</fields></register>

        """
    }
    return """
      <device><name>chip</name><width>32</width><size>32</size><access>read-write</access><resetValue>0</resetValue>
      <peripherals><peripheral><name>PORT</name><baseAddress>0x1000</baseAddress>
      <registers>\(registers)</registers></peripheral></peripherals></device>
      """
  }
}
