import Diagnostics
import SpecImport
import SpecReader
import SpecRules
import Testing

/// A spec that was made of an SVD file says where its names stand in the YAML that was written.
///
/// It is judged and made a driver of without being read back; tests over the corpus and over what the fuzzers found hold
/// the same.
struct WrittenSpecTests {
  @Test func everyNameStandsWhereTheSpecSays() throws {
    let collector = DiagnosticCollector()
    let file = try #require(SVDFile.read(Array(Self.file.utf8), into: collector))
    let imported = try #require(file.specs(into: collector).first)
    let read = SpecReader.read(imported.bytes, into: collector)
    #expect(!collector.hasErrors)
    let back = try #require(read.spec)
    #expect(NamePlaces.difference(back, imported.written) == nil, "\(imported.yaml)")
    // What the places are taken for is there at all.
    let names = NamePlaces.of(back).map { $0.prefix { $0 != " " } }
    for name in ["CH.DEEP.R", "LATER.A", "LIKE.B.0.on", "CHAIN.C", "null", "SPLIT.X.1.busy", "SPLIT.X.2.go"] {
      #expect(names.contains { $0 == name }, "\(name) is not among \(names)")
    }
    for code in ["offset-misaligned", "fields-overlap"] {
      #expect(NamePlaces.of(back).contains { $0.contains("waive \(code)") })
    }
    // Judged as it is written, and as it reads back.
    let judged = DiagnosticCollector()
    #expect(SpecRules.check(imported.written, into: judged) != nil)
    #expect(judged.diagnostics.isEmpty)
  }

  private static func register(_ name: String, _ offset: Int, _ rest: String, from base: String? = nil)
    -> String
  {
    """
    <register\(base.map { " derivedFrom=\"\($0)\"" } ?? "")><name>\(name)</name>\
    <addressOffset>\(offset)</addressOffset>\(rest)</register>
    """
  }

  private static func field(_ name: String, _ bits: String, _ rest: String = "") -> String {
    "<field><name>\(name)</name><bitRange>[\(bits)]</bitRange>\(rest)</field>"
  }

  private static func values(_ names: [String], _ usage: String = "read-write") -> String {
    let values = names.enumerated().map { index, name in
      """
      <enumeratedValue><name>\(name)</name><description>é is a long word before the next name</description>\
      <value>\(index)</value></enumeratedValue>
      """
    }
    return "<enumeratedValues><usage>\(usage)</usage>\(values.joined())</enumeratedValues>"
  }

  /// Fields of the same bits, one with names for each direction.
  private static let shared =
    field("X", "0:0", values(["idle", "busy"], "read") + values(["stay", "go"], "write")) + field("Y", "3:0")

  /// Registers like others that stand before and behind them, in blocks too; waivers; names that need quotes; text beyond
  /// ASCII in front of names on one line.
  private static let file = """
    <device><name>chip</name><width>32</width><size>32</size><peripherals><peripheral><name>PORT</name>
    <baseAddress>0x1000</baseAddress>
    <interrupt><name>LINE</name><value>3</value></interrupt><interrupt><name>OTHER</name><value>4</value></interrupt>
    <registers>
    \(register("LIKE", 0, "<fields>\(field("B", "1:1", values(["off", "on"])))</fields>", from: "LATER"))
    \(register("CHAIN", 4, "<fields>\(field("C", "7:4"))</fields>", from: "LIKE"))
    \(register("LATER", 8, "<fields>\(field("A", "0:0", values(["no", "yes"])))\(field("B", "1:1"))</fields>"))
    \(register("null", 12, "<description>µ: a text</description>"))
    \(register("ODD", 18, ""))
    \(register("SPLIT", 24, "<fields>\(shared)</fields>"))
    <cluster><name>CH</name><addressOffset>64</addressOffset><cluster><name>DEEP</name>
    <addressOffset>0</addressOffset>\(register("R", 0, "<fields>\(field("F", "2:2"))</fields>"))
    \(register("S", 4, "", from: "R"))</cluster></cluster>
    </registers></peripheral></peripherals></device>
    """
}
