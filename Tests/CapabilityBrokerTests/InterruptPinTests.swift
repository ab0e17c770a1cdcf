import CapabilityBroker
import SeL4
import Testing

/// Where a PC's lines come to, after ACPI's tables (ACPI 6.5, 5.2.5, 5.2.6 and 5.2.12).
struct InterruptPinTests {
  /// Firmware's tables at physical addresses.
  private struct Firmware {
    /// Bytes by their addresses.
    var memory: [UInt64: UInt8] = [:]
    /// The root pointer.
    var root: [UInt8] = []

    /// Two I/O APICs, an override of the timer, one of a level that is low, and entries that do not matter.
    init(isWide: Bool = false, entries: [[UInt8]] = Self.entries) {
      let list: UInt64 = 0x1_0000
      let width = isWide ? 8 : 4
      put(Self.table("FACP", []), at: 0x2_0000)
      put(Self.table("APIC", [0, 0, 0xe0, 0xfe, 1, 0, 0, 0] + entries.flatMap { $0 }), at: 0x2_1000)
      put(
        Self.table(
          isWide ? "XSDT" : "RSDT",
          Self.little(0x2_0000, width) + Self.little(0x2_1000, width)), at: list)
      root = Array("RSD PTR ".utf8) + [0] + Array("TESTOK".utf8) + [isWide ? 2 : 0]
      root += Self.little(isWide ? 0x5_0000 : list, 4)
      root[8] = 0 &- root.reduce(0, &+)
      if isWide {
        root += Self.little(36, 4) + Self.little(list, 8) + [0, 0, 0, 0]
        root[32] = 0 &- root.reduce(0, &+)
      }
    }

    static let entries: [[UInt8]] = [
      // A processor's own controller.
      [0, 8, 0, 0, 1, 0, 0, 0],
      // I/O APICs: 24 pins from 0 on, and those from 24 on.
      [1, 12, 1, 0, 0, 0, 0xc0, 0xfe, 0, 0, 0, 0], [1, 12, 2, 0, 0, 0x10, 0xc0, 0xfe, 24, 0, 0, 0],
      // Line 0 comes to pin 2, as the bus has it; line 9 is a low level; line 5 comes to the second controller.
      [2, 10, 0, 0, 2, 0, 0, 0, 0, 0], [2, 10, 0, 9, 9, 0, 0, 0, 0x0f, 0],
      [2, 10, 0, 5, 30, 0, 0, 0, 0x05, 0],
      // A line that is not to be masked.
      [4, 6, 0xff, 0, 0, 1],
    ]

    static func little(_ number: UInt64, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
    }

    /// A table with its header and its sum.
    static func table(_ name: String, _ content: [UInt8]) -> [UInt8] {
      var bytes = Array(name.utf8) + little(UInt64(36 + content.count), 4) + [UInt8](repeating: 1, count: 28)
      bytes += content
      bytes[9] = bytes[9] &- bytes.reduce(0, &+)
      return bytes
    }

    mutating func put(_ bytes: [UInt8], at address: UInt64) {
      for (offset, byte) in bytes.enumerated() { memory[address + UInt64(offset)] = byte }
    }

    func read() throws(InterruptPins.Malformed) -> InterruptPins {
      // Safety: the pointer is used within the closure only.
      let result: Result<InterruptPins, InterruptPins.Malformed> = unsafe root.withUnsafeBytes { bytes in
        do throws(InterruptPins.Malformed) {
          return .success(try unsafe InterruptPins(root: bytes) { memory[$0] })
        } catch {
          return .failure(error)
        }
      }
      return try result.get()
    }

    /// Why the tables say nothing; nil where they do.
    var error: InterruptPins.Malformed? {
      do throws(InterruptPins.Malformed) {
        _ = try read()
        return nil
      } catch {
        return error
      }
    }
  }

