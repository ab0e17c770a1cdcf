extension ELFImage {
  /// A range of memory, and the bytes that it begins with; the rest is 0.
  @safe public struct Segment {
    /// What the program may do with a segment's memory.
    ///
    /// System V ABI, figure 5-3.
    public struct Permissions: OptionSet, Sendable {
      /// The bits of `p_flags`.
      public let rawValue: UInt32

      /// Takes the bits of `p_flags`.
      public init(rawValue: UInt32) {
        self.rawValue = rawValue
      }

      /// Instructions are fetched from it.
      public static let execute = Permissions(rawValue: 1)
      /// It is written.
      public static let write = Permissions(rawValue: 2)
      /// It is read.
      public static let read = Permissions(rawValue: 4)
    }

    /// Where the program sees it.
    public let virtualAddress: UInt64
    /// Where a loader puts it when no other place is chosen.
    public let physicalAddress: UInt64
    /// Size in bytes, at least that of `content`.
    public let memorySize: UInt64
    /// What the program may do with it.
    public let permissions: Permissions
    /// The bytes that it begins with.
    public let content: UnsafeRawBufferPointer
  }
}
