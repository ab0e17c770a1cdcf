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
  /// What was written to the register of a lock since the lock was last used, oldest first.
  private var turned: [String: [UInt64]] = [:]
  private var written: Set<String> = []
  private let locks: [Lock]
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
    locks = spec.locks
    var elements: [Element] = []
    for placed in map.registers {
      let register = placed.register
      for indices in Self.places(in: placed.dimensions.map { Int($0.count.value) }) {
        let name = placed.name + indices.map { "[\($0)]" }.joined()
        var readable: UInt64 = 0
        for bit in 0..<UInt64(register.width.value)
        where Self.access(of: bit, in: register)?.isReadable ?? false {
          readable |= 1 << bit
        }
        elements.append(
          Element(
            name: name, offset: Int(placed.offset(at: indices)),
            width: register.width.value, isReadable: register.access.value.isReadable,
            isWritable: register.access.value.isWritable, readable: readable))
        registers[name] = placed
        words[name] = register.reset?.value ?? 0
      }
    }
    self.elements = elements
  }

  struct Unreadable: Error { var messages: [String] }

  /// The indices of every element of an array of arrays.
  private static func places(in counts: [Int]) -> [[Int]] {
    counts.reduce([[]]) { places, count in places.flatMap { place in (0..<count).map { place + [$0] } } }
  }

  /// Words that turn a lock whose register this is.
  func turns(_ element: Element) -> [UInt64] {
    locks.filter { $0.register.name == element.name }.flatMap { lock in
      lock.unlock.map(\.value) + (lock.lock.map { [$0.value] } ?? [])
    }
  }

  /// Whether a write is kept out: the last words that the lock's register took are not those that open it.
  private mutating func isLocked(_ register: Register) -> Bool {
    guard let name = register.lockedBy?.value, let lock = locks.first(where: { $0.name.value == name }) else {
      return false
    }
    let words = turned[lock.register.name] ?? []
    let isOpen = words.suffix(lock.unlock.count).elementsEqual(lock.unlock.map(\.value))
    // Where nothing is written to lock it again, the device locks by itself.
    if isOpen, lock.lock == nil { turned[lock.register.name] = [] }
    return !isOpen
  }

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
    guard let register = registers[element.name]?.register, !isLocked(register) else { return }
    let isFirst = written.insert(element.name).inserted
    turned[element.name, default: []].append(value)
    var word = words[element.name] ?? 0
    for bit in 0..<UInt64(element.width) {
      guard let access = Self.access(of: bit, in: register), access.isWritable else { continue }
      let mask: UInt64 = 1 << bit
      let isOne = value & mask != 0
      if access.isWriteOnce, !isFirst { continue }
      switch access.writeEffect {
      case .oneClears: if isOne { word &= ~mask }
      case .oneSets: if isOne { word |= mask }
      case .oneToggles: if isOne { word ^= mask }
      case .zeroClears: if !isOne { word &= ~mask }
      case .zeroSets: if !isOne { word |= mask }
      case .zeroToggles: if !isOne { word ^= mask }
      case .clears: word &= ~mask
      case .sets: word |= mask
      case .changes: break
      case .stores: word = isOne ? word | mask : word & ~mask
      }
    }
    words[element.name] = word
  }
}
