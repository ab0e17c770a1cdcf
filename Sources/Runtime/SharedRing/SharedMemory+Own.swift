extension SharedMemory {
  /// Calls `body` with a ring of 1,024 zeroed bytes that are shared with nobody: for measurements.
  public static func withOwn<Result>(_ body: (SharedMemory) -> Result) -> Result {
    var storage: [176 of UInt64] = InlineArray(repeating: 0)
    return unsafe withUnsafeMutableBytes(of: &storage) { bytes in
      guard let start = bytes.baseAddress else { fatalError("no memory on the stack") }
      // Safety: the storage lives while `body` runs; 1,408 bytes hold 1,280 that begin on a multiple of 128.
      return body(unsafe SharedMemory(base: start.alignedUp(toMultipleOf: 128), size: 1280))
    }
  }
}
