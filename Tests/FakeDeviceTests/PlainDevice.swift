import Diagnostics
import DriverSpec
import Foundation
import SpecReader

/// Registers as their spec says them, bit by bit and as plainly as can be: what a generated fake is held against.
struct PlainDevice {
  /// One element of a register.
  struct Element: Hashable {
    /// `GPIODATA[3]`.
    var name: String
    var offset: Int
    var width: Int
    var isReadable: Bool
    var isWritable: Bool
    /// Bits whose read means something.
    var readable: UInt64
  }

  let elements: [Element]
  private var words: [String: UInt64] = [:]
  private var registers: [String: PlacedRegister] = [:]
  private let map: RegisterMap

  init(specAt path: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let collector = DiagnosticCollector()
    guard
      let spec = SpecReader.read(
        Array(try Data(contentsOf: root.appending(path: path))), into: collector
      ).spec, !collector.hasErrors
    else { throw Unreadable(messages: collector.diagnostics.map(\.message)) }
    map = RegisterMap(spec)
    var elements: [Element] = []
    for placed in map.registers {
      let register = placed.register
      let counts = placed.dimensions.map { Int($0.count.value) }
      precondition(counts.count <= 1, "an array in an array is none of these devices'")
      for index in 0..<(counts.first ?? 1) {
        let name = counts.isEmpty ? placed.name : "\(placed.name)[\(index)]"
        var readable: UInt64 = 0
        for bit in 0..<UInt64(register.width.value)
        where Self.access(of: bit, in: register)?.isReadable ?? false {
          readable |= 1 << bit
        }
        elements.append(
          Element(
            name: name, offset: Int(placed.offset(at: counts.isEmpty ? [] : [index])),
            width: register.width.value, isReadable: register.access.value.isReadable,
            isWritable: register.access.value.isWritable, readable: readable))
        registers[name] = placed
        words[name] = register.reset?.value ?? 0
      }
    }
    self.elements = elements
  }

  struct Unreadable: Error { var messages: [String] }

  /// How a bit may be accessed; `nil` for one that no field has, in a register with fields.
  private static func access(of bit: UInt64, in register: Register) -> Access? {
    if register.fields.isEmpty { return register.access.value }
    guard let field = register.fields.first(where: { $0.bits.value.mask >> bit & 1 == 1 }) else { return nil }
    return field.access?.value ?? register.access.value
  }

  /// Whether the banks that an element is in are there.
  func isThere(_ element: Element) -> Bool {
    registers[element.name]?.banks.allSatisfy { bank in
      guard let (selector, field) = map.field(bank.field), case .number(let value) = bank.value.value else {
        return false
      }
      return (words[selector.name] ?? 0) & field.bits.value.mask == value << UInt64(field.bits.value.low)
    } ?? false
  }

  /// What a read gives; its effects happen.
  mutating func read(_ element: Element) -> UInt64 {
    let word = words[element.name] ?? 0
    guard let register = registers[element.name]?.register else { return word }
    for bit in 0..<UInt64(element.width) {
      let field = register.fields.first { $0.bits.value.mask >> bit & 1 == 1 }
      switch field?.readEffect?.value ?? (register.fields.isEmpty ? register.readEffect?.value : nil) {
      case .clears: words[element.name, default: 0] &= ~(1 << bit)
      case .sets: words[element.name, default: 0] |= 1 << bit
      default: break
      }
    }
    return word
  }

  /// What a write does.
  mutating func write(_ value: UInt64, to element: Element) {
    guard let register = registers[element.name]?.register else { return }
    var word = words[element.name] ?? 0
    for bit in 0..<UInt64(element.width) {
      guard let access = Self.access(of: bit, in: register), access.isWritable else { continue }
      let mask: UInt64 = 1 << bit
      let isOne = value & mask != 0
      switch access.writeEffect {
      case .oneClears: if isOne { word &= ~mask }
      case .oneSets: if isOne { word |= mask }
      case .oneToggles: if isOne { word ^= mask }
      case .zeroClears: if !isOne { word &= ~mask }
      case .zeroSets: if !isOne { word |= mask }
      case .zeroToggles: if !isOne { word ^= mask }
      default: word = isOne ? word | mask : word & ~mask
      }
    }
    words[element.name] = word
  }
}
