extension StaticString {
  /// Hands over byte after byte of a literal.
  func forEachByte(_ body: (UInt8) -> Void) {
    withUTF8Buffer { bytes in
      // Safety: the index is below the literal's own count.
      for index in 0..<bytes.count { unsafe body(bytes[index]) }
    }
  }
}
