import Diagnostics
import DriverSpec
import Foundation
import SpecImport
import SpecReader
import SpecRules
import Testing

/// Every peripheral of the corpus becomes a spec that passes, says what the file says, and loses nothing.
@Suite(.enabled(if: Corpus.folder != nil, Comment(rawValue: Corpus.absence)))
struct ImportedSpecTests {
  /// A register's or field's facts, the same from a spec as from the file.
  private struct Fact: Hashable, CustomStringConvertible {
    var line: Int
    var offset: UInt64
    var description: String

    static func == (left: Self, right: Self) -> Bool {
      (left.line, left.offset, left.description) == (right.line, right.offset, right.description)
    }
  }

  @Test(arguments: Corpus.svds)
  func everySpecPassesAndSaysWhatTheFileSays(name: String) throws {
    let collector = DiagnosticCollector()
    let file = try #require(SVDFile.read(try Corpus.svd(name), into: collector))
    let specs = file.specs(into: collector)
    let listing = file.listing(into: collector)
    #expect(!collector.hasErrors)
    #expect(specs.map(\.peripheral) == listing.peripherals.map(\.name))
    for (imported, peripheral) in zip(specs, listing.peripherals) {
      let told = DiagnosticCollector()
      let read = SpecReader.read(imported.bytes, into: told)
      let checked = read.spec.flatMap { SpecRules.check($0, unread: read.unread, into: told) }
      #expect(
        told.diagnostics.isEmpty, "\(name) \(imported.fileName): \(told.diagnostics.first?.message ?? "")")
      let model = try #require(checked?.spec, "\(name) \(imported.fileName)")
      #expect(
        SpecText(model).yaml(head: imported.head) == imported.yaml,
        "\(imported.fileName) reads back otherwise")
      // So it need not be read back: judging and generating take it as it was written.
      #expect(NamePlaces.difference(model, imported.written) == nil, "\(name) \(imported.fileName)")
      #expect(SpecRules.check(imported.written, into: told) != nil && told.diagnostics.isEmpty)
      expect(facts(of: imported.spec), facts(of: peripheral), "\(name) \(peripheral.name)")
      #expect(imported.yaml.contains("0x\(String(peripheral.address, radix: 16))"))
      for interrupt in peripheral.interrupts {
        #expect(imported.head.contains { $0.hasPrefix("  interrupt \(interrupt.number) \(interrupt.name)") })
      }
    }
  }

  private func expect(_ ours: Set<Fact>, _ wanted: Set<Fact>, _ what: String) {
    // A field that lies outside its register is in no spec; the report says so.
    let missing = wanted.subtracting(ours).filter { !$0.description.hasPrefix("outside") }
    let more = ours.subtracting(wanted)
    #expect(missing.isEmpty && more.isEmpty, "\(what): \(missing.prefix(4)) against \(more.prefix(4))")
  }

  /// Registers and fields of a spec by the line of the file that names them.
  private func facts(of spec: DriverSpec) -> Set<Fact> {
    var facts: Set<Fact> = []
    var starts: [String: UInt64] = [:]
    for resource in spec.resources { starts[resource.name.value] = 0 }
    for placed in spec.registerMap.registers {
      // Several windows begin where the first register in them does: offsets in them are not the file's.
      if spec.resources.filter({ $0.window != nil }).count > 1, placed.region != "registers" { continue }
      let register = placed.register
      var indices = Array(repeating: 0, count: placed.dimensions.count)
      var isDone = false
      while !isDone {
        let offset = placed.offset(at: indices)
        let reset = register.reset.map { "\($0.value & (register.resetMask?.value ?? .max))" } ?? "-"
        facts.insert(
          Fact(
            line: register.name.place.line, offset: offset,
            description: "\(register.width.value) bits reset \(reset)"))
        for field in register.fields where field.bits.place != register.name.place {
          let access = register.access(of: field)
          guard
            field.name.value != "VALUE" || !register.fields.allSatisfy({ $0.name.value == "VALUE" })
              || field.bits.value.width < register.width.value
          else { continue }
          facts.insert(
            Fact(
              line: register.name.place.line, offset: offset,
              description:
                "\(field.bits.value.high):\(field.bits.value.low) \(access.permission.rawValue) \(access.isWritable ? access.writeEffect.rawValue : "stores")"
            ))
        }
        isDone = true
        for position in indices.indices.reversed() {
          indices[position] += 1
          if indices[position] < placed.dimensions[position].count.value {
            isDone = false
            break
          }
          indices[position] = 0
        }
      }
    }
    return facts
  }

  /// The same of the file.
  private func facts(of peripheral: SVDListing.Peripheral) -> Set<Fact> {
    let effects = [
      "oneToClear": "1-clears", "oneToSet": "1-sets", "oneToToggle": "1-toggles", "zeroToClear": "0-clears",
      "zeroToSet": "0-sets", "zeroToToggle": "0-toggles", "clear": "clears", "set": "sets",
      "modify": "changes",
    ]
    var facts: Set<Fact> = []
    let isSplit = peripheral.registers.contains { $0.offset + $0.width / 8 > 1 << 20 }
    for register in peripheral.registers {
      // What is behind the first window is not compared here.
      if isSplit, register.offset >= 1 << 20 { continue }
      let mask = register.width >= 64 ? UInt64.max : (1 << register.width) - 1
      let known = register.resetMask.map { $0 & mask } ?? mask
      let reset =
        register.reset.map { register.resetMask == 0 ? "-" : "\($0 & mask & (known == 0 ? mask : known))" }
        ?? "-"
      facts.insert(
        Fact(
          line: register.line, offset: register.offset, description: "\(register.width) bits reset \(reset)"))
      for field in register.fields {
        let isOutside = field.msb >= Int(register.width)
        let effect = (field.writeEffect ?? register.writeEffect).flatMap { effects[$0] } ?? "stores"
        let isWritable = field.access != "read-only"
        guard
          field.name != "VALUE" || register.fields.count > 1
            || field.msb - field.lsb + 1 < Int(register.width)
        else { continue }
        facts.insert(
          Fact(
            line: register.line, offset: register.offset,
            description:
              "\(isOutside ? "outside " : "")\(field.msb):\(field.lsb) \(field.access) \(isWritable ? effect : "stores")"
          ))
      }
    }
    return facts
  }

  @Test(arguments: Corpus.svds)
  func nothingIsLostWithoutAWord(name: String) throws {
    let bytes = try Corpus.svd(name)
    let collector = DiagnosticCollector()
    let file = try #require(SVDFile.read(bytes, into: collector))
    let report = ImportReport(file, file.specs(into: collector))
    #expect(report.unaccounted.isEmpty)
    // Counted once more in the text itself, by nothing but its angle brackets.
    var text = String(decoding: bytes, as: UTF8.self)
    text.replace(/(?s)<!--.*?-->/, with: "")
    var counts: [String: Int] = [:]
    for match in text.matches(of: /<([A-Za-z_][A-Za-z0-9_]*)/) { counts[String(match.1), default: 0] += 1 }
    var ours: [String: Int] = [:]
    for kind in report.kinds where !kind.name.hasPrefix("@") { ours[kind.name, default: 0] += kind.count }
    #expect(ours == counts)
    // What says what registers and fields do arrives, but for what is told.
    for kind in report.kinds
    where ["modifiedWriteValues", "readAction", "bitOffset", "bitRange", "lsb"].contains(kind.name) {
      #expect(kind.count(.inSpec) + kind.count(.notSaid) + kind.count(.wrong) == kind.count, "\(kind)")
    }
  }

  @Test func allWriteEffectsOfRP2040Arrive() throws {
    let collector = DiagnosticCollector()
    let file = try #require(SVDFile.read(try Corpus.svd("rp2040"), into: collector))
    let specs = file.specs(into: collector)
    let kinds = ImportReport(file, specs).kinds.filter { $0.name == "modifiedWriteValues" }
    #expect(kinds.reduce(0) { $0 + $1.count } == 254)
    #expect(kinds.reduce(0) { $0 + $1.count(.inSpec) } == 254)
    // And once more in the specs that were read back: by the place where each field stands in the file's own spec.
    var effects = 0
    for imported in specs where !imported.head.contains(where: { $0.hasPrefix("  derived from") }) {
      let told = DiagnosticCollector()
      guard let spec = SpecReader.read(imported.bytes, into: told).spec else { continue }
      for placed in spec.registerMap.registers {
        let register = placed.register
        let fields = register.fields.filter { $0.access?.value.writeEffect ?? .stores != .stores }
        effects += fields.count
        if register.access.value.writeEffect != .stores, fields.isEmpty { effects += 1 }
      }
    }
    #expect(effects >= 250)
  }
}
