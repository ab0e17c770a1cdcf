import DriverSpec

extension Register {
  /// How many bytes it covers; a width that is no multiple of 8 counts its last bits as a byte.
  var byteCount: UInt64 { (UInt64(max(0, min(width.value, 1 << 16))) + 7) / 8 }
}

extension Repetition {
  /// How many there are; 0 where the count is none.
  var elementCount: UInt64 { UInt64(max(0, count.value)) }
}

extension PlacedRegister {
  /// The first byte after its last element; the highest number where that is beyond 64 bits.
  var end: UInt64 {
    var end = offset.addingSaturating(register.byteCount)
    for dimension in dimensions where dimension.elementCount > 1 {
      end = end.addingSaturating((dimension.elementCount - 1).multiplyingSaturating(dimension.stride.value))
    }
    return end
  }

  /// How many elements it has, those of all arrays that it stands in; the highest number where they are more.
  var elementCount: UInt64 { dimensions.reduce(1) { $0.multiplyingSaturating($1.elementCount) } }
}

extension UInt64 {
  func addingSaturating(_ other: UInt64) -> UInt64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  func multiplyingSaturating(_ other: UInt64) -> UInt64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
