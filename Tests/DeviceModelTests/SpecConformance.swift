import Diagnostics
import DriverSpec
import Foundation
import QEMU
import SpecReader

/// Whether a device does what its spec says of each register, driver or no driver: reset values, what a write changes, what
/// it leaves.
///
/// Only registers that can be read without effect are asked, and those that are there in every bank.
struct SpecConformance {
  private let map: RegisterMap
  private let machine: QTestClient
  private let base: UInt64
  private let exceptions: Set<String>

  /// - Parameters:
  ///   - path: the spec, from the kit's root.
  ///   - machine: the connection to a machine on which nothing has run.
  ///   - base: where the machine has the spec's registers.
  ///   - exceptions: registers, and fields as `REGISTER.FIELD`, that change by themselves or that the model lacks.
  /// - Throws: `DeclaredAccess.Unreadable` for a spec with mistakes.
  init(specAt path: String, _ machine: QTestClient, base: UInt64, except exceptions: Set<String> = []) throws
  {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let collector = DiagnosticCollector()
    let bytes = Array(try Data(contentsOf: root.appending(path: path)))
    guard let spec = SpecReader.read(bytes, into: collector).spec, !collector.hasErrors else {
      throw DeclaredAccess.Unreadable(messages: collector.diagnostics.map(\.message))
    }
    map = RegisterMap(spec)
    self.machine = machine
    self.base = base
    self.exceptions = exceptions
  }

  /// What differs, one line each; reset values first, before anything is written.
  func differences() throws -> [String] {
    let asked = map.registers.filter {
      $0.banks.isEmpty && $0.register.isReadable && !$0.register.hasReadEffect
        && !exceptions.contains($0.name)
    }
    return try asked.compactMap(resetDifference) + asked.flatMap(writeDifferences)
  }

  private func resetDifference(_ placed: PlacedRegister) throws -> String? {
    guard let reset = placed.register.reset?.value else { return nil }
    let mask = (placed.register.resetMask?.value ?? .max) & ~excepted(placed)
    let value = try read(placed)
    guard value & mask != reset & mask else { return nil }
    return "\(placed.name) is \(hex(value)) after reset, and the spec says \(hex(reset))"
  }

  /// Writes all ones to what can be written, then all zeros, and looks what became of it.
  private func writeDifferences(_ placed: PlacedRegister) throws -> [String] {
    // A register that is only written, at the same place, would take what is written.
    let isShared = map.registers.contains { $0.offset == placed.offset && $0.name != placed.name }
    if isShared, !placed.register.isWritable { return [] }
    let before = try read(placed)
    var found: [String] = []
    let parts = parts(of: placed)
    for ones in [true, false] {
      let written = parts.reduce(UInt64(0)) { $1.access.isWritable && ones ? $0 | $1.mask : $0 }
      let old = try read(placed)
      // Nothing but a change of what cannot be written shows that it cannot.
      try write(placed.register.isWritable ? written : ~old, placed)
      let new = try read(placed)
      for part in parts {
        guard let expected = part.expected(after: old, writing: ones), new & part.mask != expected else {
          continue
        }
        found.append(
          "\(part.name), \(part.access.text), is \(hex(new & part.mask)) after a write of \(ones ? "ones" : "zeros"), not \(hex(expected))"
        )
      }
    }
    if placed.register.isWritable { try write(placed.register.reset?.value ?? before, placed) }
    return found
  }

  private struct Part {
    var name: String
    var mask: UInt64
    var access: Access

    /// What the bits are after a write of all ones or all zeros; `nil` where they cannot be read.
    func expected(after old: UInt64, writing ones: Bool) -> UInt64? {
      guard access.isReadable, !access.isWriteOnce || access.permission == .readWriteOnce else { return nil }
      let old = old & mask
      guard access.isWritable else { return old }
      return switch access.writeEffect {
      case .stores: ones ? mask : 0
      case .oneClears: ones ? 0 : old
      case .oneSets: ones ? mask : old
      case .oneToggles: ones ? ~old & mask : old
      case .zeroClears: ones ? old : 0
      case .zeroSets: ones ? old : mask
      case .zeroToggles: ones ? old : ~old & mask
      case .clears: 0
      case .sets: mask
      case .changes: nil
      }
    }
  }

  private func parts(of placed: PlacedRegister) -> [Part] {
    let register = placed.register
    if register.fields.isEmpty {
      let width = UInt64(register.width.value)
      let mask = width >= 64 ? UInt64.max : (1 << width) - 1
      return [Part(name: placed.name, mask: mask, access: register.access.value)]
    }
    return register.fields.compactMap { field in
      let name = "\(placed.name).\(field.name.value)"
      guard !exceptions.contains(name) else { return nil }
      return Part(name: name, mask: field.bits.value.mask, access: register.access(of: field))
    }
  }

  private func excepted(_ placed: PlacedRegister) -> UInt64 {
    placed.register.fields.reduce(0) {
      exceptions.contains("\(placed.name).\($1.name.value)") ? $0 | $1.bits.value.mask : $0
    }
  }

  private func read(_ placed: PlacedRegister) throws -> UInt64 {
    let bytes = placed.register.width.value / 8
    let value = try machine.perform([.read(address: base + placed.offset, bytes: bytes)])[0]
    return placed.byteOrder == .little ? value : value.byteSwapped >> UInt64(64 - 8 * bytes)
  }

  private func write(_ value: UInt64, _ placed: PlacedRegister) throws {
    let bytes = placed.register.width.value / 8
    let mask = bytes >= 8 ? UInt64.max : (1 << UInt64(8 * bytes)) - 1
    let ordered =
      placed.byteOrder == .little ? value & mask : (value & mask).byteSwapped >> UInt64(64 - 8 * bytes)
    try machine.perform([.write(address: base + placed.offset, value: ordered, bytes: bytes)])
  }

  private func hex(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }
}
