import DriverSpec
import Foundation
import SpecInspection
import Testing

/// What docs/inspect.md promises to programs.
@Suite struct InspectionJSONTests {
  private func device(_ registers: String) throws -> [String: Any] {
    var text = ""
    InspectionJSON.device(try InspectedSpec.checked(registers)) { text += $0 }
    return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func registers(_ map: RegisterMap, base: UInt64? = nil) throws -> [[String: Any]] {
    var text = "["
    InspectionJSON.registers(map, base: base, indent: "") { text += $0 }
    return try #require(JSONSerialization.jsonObject(with: Data((text + "]").utf8)) as? [[String: Any]])
  }

  @Test func aDeviceHasItsBlocksRegistersAndInterrupts() throws {
    let device = try device(InspectedSpec.status + "\n  CTRL: {offset: 0x10, reset: 0x8000_0001}")
    #expect(
      Set(device.keys) == [
        "version", "driver", "summary", "blocks", "registers", "truncated", "interrupts",
      ])
    #expect(device["version"] as? Int == 1)
    #expect(device["driver"] as? String == "Probe")
    #expect(device["truncated"] as? Bool == false)
    let blocks = try #require(device["blocks"] as? [[String: Any]])
    #expect(blocks.count == 1 && blocks[0]["name"] as? String == "registers")
    #expect(blocks[0]["size"] as? Int == 0x1000 && blocks[0]["mmio"] as? Int == 0)
    #expect(blocks[0]["port"] is NSNull && blocks[0]["bar"] is NSNull)
    let registers = try #require(device["registers"] as? [[String: Any]])
    #expect(registers.map { $0["name"] as? String } == ["STATUS", "CTRL"])
    #expect(registers.map { $0["offset"] as? Int } == [0, 0x10])
    #expect(registers.map { $0["access"] as? String } == ["read-only", "read-write"])
    #expect(registers.map { $0["line"] as? Int } == [8, 9])
    #expect(registers[0]["reset"] is NSNull && registers[1]["reset"] as? Int == 0x8000_0001)
    #expect(registers[1]["array"] is NSNull && (registers[1]["index"] as? [Int])?.isEmpty == true)
    let interrupts = try #require(device["interrupts"] as? [[String: Any]])
    #expect(interrupts.count == 1 && interrupts[0]["number"] as? Int == 3)
    #expect(interrupts[0]["trigger"] as? String == "edge" && interrupts[0]["kind"] as? String == "irq")
    #expect(interrupts[0]["causes"] as? [String] == ["done", "failed"])
  }

  @Test func everyMemberIsDescribed() throws {
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/inspect.md"), encoding: .utf8)
    func names(_ value: Any) -> Set<String> {
      if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(names($1)) } }
      guard let object = value as? [String: Any] else { return [] }
      return object.reduce(into: Set(object.keys)) { $0.formUnion(names($1.value)) }
    }
    for name in names(
      try device(InspectedSpec.status + "\n  MODE: {offset: 4, fields: {M: {bits: 1:0, values: {off: 0}}}}"))
    {
      #expect(page.contains("`\(name)`"), "docs/inspect.md does not describe `\(name)`")
    }
  }

  @Test func fieldsHaveTheirBitsAndNames() throws {
    let fields = try #require(
      try device(
        InspectedSpec.status
          + "\n  MODE: {offset: 4, fields: {M: {bits: 6:5, access: read-only, values: {off: 0, on: 3}}}}"
      )["registers"] as? [[String: Any]])[1]["fields"]
    let field = try #require((fields as? [[String: Any]])?.first)
    #expect(field["msb"] as? Int == 6 && field["lsb"] as? Int == 5)
    #expect(field["access"] as? String == "read-only")
    let values = try #require(field["values"] as? [[String: Any]])
    #expect(values.map { $0["name"] as? String } == ["off", "on"])
    #expect(values.map { $0["value"] as? Int } == [0, 3])
    #expect(values.map { $0["use"] as? String } == ["read-write", "read-write"])
  }

  @Test func scatteredFieldsHaveAllTheirParts() throws {
    let field = Field(
      name: InspectedSpec.located("DIV"),
      bits: InspectedSpec.located(FieldBits([BitRange(high: 15, low: 12), BitRange(high: 3, low: 0)])))
    let map = InspectedSpec.map([.register(InspectedSpec.register("R", at: 0, fields: [field]))])
    let read = try #require((try registers(map)[0]["fields"] as? [[String: Any]])?.first)
    #expect(read["msb"] as? Int == 15 && read["lsb"] as? Int == 0)
    #expect(
      (read["ranges"] as? [[String: Int]]) == [["msb": 15, "lsb": 12], ["msb": 3, "lsb": 0]])
  }

  @Test func arraysInBlocksAreGoneThrough() throws {
    let block = Block(
      name: InspectedSpec.located("CHANNEL"), offset: InspectedSpec.located(0x100),
      repetition: InspectedSpec.repetition(2, 0x40),
      content: .inline([
        .register(InspectedSpec.register("CTRL", at: 0)),
        .register(InspectedSpec.register("DATA", at: 0x10, InspectedSpec.repetition(3, 4))),
      ]))
    let read = try registers(InspectedSpec.map([.block(block)]), base: 0x4000_0000)
    #expect(
      read.map { "\($0["name"] ?? "") \($0["offset"] ?? "") \($0["address"] ?? "")" } == [
        "CHANNEL[0].CTRL 256 1073742080", "CHANNEL[1].CTRL 320 1073742144",
        "CHANNEL[0].DATA[0] 272 1073742096", "CHANNEL[0].DATA[1] 276 1073742100",
        "CHANNEL[0].DATA[2] 280 1073742104", "CHANNEL[1].DATA[0] 336 1073742160",
        "CHANNEL[1].DATA[1] 340 1073742164", "CHANNEL[1].DATA[2] 344 1073742168",
      ])
    #expect(read[5]["array"] as? String == "CHANNEL[2].DATA[3]")
    #expect(read[5]["index"] as? [Int] == [1, 0])
    #expect(read[0]["array"] as? String == "CHANNEL[2].CTRL")
  }

  @Test func listsHaveABound() {
    let huge = InspectedSpec.map([
      .register(InspectedSpec.register("A", at: 0, InspectedSpec.repetition(.max, 4)))
    ])
    var count = 0
    #expect(!huge.forEachFlatRegister { _ in count += 1 })
    #expect(count == RegisterMap.flatLimit)
    let none = InspectedSpec.map([
      .register(InspectedSpec.register("A", at: 0, InspectedSpec.repetition(0, 4))),
      .register(InspectedSpec.register("B", at: 0, InspectedSpec.repetition(-3, 4))),
    ])
    #expect(none.forEachFlatRegister { _ in Issue.record("there is none") })
  }
}
