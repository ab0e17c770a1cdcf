#if os(none) && arch(riscv64)
  import CLoaderEntry
  import ImageFormat

  /// The address space in which the kernel is entered: physical addresses as they are in the lower half, the kernel's own
  /// in the upper half.
  ///
  /// Sv39: RISC-V Privileged Architecture 1.12, section 4.4.
  struct TranslationTables {
    /// The processor's number in an ELF header.
    static let machine: UInt16 = 243

    private static let valid: UInt64 = 1
    /// Readable, writable, executable, accessed and dirty: the kernel narrows it in tables of its own.
    private static let everything: UInt64 = valid | 0b1110 | 0b1100_0000

    private static func number(_ address: UInt64) -> UInt64 { address >> 2 & 0x003f_ffff_ffff_fc00 }

    /// Index of an address in the root table.
    private static func index(_ address: UInt64) -> Int { Int(address >> 30) & 511 }

    /// Fills the root table and the one below it that holds the kernel in pages of 2 MiB.
    static func fill(_ plan: BootPlan, memory: Range<UInt64>) {
      // Safety: there are two tables of 512 entries, and every index below is less than 512.
      guard let root = unsafe loader_translation_tables() else { fatalError() }
      let kernel = unsafe root + 512
      for index in 0..<256 { unsafe root[index] = number(UInt64(index) << 30) | everything }
      let virtual = plan.kernel.virtualRange
      unsafe root[index(virtual.lowerBound)] = number(UInt64(UInt(bitPattern: kernel))) | valid
      var address = virtual.lowerBound & ~(BootPlan.blockSize - 1)
      // The plan keeps the kernel inside one gigabyte.
      while address < virtual.upperBound {
        unsafe kernel[Int(address >> 21) & 511] = number(address &- plan.kernelOffset) | everything
        let (next, overflow) = address.addingReportingOverflow(BootPlan.blockSize)
        if overflow { break }
        address = next
      }
    }
  }
#endif
