import Diagnostics
import Foundation
import SpecImport
import Testing

/// Every SVD of the corpus says what independent readers of it say: peripherals, addresses, field positions, interrupts.
@Suite(.enabled(if: Corpus.folder != nil, Comment(rawValue: Corpus.absence)))
struct SVDFactTests {
  /// What independent readers agree on.
  struct Facts {
    var peripherals: Set<String> = []
    var registers: Set<String> = []
    var fields: Set<String> = []
    var interrupts: Set<String> = []
    var tools: [String] = []

    init() {}

    init(_ name: String) throws {
      let bytes = try Corpus.bytes("svd/\(name).facts.json")
      guard let facts = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else { return }
      func lines(_ key: String) -> Set<String> {
        Set((facts[key] as? [[Any]] ?? []).map { row in row.map { "\($0)" }.joined(separator: " ") })
      }
      peripherals = lines("peripherals")
      registers = lines("registers")
      fields = lines("fields")
      interrupts = lines("interrupts")
      tools = facts["tools"] as? [String] ?? []
    }
  }

  @Test(arguments: Corpus.svds)
  func factsHold(name: String) throws {
    let facts = try Facts(name)
    #expect(facts.peripherals.count > 10 && facts.registers.count > 100 && facts.fields.count > 100)
    let collector = DiagnosticCollector()
    let file = try #require(SVDFile.read(try Corpus.svd(name), into: collector))
    let listing = file.listing(into: collector)
    #expect(!collector.hasErrors, "\(collector.diagnostics.filter { $0.severity == .error })")
    var ours = Facts()
    for peripheral in listing.peripherals {
      ours.peripherals.insert("\(peripheral.name) \(hexadecimal(peripheral.address))")
      for register in peripheral.registers {
        let address = hexadecimal(register.address)
        ours.registers.insert("\(peripheral.name) \(address)")
        for field in register.fields {
          ours.fields.insert(
            "\(peripheral.name) \(address) \(field.name) \(field.lsb) \(field.msb - field.lsb + 1)")
        }
      }
      for interrupt in peripheral.interrupts {
        ours.interrupts.insert("\(interrupt.name) \(interrupt.number)")
      }
    }
    expect(facts.peripherals, in: ours.peripherals, "peripherals", name)
    expect(facts.registers, in: ours.registers, "registers", name)
    expect(facts.fields, in: ours.fields, "fields", name)
    expect(facts.interrupts, in: ours.interrupts, "interrupts", name)
  }

  private func expect(_ facts: Set<String>, in ours: Set<String>, _ kind: String, _ name: String) {
    let missing = facts.subtracting(ours).sorted()
    #expect(
      missing.isEmpty, "\(name): \(missing.count) of \(facts.count) \(kind) differ: \(missing.prefix(8))")
    let more = ours.subtracting(facts)
    if !more.isEmpty { print("\(name): \(more.count) more \(kind) than facts: \(more.sorted().prefix(6))") }
  }

  private func hexadecimal(_ number: UInt64) -> String { "0x" + String(number, radix: 16) }
}
