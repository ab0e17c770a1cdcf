import Diagnostics
import DriverSpec
import Foundation
import SpecReader
import SpecRules
import Testing

/// Specs to inspect, made of their registers alone.
enum InspectedSpec {
  /// A checked spec of these registers, in YAML.
  static func checked(_ registers: String) throws -> CheckedDriverSpec {
    let text = """
      dddk: 1
      driver: Probe
      device: {compatible: ["example,probe"]}
      resources: {registers: {mmio: 0, size: 0x1000}, line: {irq: 3, trigger: edge}}
      parameters: {rate: {default: 1}}
      register-width: 32
      registers:
      \(registers)
      interrupts:
        line: {status: STATUS, repeat: 4, causes: {done: DONE, failed: FAILED}}
      """
    let collector = DiagnosticCollector()
    let read = SpecReader.read(Array(text.utf8), into: collector)
    let spec = read.spec.flatMap { SpecRules.check($0, unread: read.unread, into: collector) }
    return try #require(spec, "\(collector.diagnostics.map(\.message))")
  }

  /// The status register that the interrupt of ``checked(_:)`` names.
  static let status = "  STATUS: {offset: 0x00, access: read-only, fields: {DONE: 0, FAILED: 1}}"

  static func located<Value>(_ value: Value) -> Located<Value> {
    Located(value, at: SourcePlace(line: 1, column: 1))
  }

  static func register(
    _ name: String, at offset: UInt64, _ repetition: Repetition? = nil, fields: [Field] = []
  )
    -> Register
  {
    Register(
      name: located(name), offset: located(offset), repetition: repetition, width: located(32),
      access: located(.readWrite), fields: fields)
  }

  static func repetition(_ count: Int, _ stride: UInt64) -> Repetition {
    Repetition(count: located(count), stride: located(stride))
  }

  /// A map of these items.
  static func map(_ items: [RegisterItem]) -> RegisterMap {
    DriverSpec(
      version: located(1), name: located("Probe"), identity: Identity(),
      resources: [
        Resource(
          name: located("registers"),
          kind: .registers(RegisterWindow(mmio: located(0), size: located(0x1000))))
      ], registers: items
    ).registerMap
  }
}