  @Test func withoutFirmwareEachLineComesToThePinOfItsNumber() {
    let pins = InterruptPins()
    for line in 0..<16 as Range<UInt32> {
      #expect(
        pins.pin(of: line)
          == .init(controller: 0, number: UInt(line), trigger: nil, isActiveLow: nil))
    }
    #expect(pins.pin(of: 16) == nil)
  }

  @Test(arguments: [false, true]) func firmwareMovesLines(isWide: Bool) throws {
    let pins = try Firmware(isWide: isWide).read()
    #expect(pins.pin(of: 4) == .init(controller: 0, number: 4, trigger: nil, isActiveLow: nil))
    #expect(pins.pin(of: 0) == .init(controller: 0, number: 2, trigger: nil, isActiveLow: nil))
    #expect(pins.pin(of: 9) == .init(controller: 0, number: 9, trigger: .level, isActiveLow: true))
    #expect(pins.pin(of: 5) == .init(controller: 1, number: 6, trigger: .edge, isActiveLow: false))
  }

  @Test func aLineBelowEveryControllerIsServedByNone() throws {
    let pins = try Firmware(entries: [[1, 12, 1, 0, 0, 0, 0xc0, 0xfe, 8, 0, 0, 0]]).read()
    #expect(pins.pin(of: 4) == nil)
    #expect(pins.pin(of: 8) == .init(controller: 0, number: 0, trigger: nil, isActiveLow: nil))
  }

  @Test func brokenTablesAreTold() {
    var firmware = Firmware()
    firmware.root[0] = 0
    #expect(firmware.error == .rootPointer)
    firmware = Firmware()
    firmware.root[9] &+= 1
    #expect(firmware.error == .rootPointer, "its sum")
    firmware = Firmware()
    firmware.root.removeLast()
    #expect(firmware.error == .rootPointer, "its length")
    firmware = Firmware()
    firmware.memory[0x1_0001] = 0
    #expect(firmware.error == .table(address: 0x1_0000), "its name")
    firmware = Firmware()
    firmware.memory[0x2_1030]? &+= 1
    #expect(firmware.error == .table(address: 0x2_1000), "its sum")
    firmware = Firmware()
    firmware.memory[0x2_1006] = 1
    #expect(firmware.error == .table(address: 0x2_1000), "its length")
    firmware = Firmware()
    firmware.memory[0x2_1034] = nil
    #expect(firmware.error == .unreadable(address: 0x2_1034))
    firmware = Firmware()
    firmware.put(Firmware.table("HPET", []), at: 0x2_1000)
    #expect(firmware.error == .missing)
    #expect(Firmware(entries: []).error == .missing, "no controller")
  }

  @Test func brokenEntriesAreTold() {
    // Behind a header of 36 bytes and 8 bytes of its own.
    #expect(Firmware(entries: [[1]]).error == .entry(offset: 44))
    #expect(Firmware(entries: [[1, 0]]).error == .entry(offset: 44))
    #expect(Firmware(entries: [[3, 8], [1, 12, 0, 0]]).error == .entry(offset: 44))
    #expect(Firmware(entries: [[1, 8, 0, 0, 0, 0, 0, 0]]).error == .entry(offset: 44))
    #expect(Firmware(entries: [[2, 10, 1, 4, 4, 0, 0, 0, 0, 0]]).error == .entry(offset: 44), "its bus")
    #expect(Firmware(entries: [[2, 10, 0, 16, 4, 0, 0, 0, 0, 0]]).error == .entry(offset: 44), "its line")
    let controller: [UInt8] = [1, 12, 1, 0, 0, 0, 0xc0, 0xfe, 0, 0, 0, 0]
    #expect(Firmware(entries: Array(repeating: controller, count: 8)).error == nil)
    #expect(Firmware(entries: Array(repeating: controller, count: 9)).error == .entry(offset: 44 + 8 * 12))
  }

  /// Changed bytes end in pins or in an error, and never outside of the tables.
  @Test func everyChangedByteIsRead() {
    let good = Firmware()
    var refused = 0
    for address in good.memory.keys.sorted() {
      for value: UInt8 in [0, 1, 0x7f, 0xff] {
        var firmware = good
        firmware.memory[address] = value
        if firmware.error != nil { refused += 1 }
      }
    }
    #expect(refused > good.memory.count)
  }
}
