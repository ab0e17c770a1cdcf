import Diagnostics
import DriverSpec
import Foundation
import QEMU
import SpecReader

/// Whether a device does what its spec says of each register, driver or no driver: the size of its window, reset values,
/// which accesses it knows, what a write changes, what it leaves.
///
/// A register that is in a bank is asked while the bank is there. Elements of an array but the first are not asked.
struct SpecConformance {
  private let map: RegisterMap
  private let window: RegisterWindow?
  private let machine: DeviceMachine
  private let base: UInt64
  private let exceptions: Set<String>

  /// - Parameters:
  ///   - path: the spec, from the kit's root.
  ///   - machine: a machine on which nothing has run, started with `-d guest_errors` and traced.
  ///   - base: where the machine has the spec's registers.
  ///   - exceptions: registers, and fields as `REGISTER.FIELD`, that change by themselves or that the model lacks.
  /// - Throws: `DeclaredAccess.Unreadable` for a spec with mistakes.
  init(specAt path: String, _ machine: DeviceMachine, base: UInt64, except exceptions: Set<String> = [])
    throws
  {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let collector = DiagnosticCollector()
    let bytes = Array(try Data(contentsOf: root.appending(path: path)))
    guard let spec = SpecReader.read(bytes, into: collector).spec, !collector.hasErrors else {
      throw DeclaredAccess.Unreadable(messages: collector.diagnostics.map(\.message))
    }
    map = RegisterMap(spec)
    let windows = spec.resources.compactMap(\.window)
    window = windows.count == 1 ? windows[0] : nil
    self.machine = machine
    self.base = base
    self.exceptions = exceptions
  }

  /// What differs, one line each; reset values first, before anything is written.
  func differences() throws -> [String] {
    let asked = map.registers.filter { !exceptions.contains($0.name) }
    // What a read does to the device is done last.
    let calm = asked.filter { $0.register.isReadable && !$0.register.hasReadEffect }
    let others = asked.filter { $0.register.isReadable && $0.register.hasReadEffect }
    return try windowDifference()
      + (calm + others).flatMap { placed in
        try whileThere(placed) { try resetDifference(placed) }
      } + accessDifferences(asked)
      + asked.filter { $0.register.isReadable && $0.register.readEffect == nil }.flatMap { placed in
        try whileThere(placed) { try writeDifferences(placed) }
      }
  }

  /// The window is as large as the memory that the machine has there.
  private func windowDifference() throws -> [String] {
    guard let size = window?.size.value else { return [] }
    for line in try machine.monitor.humanMonitor("info mtree").split(whereSeparator: \.isNewline) {
      // `0000000009000000-0000000009000fff (prio 0, i/o): pl011`
      let ends = line.split(separator: " ").first?.split(separator: "-").compactMap { UInt64($0, radix: 16) }
      guard line.contains("i/o)"), let ends, ends.count == 2, ends[0] == base else { continue }
      let there = ends[1] - ends[0] + 1
      return there == size ? [] : ["the device has \(hex(there)) bytes, and the spec says \(hex(size))"]
    }
    return ["the machine has no device at \(hex(base))"]
  }

  /// Selects the banks that a register is in, and restores them.
  private func whileThere(_ placed: PlacedRegister, _ body: () throws -> [String]) throws -> [String] {
    var before: [(PlacedRegister, UInt64)] = []
    for bank in placed.banks {
      guard let (selector, field) = map.field(bank.field), case .number(let value) = bank.value.value else {
        return []
      }
      let word = try read(selector)
      before.append((selector, word))
      let bits = field.bits.value
      try write(word & ~bits.mask | value << UInt64(bits.low) & bits.mask, selector)
    }
    let found = try body()
    for (selector, word) in before.reversed() { try write(word, selector) }
    return found
  }

  private func resetDifference(_ placed: PlacedRegister) throws -> [String] {
    guard let reset = placed.register.reset?.value else { return [] }
    let mask = (placed.register.resetMask?.value ?? .max) & ~excepted(placed)
    let value = try read(placed)
    guard value & mask != reset & mask else { return [] }
    return ["\(placed.name) is \(hex(value)) after reset, and the spec says \(hex(reset))"]
  }

  /// Which reads and writes the model refuses, where it says so at all: a place of the window without a register tells.
  private func accessDifferences(_ asked: [PlacedRegister]) throws -> [String] {
    let taken = Set(map.registers.map(\.offset))
    let free = stride(from: UInt64(0), to: min(window?.size.value ?? 0, 0x1000), by: 4).filter {
      !taken.contains($0)
    }
    let tells = try free.contains { offset in
      try isRefused { _ = try machine.memory.perform([.read(address: base + offset, bytes: 4)]) }
    }
    guard tells else { return [] }
    return try asked.filter { $0.banks.isEmpty && $0.dimensions.isEmpty }.flatMap { placed in
      let here = map.registers.filter { $0.offset == placed.offset }
      let reads = try !isRefused { _ = try read(placed) }
      let writes = try !isRefused { try write(placed.register.reset?.value ?? 0, placed) }
      var found: [String] = []
      if reads != here.contains(where: { $0.register.isReadable }) {
        found.append(
          "\(placed.name), \(placed.register.access.value.text), \(reads ? "can" : "cannot") be read")
      }
      // A write that is not refused may be without effect: what a write changes is asked for itself.
      if !writes, here.contains(where: { $0.register.isWritable }) {
        found.append("\(placed.name), \(placed.register.access.value.text), cannot be written")
      }
      return found
    }
  }

  private func isRefused(_ access: () throws -> Void) throws -> Bool {
    let before = machine.complaints().count
    try access()
    return machine.complaints().count > before
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
    var hasReadEffect = false

    /// What the bits are after a write of all ones, or of all zeros after it; `nil` where a read does not tell.
    func expected(after old: UInt64, writing ones: Bool) -> UInt64? {
      guard access.isReadable, !hasReadEffect else { return nil }
      let old = old & mask
      guard access.isWritable else { return old }
      if access.isWriteOnce, !ones { return old }
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
      return Part(
        name: name, mask: field.bits.value.mask, access: register.access(of: field),
        hasReadEffect: field.readEffect != nil)
    }
  }

  private func excepted(_ placed: PlacedRegister) -> UInt64 {
    placed.register.fields.reduce(0) {
      exceptions.contains("\(placed.name).\($1.name.value)") ? $0 | $1.bits.value.mask : $0
    }
  }

  private func read(_ placed: PlacedRegister) throws -> UInt64 {
    let bytes = placed.register.width.value / 8
    let value = try machine.memory.perform([.read(address: base + placed.offset, bytes: bytes)])[0]
    return placed.byteOrder == .little ? value : value.byteSwapped >> UInt64(64 - 8 * bytes)
  }

  private func write(_ value: UInt64, _ placed: PlacedRegister) throws {
    let bytes = placed.register.width.value / 8
    let mask = bytes >= 8 ? UInt64.max : (1 << UInt64(8 * bytes)) - 1
    let ordered =
      placed.byteOrder == .little ? value & mask : (value & mask).byteSwapped >> UInt64(64 - 8 * bytes)
    try machine.memory.perform([.write(address: base + placed.offset, value: ordered, bytes: bytes)])
  }

  private func hex(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }
}
