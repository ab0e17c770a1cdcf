#if os(none) && arch(x86_64)
  /// Where the interrupt controllers are: ACPI's Multiple APIC Description Table (ACPI 6.4, 5.2.12).
  struct InterruptControllerTable {
    /// The root system description pointer.
    var pointer: UInt = 0
    /// The processor's own controller.
    var localController: UInt
    /// The first I/O APIC.
    var lineController: UInt

    /// Corresponds to `acpi_madt_scan`; nil where ACPI does not say it.
    static func find() -> InterruptControllerTable? {
      guard let pointer = rootPointer(), let revision = PhysicalMemory.byte(pointer &+ 15) else { return nil }
      let isWide = revision >= 2
      let root = isWide ? PhysicalMemory.word64(pointer &+ 24) : PhysicalMemory.word32(pointer &+ 16)
      guard let root,
        let length = checkedTable(
          root, isWide ? signature(0x58, 0x53, 0x44, 0x54) : signature(0x52, 0x53, 0x44, 0x54))
      else { return nil }
      let size: UInt = isWide ? 8 : 4
      var entry: UInt = 36
      while entry &+ size <= length {
        if let table = PhysicalMemory.number(root &+ entry, size),
          let length = checkedTable(table, signature(0x41, 0x50, 0x49, 0x43)), var found = read(table, length)
        {
          found.pointer = pointer
          return found
        }
        entry &+= size
      }
      return nil
    }

    private static func signature(_ first: UInt, _ second: UInt, _ third: UInt, _ fourth: UInt) -> UInt {
      first | second &<< 8 | third &<< 16 | fourth &<< 24
    }

    /// The length of a whole table of that name, nil of any other.
    private static func checkedTable(_ address: UInt, _ name: UInt) -> UInt? {
      guard PhysicalMemory.word32(address) == name, let length = PhysicalMemory.word32(address &+ 4),
        length >= 36, length <= 1 &<< 20, PhysicalMemory.addsUp(address, length)
      else { return nil }
      return length
    }

    /// "RSD PTR " on 16 bytes, in the first KiB of the extended BIOS data area or in the BIOS itself.
    private static func rootPointer() -> UInt? {
      if let segment = PhysicalMemory.word16(0x40e),
        let found = rootPointer(from: segment &<< 4, to: segment &<< 4 &+ 1024)
      {
        return found
      }
      return rootPointer(from: 0xe_0000, to: 0x10_0000)
    }

    private static func rootPointer(from start: UInt, to end: UInt) -> UInt? {
      var address = start
      while address < end {
        if PhysicalMemory.word64(address) == 0x2052_5450_2044_5352, PhysicalMemory.addsUp(address, 20) {
          return address
        }
        address &+= 16
      }
      return nil
    }

    private static func read(_ table: UInt, _ length: UInt) -> InterruptControllerTable? {
      guard length >= 44, var local = PhysicalMemory.word32(table &+ 36) else { return nil }
      var line: UInt?
      var entry: UInt = 44
      while entry &+ 2 <= length {
        guard let type = PhysicalMemory.byte(table &+ entry),
          let size = PhysicalMemory.byte(table &+ entry &+ 1),
          size >= 2, entry &+ size <= length
        else { return nil }
        switch type {
        case 1 where size >= 12 && line == nil: line = PhysicalMemory.word32(table &+ entry &+ 4)
        case 5 where size >= 12: local = PhysicalMemory.word64(table &+ entry &+ 4) ?? local
        default: break
        }
        entry &+= size
      }
      // Both are blocks of registers on a page of their own.
      guard let line, line & 0xfff == 0, local & 0xfff == 0, line != local, line < 1 &<< 40, local < 1 &<< 40
      else { return nil }
      return InterruptControllerTable(localController: local, lineController: line)
    }
  }
#endif
