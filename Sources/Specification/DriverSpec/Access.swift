/// What reading and writing a register or a field does.
public enum Access: String, Sendable, CaseIterable {
  case readWrite = "read-write"
  case readOnly = "read-only"
  case writeOnly = "write-only"
  /// Reads as state; writing 1 clears the bit, writing 0 leaves it.
  case write1ToClear = "write-1-to-clear"

  /// Whether a read means anything.
  public var isReadable: Bool { self != .writeOnly }
  /// Whether a write does anything.
  public var isWritable: Bool { self != .readOnly }
}
