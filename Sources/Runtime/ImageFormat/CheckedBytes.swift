/// Little-endian numbers in bytes that nobody vouches for: an access outside them traps.
@safe struct CheckedBytes {
  // Safety: every access goes through `check`.
  private let bytes: UnsafeRawBufferPointer

  @unsafe init(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.bytes = bytes
  }

  var count: Int { unsafe bytes.count }

  func byte(_ offset: Int) -> UInt8 {
    check(offset, 1)
    return unsafe bytes[offset]
  }

  func word16(_ offset: Int) -> UInt16 {
    check(offset, 2)
    return unsafe UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  func word32(_ offset: Int) -> UInt32 {
    check(offset, 4)
    return unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  func word64(_ offset: Int) -> UInt64 {
    check(offset, 8)
    return unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  private func check(_ offset: Int, _ size: Int) {
    precondition(offset >= 0 && offset <= count - size)
  }
}
