import CSeL4

/// The right to read and write a range of I/O ports, each access a call of the kernel.
///
/// Manual, section 8.3.
///
/// Corresponds to `seL4_X86_IOPort`.
public struct IOPort: Capability {
  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// Reads a byte.
  ///
  /// Corresponds to `seL4_X86_IOPort_In8`.
  ///
  /// - Throws: `illegalOperation` if the port is outside of the range.
  @inline(__always)
  public func in8(_ port: UInt16) throws(SeL4Error) -> UInt8 {
    UInt8(truncatingIfNeeded: try invoke(SeL4_labelIOPortIn8, length: 1, Word(port)).word0)
  }

  /// Reads 16 bits from two ports.
  ///
  /// Corresponds to `seL4_X86_IOPort_In16`.
  ///
  /// - Throws: as `in8(_:)`.
  @inline(__always)
  public func in16(_ port: UInt16) throws(SeL4Error) -> UInt16 {
    UInt16(truncatingIfNeeded: try invoke(SeL4_labelIOPortIn16, length: 1, Word(port)).word0)
  }

  /// Reads 32 bits from four ports.
  ///
  /// Corresponds to `seL4_X86_IOPort_In32`.
  ///
  /// - Throws: as `in8(_:)`.
  @inline(__always)
  public func in32(_ port: UInt16) throws(SeL4Error) -> UInt32 {
    UInt32(truncatingIfNeeded: try invoke(SeL4_labelIOPortIn32, length: 1, Word(port)).word0)
  }

  /// Writes a byte.
  ///
  /// Corresponds to `seL4_X86_IOPort_Out8`.
  ///
  /// - Throws: as `in8(_:)`.
  @inline(__always)
  public func out8(_ port: UInt16, _ value: UInt8) throws(SeL4Error) {
    try invoke(SeL4_labelIOPortOut8, length: 2, Word(port), Word(value))
  }

  /// Writes 16 bits to two ports.
  ///
  /// Corresponds to `seL4_X86_IOPort_Out16`.
  ///
  /// - Throws: as `in8(_:)`.
  @inline(__always)
  public func out16(_ port: UInt16, _ value: UInt16) throws(SeL4Error) {
    try invoke(SeL4_labelIOPortOut16, length: 2, Word(port), Word(value))
  }

  /// Writes 32 bits to four ports.
  ///
  /// Corresponds to `seL4_X86_IOPort_Out32`.
  ///
  /// - Throws: as `in8(_:)`.
  @inline(__always)
  public func out32(_ port: UInt16, _ value: UInt32) throws(SeL4Error) {
    try invoke(SeL4_labelIOPortOut32, length: 2, Word(port), Word(value))
  }
}
