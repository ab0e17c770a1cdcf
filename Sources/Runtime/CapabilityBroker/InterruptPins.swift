import SeL4

/// Which pin of which I/O APIC each line of a PC's ISA bus comes to.
///
/// The line's number is the pin's, unless firmware says otherwise. It does in ACPI's Multiple APIC Description Table
/// (ACPI 6.5, 5.2.12), which the root pointer leads to. The tables' bytes are an allegation: sums, lengths and counts are
/// checked.
public struct InterruptPins: Sendable {
  /// Lines of the bus.
  public static let lines = 16
  /// I/O APICs that are kept.
  static let controllerLimit = 8
  /// Bytes of the largest table that is believed.
  static let tableLimit: UInt32 = 16 << 10

  /// Where a line comes to.
  public struct Pin: Equatable, Sendable {
    /// The I/O APIC, in the order of the table.
    public var controller: UInt
    /// Its pin.
    public var number: UInt
    /// How the line asks, where firmware says it.
    public var trigger: InterruptTrigger?
    /// Whether it is low while it asks, or falls, where firmware says it.
    public var isActiveLow: Bool?

    /// A pin, with what firmware says of it.
    public init(controller: UInt, number: UInt, trigger: InterruptTrigger?, isActiveLow: Bool?) {
      self.controller = controller
      self.number = number
      self.trigger = trigger
      self.isActiveLow = isActiveLow
    }
  }

  /// What firmware says of a line.
  private struct Source: BitwiseCopyable {
    /// The number in the system's one row of pins.
    var global: UInt32 = 0
    var flags: UInt16 = 0
  }

  private var sources = InlineArray<16, Source>(repeating: Source())
  private var bases = InlineArray<8, UInt32>(repeating: 0)
  private var controllerCount = 1

  /// Every line at the first controller's pin of its own number: what holds where firmware says nothing.
  public init() {
    for line in 0..<Self.lines { sources[line].global = UInt32(line) }
  }

  /// The pin that a line comes to; nil for a line that no controller serves, or that is none of the bus's.
  public func pin(of line: UInt32) -> Pin? {
    guard line < Self.lines else { return nil }
    let source = sources[Int(line)]
    var best: Int?
    for index in 0..<controllerCount where bases[index] <= source.global {
      if let other = best, bases[other] >= bases[index] { continue }
      best = index
    }
    guard let best else { return nil }
    let trigger: InterruptTrigger? =
      switch source.flags >> 2 & 3 {
      case 1: .edge
      case 3: .level
      default: nil
      }
    let isActiveLow: Bool? =
      switch source.flags & 3 {
      case 1: false
      case 3: true
      default: nil
      }
    return Pin(
      controller: UInt(best), number: UInt(source.global - bases[best]), trigger: trigger,
      isActiveLow: isActiveLow)
  }

  /// Why firmware's tables say nothing.
  public enum Malformed: Error, Equatable, Sendable {
    /// What should be the root pointer is none.
    case rootPointer
    /// A table's bytes could not be read.
    case unreadable(address: UInt64)
    /// A table has the wrong name, length or sum.
    case table(address: UInt64)
    /// There is no table of interrupt controllers.
    case missing
    /// An entry of that table is too short, leaves it, or is one controller too many.
    case entry(offset: UInt32)
  }

  /// What firmware's tables say.
  ///
  /// - Parameters:
  ///   - root: the root pointer, as it stands in bootinfo.
  ///   - read: gives the byte at a physical address, or nil where it cannot.
  /// - Throws: `Malformed`.
  public init(
    root: UnsafeRawBufferPointer, read: (UInt64) -> UInt8?
  ) throws(Malformed) {
    self.init()
    let pointer = try unsafe RootPointer(root)
    let list = try Table(at: pointer.list, named: pointer.isWide ? "XSDT" : "RSDT", read)
    let width: UInt32 = pointer.isWide ? 8 : 4
    var offset = Table.header
    while offset + width <= list.length {
      let address = try list.number(at: offset, bytes: width, read)
      offset += width
      if try Table.hasName("APIC", at: address, read) {
        try take(Table(at: address, named: "APIC", read), read)
        return
      }
    }
    throw .missing
  }

