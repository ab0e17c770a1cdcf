#if !os(none) || arch(arm64)
  import ImageFormat

  /// The address space in which the kernel is entered: physical addresses as they are in the lower half, the
  /// kernel's own in the upper half.
  ///
  /// Arm ARM, section D8.3.
  struct TranslationTables {
    /// The processor's number in an ELF header.
    static let machine: UInt16 = 183

    /// Physical memory, in the lower half: blocks of 1 GiB, normal where memory is, else device.
    ///
    /// - Parameters:
    ///   - index: the block, 0 to 511.
    ///   - memory: the machine's memory.
    /// - Returns: a block descriptor.
    static func identityBlock(_ index: Int, memory: Range<UInt64>) -> UInt64 {
      let start = UInt64(index) << 30
      let isMemory = memory.overlaps(start..<(start + 1 << 30))
      return start | (isMemory ? normal : device) | block
    }

    /// The kernel, in the upper half: blocks of 2 MiB; nil for a block that holds none of it.
    ///
    /// - Parameters:
    ///   - index: the block within the kernel's gigabyte, 0 to 511.
    ///   - plan: where the kernel is.
    /// - Returns: a block descriptor.
    static func kernelBlock(_ index: Int, plan: BootPlan) -> UInt64? {
      let gigabyte = plan.kernel.virtualRange.lowerBound & ~((1 << 30) - 1)
      let start = gigabyte + UInt64(index) * BootPlan.blockSize
      let (last, overflow) = start.addingReportingOverflow(BootPlan.blockSize - 1)
      guard !overflow, start < plan.kernel.virtualRange.upperBound,
        last >= plan.kernel.virtualRange.lowerBound
      else { return nil }
      return (start &- plan.kernelOffset) | normal | block
    }

    /// Points to the next table.
    ///
    /// Descriptor type 3.
    static func table(at address: UInt64) -> UInt64 { address | 3 }

    /// Index of an address at a level, 0 (512 GiB entries) to 2 (2 MiB entries).
    static func index(_ address: UInt64, level: Int) -> Int {
      Int(address >> UInt64(39 - 9 * level)) & 511
    }

    private static let block: UInt64 = 1
    private static let accessed: UInt64 = 1 << 10
    /// Attribute 4 of MAIR, inner shareable.
    private static let normal: UInt64 = accessed | 3 << 8 | 4 << 2
    /// Attribute 0 of MAIR, never executed.
    private static let device: UInt64 = accessed | 0 << 2 | 3 << 53
  }
#endif

#if os(none) && arch(arm64)
  import CLoaderEntry

  extension TranslationTables {
    /// Fills the two tables of the lower half and the three of the upper half.
    static func fill(_ plan: BootPlan, memory: Range<UInt64>) {
      // Safety: there are five tables of 512 entries, and every index below is less than 512.
      guard let lower0 = unsafe loader_translation_tables() else { fatalError() }
      let lower1 = unsafe lower0 + 512
      let upper0 = unsafe lower1 + 512
      let upper1 = unsafe upper0 + 512
      let upper2 = unsafe upper1 + 512
      unsafe lower0[0] = TranslationTables.table(at: UInt64(UInt(bitPattern: lower1)))
      for index in 0..<512 {
        unsafe lower1[index] = TranslationTables.identityBlock(index, memory: memory)
      }
      let kernel = plan.kernel.virtualRange.lowerBound
      unsafe upper0[TranslationTables.index(kernel, level: 0)] = TranslationTables.table(
        at: UInt64(UInt(bitPattern: upper1)))
      unsafe upper1[TranslationTables.index(kernel, level: 1)] = TranslationTables.table(
        at: UInt64(UInt(bitPattern: upper2)))
      for index in 0..<512 {
        unsafe upper2[index] = TranslationTables.kernelBlock(index, plan: plan) ?? 0
      }
      let start = UInt64(UInt(bitPattern: lower0))
      loader_clean(start, start + 5 * 4096)
    }
  }
#endif
