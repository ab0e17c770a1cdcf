import Diagnostics
import DriverSpec
import Foundation
import SpecReader
import Testing

/// The PL011's registers are where public headers have them.
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

  /// `LCR_H` and `LCRH` are one register, `CTSEn` and `CTSEN` one field.
  private func plain(_ name: String) -> String { name.uppercased().filter { $0 != "_" } }

  @Test(.enabled(if: SpecFiles.corpus != nil, "there is no folder of real inputs (DDDK_CORPUS)"))
  func registersAndFieldsAgree() throws {
    let file = try #require(SpecFiles.corpus).appending(path: "registers/register-facts.json")
    let facts = try JSONDecoder().decode(Facts.self, from: Data(contentsOf: file))
    let sources = try #require(facts.devices["pl011"])
    let collector = DiagnosticCollector()
    let spec = try #require(
      SpecReader.read(try SpecFiles.bytes("DriverSpecs/serial/pl011.driver.yaml"), into: collector).spec)
    var fieldCount = 0
    for register in sources.flatMap(\.registers) {
      let ours = try #require(
        spec.registers.compactMap(\.register).first { plain($0.name.value) == plain(register.name) },
        "\(register.name)")
      #expect(ours.offset.value == register.offset, "\(register.name)")
      #expect(register.width == 0 || ours.width.value == register.width, "\(register.name)")
      for field in register.fields {
        // Some headers name the bits of the four interrupt registers without the register's suffix.
        let there = ours.fields.first { $0.bits.value == FieldBits(high: field.msb, low: field.lsb) }
        #expect(there != nil, "\(register.name).\(field.name)")
        if let same = ours.fields.first(where: { plain($0.name.value) == plain(field.name) }) {
          #expect(
            same.bits.value == FieldBits(high: field.msb, low: field.lsb), "\(register.name).\(field.name)")
        }
        fieldCount += 1
      }
    }
    #expect(fieldCount > 60)
  }
}
