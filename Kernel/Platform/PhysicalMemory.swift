#if os(none) && arch(x86_64)
  /// What firmware left in memory, read before the kernel's own tables are in use: the first 2 GiB.
  ///
  /// Every address in it comes from firmware: what does not lie there is nil, and never followed.
  struct PhysicalMemory {
    private static var end: UInt { 1 &<< 31 }

    /// Where the kernel sees a range, if all of it can be seen.
    static func range(_ address: UInt, _ size: UInt) -> UInt? {
      guard size <= end, address <= end &- size else { return nil }
      return address &+ Microkernel.window
    }

    static func byte(_ address: UInt) -> UInt? {
      range(address, 1).map { UInt(Reference<UInt8>(address: $0).pointee) }
    }

    /// A little-endian number of `size` bytes, at most 8, at any address.
    static func number(_ address: UInt, _ size: UInt) -> UInt? {
      guard let place = range(address, size) else { return nil }
      var value: UInt = 0
      for index in 0..<size {
        value |= UInt(Reference<UInt8>(address: place &+ index).pointee) &<< (index &* 8)
      }
      return value
    }

    static func word16(_ address: UInt) -> UInt? { number(address, 2) }
    static func word32(_ address: UInt) -> UInt? { number(address, 4) }
    static func word64(_ address: UInt) -> UInt? { number(address, 8) }

    /// Whether all bytes of a range add up to 0, as those of ACPI's tables do.
    static func addsUp(_ address: UInt, _ size: UInt) -> Bool {
      guard let place = range(address, size) else { return false }
      var sum: UInt8 = 0
      for index in 0..<size { sum &+= Reference<UInt8>(address: place &+ index).pointee }
      return sum == 0
    }
  }
#endif
