import Diagnostics
import DriverSpec
import Foundation
import QEMU
import SpecReader

/// What a driver may do to its device by the word of its spec: the one place that judges what QEMU traced.
struct DeclaredAccess {
  /// Where QEMU has one of the spec's register windows.
  struct Window {
    /// The resource in the spec; any where it has only one.
    var resource: String?
    /// QEMU's name for the memory, as a trace has it.
    var region: String
    /// The address of the register at offset 0.
    var base: UInt64
    /// How far the board shifts offsets (`reg-shift`).
    var shift = 0
    /// Bytes of every access on the board (`reg-io-width`), where they are not the register's own.
    var accessBytes: Int?
  }

  /// By resource and offset, array elements one by one.
  private var places: [String: [UInt64: [PlacedRegister]]] = [:]
  private let map: RegisterMap

  /// Reads the spec that the driver was generated from.
  init(specAt path: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let collector = DiagnosticCollector()
    let bytes = Array(try Data(contentsOf: root.appending(path: path)))
    guard let spec = SpecReader.read(bytes, into: collector).spec, !collector.hasErrors else {
      throw Unreadable(messages: collector.diagnostics.map(\.message))
    }
    map = RegisterMap(spec)
    for register in map.registers {
      for offset in Self.offsets(of: register) {
        places[register.region ?? "", default: [:]][offset, default: []].append(register)
      }
    }
  }

  struct Unreadable: Error { var messages: [String] }

  /// The offsets of every element.
  private static func offsets(of register: PlacedRegister) -> [UInt64] {
    register.dimensions.reduce([register.offset]) { offsets, dimension in
      offsets.flatMap { offset in
        (0..<UInt64(dimension.count.value)).map { offset + $0 * dimension.stride.value }
      }
    }
  }

  /// What is wrong with accesses, in the order in which the device saw them; those to other memory are passed over.
  ///
  /// - Parameters:
  ///   - accesses: all that the device saw since its reset, so that it is known which banks were there.
  ///   - windows: where QEMU has the device's registers.
  /// - Returns: one line for each access that the spec does not declare.
  func violations(in accesses: [DeviceAccess], at windows: [Window]) -> [String] {
    var banks = Banks()
    return accesses.compactMap { access in
      guard let window = windows.first(where: { $0.region == access.region }) else { return nil }
      return violation(access, in: window, &banks)
    }
  }

  /// What was last seen in the registers that select banks.
  private struct Banks {
    var words: [String: UInt64] = [:]
  }

  /// What is wrong with one access: no register begins there, its width is another, it is not read or written so, or
  /// another bank is there.
  private func violation(_ access: DeviceAccess, in window: Window, _ banks: inout Banks) -> String? {
    let distance = access.address &- window.base
    let offset = distance >> UInt64(window.shift)
    let text =
      "\(access.isWrite ? "write" : "read") of \(access.bytes) bytes at offset 0x\(String(distance, radix: 16))"
    let all = places[window.resource ?? places.keys.first ?? ""] ?? [:]
    let here = offset << UInt64(window.shift) == distance ? all[offset] ?? [] : []
    guard let first = here.first else { return "\(text): no register is declared there" }
    let wide = here.filter { (window.accessBytes ?? $0.register.width.value / 8) == access.bytes }
    guard !wide.isEmpty else { return "\(text): \(first.name) has \(first.register.width.value) bits" }
    let allowed = wide.filter {
      access.isWrite ? $0.register.access.value.isWritable : $0.register.access.value.isReadable
    }
    guard let last = allowed.first else {
      return "\(text): \(wide[0].name) is \(wide[0].register.access.value.text)"
    }
    guard let there = allowed.first(where: { isThere($0, banks) }) else {
      return "\(text): \(last.name) is in another bank"
    }
    banks.words[there.name] = access.value
    return nil
  }

  private func isThere(_ register: PlacedRegister, _ banks: Banks) -> Bool {
    register.banks.allSatisfy { bank in
      guard let (selector, field) = map.field(bank.field), case .number(let value) = bank.value.value else {
        return false
      }
      let word = banks.words[selector.name] ?? selector.register.reset?.value ?? 0
      return (word & field.bits.value.mask) >> UInt64(field.bits.value.low) == value
    }
  }
}

extension [DeviceAccess] {
  /// The same, with accesses to the configuration space of a PCI device as if they had been made there: region `pci`,
  /// offsets as addresses.
  func withConfiguration(ofDevice device: UInt8) -> [DeviceAccess] {
    var address: UInt64 = 0
    return compactMap { access in
      switch access.region {
      case "pci-conf-idx":
        if access.isWrite { address = access.value }
        return nil
      case "pci-conf-data":
        guard address & 0x8000_0000 != 0, address >> 11 & 0x1fff == UInt64(device) else { return nil }
        return DeviceAccess(
          isWrite: access.isWrite, address: address & 0xfc | access.address & 3, value: access.value,
          bytes: access.bytes, region: "pci")
      default: return access
      }
    }
  }
}
