import Diagnostics
import DriverSpec
import Foundation
import SpecReader
import Testing

/// The registers of the specs that ship are where public headers have them.
@Suite struct RegisterFactTests {
  private struct Facts: Decodable {
    var devices: [String: [Source]]

    struct Source: Decodable {
      var source: String
      var registers: [Register]
    }
    struct Register: Decodable {
      var name: String
      var offset: UInt64
      var width: Int
      var fields: [Field]
    }
    struct Field: Decodable {
      var name: String
      var lsb: Int
      var msb: Int
    }
  }

  /// A spec, and how its manual's names differ from a header's.
  struct Device: Sendable, CustomTestStringConvertible {
    var facts: String
    var spec: String
    /// What the manual puts before every name.
    var prefix = ""
    /// Registers that the manual calls something else.
    var renamed: [String: String] = [:]
    /// What a header calls a field and the device does not have: later devices' bits, and counts that are no bits.
    var foreign: Set<String> = []
    /// How many fields are compared at least.
    var fieldCount = 0

    var testDescription: String { facts }
  }

  static let devices = [
    Device(facts: "pl011", spec: "serial/pl011", fieldCount: 60),
    Device(
      facts: "ns16550a", spec: "serial/ns16550a", renamed: ["RX": "RBR", "TX": "THR"],
      foreign: [
        // The PXA's, the OMAP's and the XR16's.
        "IER.DMAE", "IER.UUE", "IER.NRZE", "IER.RTOIE", "FCR.PXAR8", "FCR.PXAR16", "FCR.PXAR32", "MCR.CLKSEL",
        "MCR.TCRTLR", "MCR.XONANY", "MCR.AFE",
        // A shift and a number of states.
        "FCR.R_TRIG_SHIFT", "FCR.R_TRIG_MAX_STATE",
        // One bit of the four values of IIR.ID.
        "IIR.TOD",
      ], fieldCount: 30),
    Device(facts: "pl031", spec: "rtc/pl031", prefix: "RTC", fieldCount: 1),
    Device(
      facts: "virtio-mmio", spec: "transport/virtio-mmio",
      renamed: [
        "QUEUE_AVAIL_LOW": "QueueDriverLow", "QUEUE_AVAIL_HIGH": "QueueDriverHigh",
        "QUEUE_USED_LOW": "QueueDeviceLow", "QUEUE_USED_HIGH": "QueueDeviceHigh",
      ]),
    Device(facts: "cmsdk-apb-timer", spec: "timer/cmsdk-timer", fieldCount: 5),
  ]

  /// `LCR_H` and `LCRH` are one register, `CTSEn` and `CTSEN` one field.
  private func plain(_ name: String) -> String { name.uppercased().filter { $0 != "_" } }

  @Test(.enabled(if: SpecFiles.corpus != nil, "there is no folder of real inputs (DDDK_CORPUS)"))
  func everyDeviceOfTheFactsHasItsSpec() throws {
    let file = try #require(SpecFiles.corpus).appending(path: "registers/register-facts.json")
    let facts = try JSONDecoder().decode(Facts.self, from: Data(contentsOf: file))
    #expect(Set(facts.devices.keys) == Set(Self.devices.map(\.facts)))
  }

  @Test(
    .enabled(if: SpecFiles.corpus != nil, "there is no folder of real inputs (DDDK_CORPUS)"),
    arguments: devices)
  func registersAndFieldsAgree(device: Device) throws {
    let file = try #require(SpecFiles.corpus).appending(path: "registers/register-facts.json")
    let facts = try JSONDecoder().decode(Facts.self, from: Data(contentsOf: file))
    let sources = try #require(facts.devices[device.facts])
    let collector = DiagnosticCollector()
    let spec = try #require(
      SpecReader.read(try SpecFiles.bytes("DriverSpecs/\(device.spec).driver.yaml"), into: collector).spec)
    try #require(!collector.hasErrors)
    let map = RegisterMap(spec)
    var fieldCount = 0
    for register in sources.flatMap(\.registers) {
      let name = device.renamed[register.name] ?? device.prefix + register.name
      let ours = try #require(
        map.registers.first { plain($0.name) == plain(name) }, "\(register.name)")
      #expect(ours.offset == register.offset, "\(register.name)")
      #expect(register.width == 0 || ours.register.width.value == register.width, "\(register.name)")
      for field in register.fields where !device.foreign.contains("\(register.name).\(field.name)") {
        // Some headers name the bits of the four interrupt registers without the register's suffix.
        let bits = FieldBits(high: field.msb, low: field.lsb)
        let there = ours.register.fields.first { $0.bits.value == bits }
        #expect(there != nil, "\(register.name).\(field.name)")
        if let same = ours.register.fields.first(where: { plain($0.name.value) == plain(field.name) }) {
          #expect(same.bits.value == bits, "\(register.name).\(field.name)")
        }
        fieldCount += 1
      }
    }
    #expect(fieldCount >= device.fieldCount)
  }
}