  /// Takes the entries of the table over that are about I/O APICs and the bus's lines.
  private mutating func take(_ table: Table, _ read: (UInt64) -> UInt8?) throws(Malformed) {
    var found = 0
    // Behind the header stand the local controller's address and flags.
    var offset = Table.header + 8
    while offset < table.length {
      guard table.length - offset >= 2 else { throw .entry(offset: offset) }
      let kind = try table.number(at: offset, bytes: 1, read)
      let length = UInt32(try table.number(at: offset + 1, bytes: 1, read))
      guard length >= 2, length <= table.length - offset else { throw .entry(offset: offset) }
      switch kind {
      case 1:
        guard length >= 12, found < Self.controllerLimit else { throw .entry(offset: offset) }
        bases[found] = UInt32(try table.number(at: offset + 8, bytes: 4, read))
        found += 1
      case 2:
        guard length >= 10 else { throw .entry(offset: offset) }
        let bus = try table.number(at: offset + 2, bytes: 1, read)
        let line = try table.number(at: offset + 3, bytes: 1, read)
        // There is no bus but ISA, which has no further lines.
        guard bus == 0, line < UInt64(Self.lines) else { throw .entry(offset: offset) }
        sources[Int(line)] = Source(
          global: UInt32(try table.number(at: offset + 4, bytes: 4, read)),
          flags: UInt16(try table.number(at: offset + 8, bytes: 2, read)))
      default: break
      }
      offset += length
    }
    guard found > 0 else { throw .missing }
    controllerCount = found
  }
}

/// ACPI's root pointer (5.2.5.3), checked: where the list of tables is, and how wide its entries are.
private struct RootPointer {
  let list: UInt64
  let isWide: Bool

  init(_ bytes: UnsafeRawBufferPointer) throws(InterruptPins.Malformed) {
    let name: StaticString = "RSD PTR "
    guard bytes.count >= 20 else { throw .rootPointer }
    // Safety: indices are below 20, or below 36 where there are as many bytes.
    func sum(_ count: Int) -> UInt8 {
      var sum: UInt8 = 0
      for index in 0..<count { unsafe sum &+= bytes[index] }
      return sum
    }
    func number(_ offset: Int, _ count: Int) -> UInt64 {
      var number: UInt64 = 0
      for index in 0..<count { unsafe number |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
      return number
    }
    for index in 0..<8 where unsafe bytes[index] != name.utf8Start[index] { throw .rootPointer }
    guard sum(20) == 0 else { throw .rootPointer }
    let wide = unsafe bytes.count >= 36 && bytes[15] >= 2 && sum(36) == 0 ? number(24, 8) : 0
    isWide = wide != 0
    list = isWide ? wide : number(16, 4)
  }
}

/// One of firmware's tables (5.2.6), its header and sum checked.
private struct Table {
  /// Bytes of the header that every table has.
  static let header: UInt32 = 36

  let address: UInt64
  let length: UInt32

  init(
    at address: UInt64, named name: StaticString, _ read: (UInt64) -> UInt8?
  ) throws(InterruptPins.Malformed) {
    guard try Self.hasName(name, at: address, read) else { throw .table(address: address) }
    let length = UInt32(try Self.number(at: address + 4, bytes: 4, read))
    guard length >= Self.header, length <= InterruptPins.tableLimit else { throw .table(address: address) }
    var sum: UInt8 = 0
    for offset in 0..<length { sum &+= UInt8(try Self.number(at: address + UInt64(offset), bytes: 1, read)) }
    guard sum == 0 else { throw .table(address: address) }
    self.address = address
    self.length = length
  }

  /// Whether a table's first four bytes are its name; an address so high that no table ends below the last is none.
  static func hasName(
    _ name: StaticString, at address: UInt64, _ read: (UInt64) -> UInt8?
  ) throws(InterruptPins.Malformed) -> Bool {
    guard address <= .max - UInt64(InterruptPins.tableLimit) else { throw .table(address: address) }
    for index in 0..<4 {
      // Safety: names have four bytes.
      let wanted = unsafe name.utf8Start[index]
      guard try number(at: address + UInt64(index), bytes: 1, read) == wanted else { return false }
    }
    return true
  }

  /// A number of the table, which must hold it.
  func number(
    at offset: UInt32, bytes: UInt32, _ read: (UInt64) -> UInt8?
  ) throws(InterruptPins.Malformed) -> UInt64 {
    guard offset <= length, bytes <= length - offset else { throw .entry(offset: offset) }
    return try Self.number(at: address + UInt64(offset), bytes: bytes, read)
  }

  private static func number(
    at address: UInt64, bytes: UInt32, _ read: (UInt64) -> UInt8?
  ) throws(InterruptPins.Malformed) -> UInt64 {
    var number: UInt64 = 0
    for index in 0..<UInt64(bytes) {
      guard let byte = read(address + index) else { throw .unreadable(address: address + index) }
      number |= UInt64(byte) << (8 * index)
    }
    return number
  }
}
