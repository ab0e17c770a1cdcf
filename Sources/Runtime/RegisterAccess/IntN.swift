// The signed integers of 2 to 63 bits that Swift does not have, in two's complement. As for those without a sign,
// `@_transparent` brings the overflow of a literal that does not fit to the place where it is written.

/// A signed field of 2 bits: -2 to 1.
public struct Int2: SignedFieldInteger {
  /// The value.
  public let value: Int8
  /// 2 bits.
  @inline(__always) public static var bitCount: Int { 2 }
  /// The low 2 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int8) { self.value = (value &<< 6) &>> 6 }
  /// A literal of 2 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int8) {
    self.value = (((value + 0x7e) &- 0x7e) - 0x7e) &+ 0x7e
  }
}

/// A signed field of 3 bits: -4 to 3.
public struct Int3: SignedFieldInteger {
  /// The value.
  public let value: Int8
  /// 3 bits.
  @inline(__always) public static var bitCount: Int { 3 }
  /// The low 3 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int8) { self.value = (value &<< 5) &>> 5 }
  /// A literal of 3 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int8) {
    self.value = (((value + 0x7c) &- 0x7c) - 0x7c) &+ 0x7c
  }
}

/// A signed field of 4 bits: -8 to 7.
public struct Int4: SignedFieldInteger {
  /// The value.
  public let value: Int8
  /// 4 bits.
  @inline(__always) public static var bitCount: Int { 4 }
  /// The low 4 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int8) { self.value = (value &<< 4) &>> 4 }
  /// A literal of 4 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int8) {
    self.value = (((value + 0x78) &- 0x78) - 0x78) &+ 0x78
  }
}

/// A signed field of 5 bits: -16 to 15.
public struct Int5: SignedFieldInteger {
  /// The value.
  public let value: Int8
  /// 5 bits.
  @inline(__always) public static var bitCount: Int { 5 }
  /// The low 5 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int8) { self.value = (value &<< 3) &>> 3 }
  /// A literal of 5 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int8) {
    self.value = (((value + 0x70) &- 0x70) - 0x70) &+ 0x70
  }
}

/// A signed field of 6 bits: -32 to 31.
public struct Int6: SignedFieldInteger {
  /// The value.
  public let value: Int8
  /// 6 bits.
  @inline(__always) public static var bitCount: Int { 6 }
  /// The low 6 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int8) { self.value = (value &<< 2) &>> 2 }
  /// A literal of 6 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int8) {
    self.value = (((value + 0x60) &- 0x60) - 0x60) &+ 0x60
  }
}

/// A signed field of 7 bits: -64 to 63.
public struct Int7: SignedFieldInteger {
  /// The value.
  public let value: Int8
  /// 7 bits.
  @inline(__always) public static var bitCount: Int { 7 }
  /// The low 7 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int8) { self.value = (value &<< 1) &>> 1 }
  /// A literal of 7 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int8) {
    self.value = (((value + 0x40) &- 0x40) - 0x40) &+ 0x40
  }
}

/// A signed field of 9 bits: -256 to 255.
public struct Int9: SignedFieldInteger {
  /// The value.
  public let value: Int16
  /// 9 bits.
  @inline(__always) public static var bitCount: Int { 9 }
  /// The low 9 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int16) { self.value = (value &<< 7) &>> 7 }
  /// A literal of 9 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int16) {
    self.value = (((value + 0x7f00) &- 0x7f00) - 0x7f00) &+ 0x7f00
  }
}

/// A signed field of 10 bits: -512 to 511.
public struct Int10: SignedFieldInteger {
  /// The value.
  public let value: Int16
  /// 10 bits.
  @inline(__always) public static var bitCount: Int { 10 }
  /// The low 10 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int16) { self.value = (value &<< 6) &>> 6 }
  /// A literal of 10 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int16) {
    self.value = (((value + 0x7e00) &- 0x7e00) - 0x7e00) &+ 0x7e00
  }
}

/// A signed field of 11 bits: -1024 to 1023.
public struct Int11: SignedFieldInteger {
  /// The value.
  public let value: Int16
  /// 11 bits.
  @inline(__always) public static var bitCount: Int { 11 }
  /// The low 11 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int16) { self.value = (value &<< 5) &>> 5 }
  /// A literal of 11 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int16) {
    self.value = (((value + 0x7c00) &- 0x7c00) - 0x7c00) &+ 0x7c00
  }
}

/// A signed field of 12 bits: -2048 to 2047.
public struct Int12: SignedFieldInteger {
  /// The value.
  public let value: Int16
  /// 12 bits.
  @inline(__always) public static var bitCount: Int { 12 }
  /// The low 12 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int16) { self.value = (value &<< 4) &>> 4 }
  /// A literal of 12 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int16) {
    self.value = (((value + 0x7800) &- 0x7800) - 0x7800) &+ 0x7800
  }
}

/// A signed field of 13 bits: -4096 to 4095.
public struct Int13: SignedFieldInteger {
  /// The value.
  public let value: Int16
  /// 13 bits.
  @inline(__always) public static var bitCount: Int { 13 }
  /// The low 13 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int16) { self.value = (value &<< 3) &>> 3 }
  /// A literal of 13 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int16) {
    self.value = (((value + 0x7000) &- 0x7000) - 0x7000) &+ 0x7000
  }
}

/// A signed field of 14 bits: -8192 to 8191.
public struct Int14: SignedFieldInteger {
  /// The value.
  public let value: Int16
  /// 14 bits.
  @inline(__always) public static var bitCount: Int { 14 }
  /// The low 14 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int16) { self.value = (value &<< 2) &>> 2 }
  /// A literal of 14 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int16) {
    self.value = (((value + 0x6000) &- 0x6000) - 0x6000) &+ 0x6000
  }
}

/// A signed field of 15 bits: -16384 to 16383.
public struct Int15: SignedFieldInteger {
  /// The value.
  public let value: Int16
  /// 15 bits.
  @inline(__always) public static var bitCount: Int { 15 }
  /// The low 15 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int16) { self.value = (value &<< 1) &>> 1 }
  /// A literal of 15 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int16) {
    self.value = (((value + 0x4000) &- 0x4000) - 0x4000) &+ 0x4000
  }
}

/// A signed field of 17 bits: -65536 to 65535.
public struct Int17: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 17 bits.
  @inline(__always) public static var bitCount: Int { 17 }
  /// The low 17 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 15) &>> 15 }
  /// A literal of 17 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x7fff0000) &- 0x7fff0000) - 0x7fff0000) &+ 0x7fff0000
  }
}

/// A signed field of 18 bits: -131072 to 131071.
public struct Int18: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 18 bits.
  @inline(__always) public static var bitCount: Int { 18 }
  /// The low 18 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 14) &>> 14 }
  /// A literal of 18 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x7ffe0000) &- 0x7ffe0000) - 0x7ffe0000) &+ 0x7ffe0000
  }
}

/// A signed field of 19 bits: -262144 to 262143.
public struct Int19: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 19 bits.
  @inline(__always) public static var bitCount: Int { 19 }
  /// The low 19 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 13) &>> 13 }
  /// A literal of 19 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x7ffc0000) &- 0x7ffc0000) - 0x7ffc0000) &+ 0x7ffc0000
  }
}

/// A signed field of 20 bits: -524288 to 524287.
public struct Int20: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 20 bits.
  @inline(__always) public static var bitCount: Int { 20 }
  /// The low 20 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 12) &>> 12 }
  /// A literal of 20 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x7ff80000) &- 0x7ff80000) - 0x7ff80000) &+ 0x7ff80000
  }
}

/// A signed field of 21 bits: -1048576 to 1048575.
public struct Int21: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 21 bits.
  @inline(__always) public static var bitCount: Int { 21 }
  /// The low 21 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 11) &>> 11 }
  /// A literal of 21 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x7ff00000) &- 0x7ff00000) - 0x7ff00000) &+ 0x7ff00000
  }
}

/// A signed field of 22 bits: -2097152 to 2097151.
public struct Int22: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 22 bits.
  @inline(__always) public static var bitCount: Int { 22 }
  /// The low 22 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 10) &>> 10 }
  /// A literal of 22 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x7fe00000) &- 0x7fe00000) - 0x7fe00000) &+ 0x7fe00000
  }
}

/// A signed field of 23 bits: -4194304 to 4194303.
public struct Int23: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 23 bits.
  @inline(__always) public static var bitCount: Int { 23 }
  /// The low 23 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 9) &>> 9 }
  /// A literal of 23 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x7fc00000) &- 0x7fc00000) - 0x7fc00000) &+ 0x7fc00000
  }
}

/// A signed field of 24 bits: -8388608 to 8388607.
public struct Int24: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 24 bits.
  @inline(__always) public static var bitCount: Int { 24 }
  /// The low 24 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 8) &>> 8 }
  /// A literal of 24 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x7f800000) &- 0x7f800000) - 0x7f800000) &+ 0x7f800000
  }
}

/// A signed field of 25 bits: -16777216 to 16777215.
public struct Int25: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 25 bits.
  @inline(__always) public static var bitCount: Int { 25 }
  /// The low 25 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 7) &>> 7 }
  /// A literal of 25 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x7f000000) &- 0x7f000000) - 0x7f000000) &+ 0x7f000000
  }
}

/// A signed field of 26 bits: -33554432 to 33554431.
public struct Int26: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 26 bits.
  @inline(__always) public static var bitCount: Int { 26 }
  /// The low 26 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 6) &>> 6 }
  /// A literal of 26 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x7e000000) &- 0x7e000000) - 0x7e000000) &+ 0x7e000000
  }
}

/// A signed field of 27 bits: -67108864 to 67108863.
public struct Int27: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 27 bits.
  @inline(__always) public static var bitCount: Int { 27 }
  /// The low 27 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 5) &>> 5 }
  /// A literal of 27 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x7c000000) &- 0x7c000000) - 0x7c000000) &+ 0x7c000000
  }
}

/// A signed field of 28 bits: -134217728 to 134217727.
public struct Int28: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 28 bits.
  @inline(__always) public static var bitCount: Int { 28 }
  /// The low 28 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 4) &>> 4 }
  /// A literal of 28 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x78000000) &- 0x78000000) - 0x78000000) &+ 0x78000000
  }
}

/// A signed field of 29 bits: -268435456 to 268435455.
public struct Int29: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 29 bits.
  @inline(__always) public static var bitCount: Int { 29 }
  /// The low 29 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 3) &>> 3 }
  /// A literal of 29 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x70000000) &- 0x70000000) - 0x70000000) &+ 0x70000000
  }
}

/// A signed field of 30 bits: -536870912 to 536870911.
public struct Int30: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 30 bits.
  @inline(__always) public static var bitCount: Int { 30 }
  /// The low 30 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 2) &>> 2 }
  /// A literal of 30 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x60000000) &- 0x60000000) - 0x60000000) &+ 0x60000000
  }
}

/// A signed field of 31 bits: -1073741824 to 1073741823.
public struct Int31: SignedFieldInteger {
  /// The value.
  public let value: Int32
  /// 31 bits.
  @inline(__always) public static var bitCount: Int { 31 }
  /// The low 31 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int32) { self.value = (value &<< 1) &>> 1 }
  /// A literal of 31 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int32) {
    self.value = (((value + 0x40000000) &- 0x40000000) - 0x40000000) &+ 0x40000000
  }
}

/// A signed field of 33 bits: -4294967296 to 4294967295.
public struct Int33: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 33 bits.
  @inline(__always) public static var bitCount: Int { 33 }
  /// The low 33 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 31) &>> 31 }
  /// A literal of 33 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_ffff_0000_0000) &- 0x7fff_ffff_0000_0000) - 0x7fff_ffff_0000_0000)
      &+ 0x7fff_ffff_0000_0000
  }
}

/// A signed field of 34 bits: -8589934592 to 8589934591.
public struct Int34: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 34 bits.
  @inline(__always) public static var bitCount: Int { 34 }
  /// The low 34 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 30) &>> 30 }
  /// A literal of 34 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_fffe_0000_0000) &- 0x7fff_fffe_0000_0000) - 0x7fff_fffe_0000_0000)
      &+ 0x7fff_fffe_0000_0000
  }
}

/// A signed field of 35 bits: -17179869184 to 17179869183.
public struct Int35: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 35 bits.
  @inline(__always) public static var bitCount: Int { 35 }
  /// The low 35 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 29) &>> 29 }
  /// A literal of 35 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_fffc_0000_0000) &- 0x7fff_fffc_0000_0000) - 0x7fff_fffc_0000_0000)
      &+ 0x7fff_fffc_0000_0000
  }
}

/// A signed field of 36 bits: -34359738368 to 34359738367.
public struct Int36: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 36 bits.
  @inline(__always) public static var bitCount: Int { 36 }
  /// The low 36 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 28) &>> 28 }
  /// A literal of 36 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_fff8_0000_0000) &- 0x7fff_fff8_0000_0000) - 0x7fff_fff8_0000_0000)
      &+ 0x7fff_fff8_0000_0000
  }
}

/// A signed field of 37 bits: -68719476736 to 68719476735.
public struct Int37: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 37 bits.
  @inline(__always) public static var bitCount: Int { 37 }
  /// The low 37 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 27) &>> 27 }
  /// A literal of 37 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_fff0_0000_0000) &- 0x7fff_fff0_0000_0000) - 0x7fff_fff0_0000_0000)
      &+ 0x7fff_fff0_0000_0000
  }
}

/// A signed field of 38 bits: -137438953472 to 137438953471.
public struct Int38: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 38 bits.
  @inline(__always) public static var bitCount: Int { 38 }
  /// The low 38 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 26) &>> 26 }
  /// A literal of 38 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_ffe0_0000_0000) &- 0x7fff_ffe0_0000_0000) - 0x7fff_ffe0_0000_0000)
      &+ 0x7fff_ffe0_0000_0000
  }
}

/// A signed field of 39 bits: -274877906944 to 274877906943.
public struct Int39: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 39 bits.
  @inline(__always) public static var bitCount: Int { 39 }
  /// The low 39 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 25) &>> 25 }
  /// A literal of 39 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_ffc0_0000_0000) &- 0x7fff_ffc0_0000_0000) - 0x7fff_ffc0_0000_0000)
      &+ 0x7fff_ffc0_0000_0000
  }
}

/// A signed field of 40 bits: -549755813888 to 549755813887.
public struct Int40: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 40 bits.
  @inline(__always) public static var bitCount: Int { 40 }
  /// The low 40 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 24) &>> 24 }
  /// A literal of 40 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_ff80_0000_0000) &- 0x7fff_ff80_0000_0000) - 0x7fff_ff80_0000_0000)
      &+ 0x7fff_ff80_0000_0000
  }
}

/// A signed field of 41 bits: -1099511627776 to 1099511627775.
public struct Int41: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 41 bits.
  @inline(__always) public static var bitCount: Int { 41 }
  /// The low 41 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 23) &>> 23 }
  /// A literal of 41 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_ff00_0000_0000) &- 0x7fff_ff00_0000_0000) - 0x7fff_ff00_0000_0000)
      &+ 0x7fff_ff00_0000_0000
  }
}

/// A signed field of 42 bits: -2199023255552 to 2199023255551.
public struct Int42: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 42 bits.
  @inline(__always) public static var bitCount: Int { 42 }
  /// The low 42 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 22) &>> 22 }
  /// A literal of 42 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_fe00_0000_0000) &- 0x7fff_fe00_0000_0000) - 0x7fff_fe00_0000_0000)
      &+ 0x7fff_fe00_0000_0000
  }
}

/// A signed field of 43 bits: -4398046511104 to 4398046511103.
public struct Int43: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 43 bits.
  @inline(__always) public static var bitCount: Int { 43 }
  /// The low 43 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 21) &>> 21 }
  /// A literal of 43 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_fc00_0000_0000) &- 0x7fff_fc00_0000_0000) - 0x7fff_fc00_0000_0000)
      &+ 0x7fff_fc00_0000_0000
  }
}

/// A signed field of 44 bits: -8796093022208 to 8796093022207.
public struct Int44: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 44 bits.
  @inline(__always) public static var bitCount: Int { 44 }
  /// The low 44 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 20) &>> 20 }
  /// A literal of 44 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_f800_0000_0000) &- 0x7fff_f800_0000_0000) - 0x7fff_f800_0000_0000)
      &+ 0x7fff_f800_0000_0000
  }
}

/// A signed field of 45 bits: -17592186044416 to 17592186044415.
public struct Int45: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 45 bits.
  @inline(__always) public static var bitCount: Int { 45 }
  /// The low 45 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 19) &>> 19 }
  /// A literal of 45 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_f000_0000_0000) &- 0x7fff_f000_0000_0000) - 0x7fff_f000_0000_0000)
      &+ 0x7fff_f000_0000_0000
  }
}

/// A signed field of 46 bits: -35184372088832 to 35184372088831.
public struct Int46: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 46 bits.
  @inline(__always) public static var bitCount: Int { 46 }
  /// The low 46 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 18) &>> 18 }
  /// A literal of 46 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_e000_0000_0000) &- 0x7fff_e000_0000_0000) - 0x7fff_e000_0000_0000)
      &+ 0x7fff_e000_0000_0000
  }
}

/// A signed field of 47 bits: -70368744177664 to 70368744177663.
public struct Int47: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 47 bits.
  @inline(__always) public static var bitCount: Int { 47 }
  /// The low 47 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 17) &>> 17 }
  /// A literal of 47 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_c000_0000_0000) &- 0x7fff_c000_0000_0000) - 0x7fff_c000_0000_0000)
      &+ 0x7fff_c000_0000_0000
  }
}

/// A signed field of 48 bits: -140737488355328 to 140737488355327.
public struct Int48: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 48 bits.
  @inline(__always) public static var bitCount: Int { 48 }
  /// The low 48 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 16) &>> 16 }
  /// A literal of 48 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_8000_0000_0000) &- 0x7fff_8000_0000_0000) - 0x7fff_8000_0000_0000)
      &+ 0x7fff_8000_0000_0000
  }
}

/// A signed field of 49 bits: -281474976710656 to 281474976710655.
public struct Int49: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 49 bits.
  @inline(__always) public static var bitCount: Int { 49 }
  /// The low 49 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 15) &>> 15 }
  /// A literal of 49 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fff_0000_0000_0000) &- 0x7fff_0000_0000_0000) - 0x7fff_0000_0000_0000)
      &+ 0x7fff_0000_0000_0000
  }
}

/// A signed field of 50 bits: -562949953421312 to 562949953421311.
public struct Int50: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 50 bits.
  @inline(__always) public static var bitCount: Int { 50 }
  /// The low 50 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 14) &>> 14 }
  /// A literal of 50 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7ffe_0000_0000_0000) &- 0x7ffe_0000_0000_0000) - 0x7ffe_0000_0000_0000)
      &+ 0x7ffe_0000_0000_0000
  }
}

/// A signed field of 51 bits: -1125899906842624 to 1125899906842623.
public struct Int51: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 51 bits.
  @inline(__always) public static var bitCount: Int { 51 }
  /// The low 51 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 13) &>> 13 }
  /// A literal of 51 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7ffc_0000_0000_0000) &- 0x7ffc_0000_0000_0000) - 0x7ffc_0000_0000_0000)
      &+ 0x7ffc_0000_0000_0000
  }
}

/// A signed field of 52 bits: -2251799813685248 to 2251799813685247.
public struct Int52: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 52 bits.
  @inline(__always) public static var bitCount: Int { 52 }
  /// The low 52 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 12) &>> 12 }
  /// A literal of 52 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7ff8_0000_0000_0000) &- 0x7ff8_0000_0000_0000) - 0x7ff8_0000_0000_0000)
      &+ 0x7ff8_0000_0000_0000
  }
}

/// A signed field of 53 bits: -4503599627370496 to 4503599627370495.
public struct Int53: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 53 bits.
  @inline(__always) public static var bitCount: Int { 53 }
  /// The low 53 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 11) &>> 11 }
  /// A literal of 53 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7ff0_0000_0000_0000) &- 0x7ff0_0000_0000_0000) - 0x7ff0_0000_0000_0000)
      &+ 0x7ff0_0000_0000_0000
  }
}

/// A signed field of 54 bits: -9007199254740992 to 9007199254740991.
public struct Int54: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 54 bits.
  @inline(__always) public static var bitCount: Int { 54 }
  /// The low 54 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 10) &>> 10 }
  /// A literal of 54 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fe0_0000_0000_0000) &- 0x7fe0_0000_0000_0000) - 0x7fe0_0000_0000_0000)
      &+ 0x7fe0_0000_0000_0000
  }
}

/// A signed field of 55 bits: -18014398509481984 to 18014398509481983.
public struct Int55: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 55 bits.
  @inline(__always) public static var bitCount: Int { 55 }
  /// The low 55 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 9) &>> 9 }
  /// A literal of 55 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7fc0_0000_0000_0000) &- 0x7fc0_0000_0000_0000) - 0x7fc0_0000_0000_0000)
      &+ 0x7fc0_0000_0000_0000
  }
}

/// A signed field of 56 bits: -36028797018963968 to 36028797018963967.
public struct Int56: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 56 bits.
  @inline(__always) public static var bitCount: Int { 56 }
  /// The low 56 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 8) &>> 8 }
  /// A literal of 56 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7f80_0000_0000_0000) &- 0x7f80_0000_0000_0000) - 0x7f80_0000_0000_0000)
      &+ 0x7f80_0000_0000_0000
  }
}

/// A signed field of 57 bits: -72057594037927936 to 72057594037927935.
public struct Int57: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 57 bits.
  @inline(__always) public static var bitCount: Int { 57 }
  /// The low 57 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 7) &>> 7 }
  /// A literal of 57 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7f00_0000_0000_0000) &- 0x7f00_0000_0000_0000) - 0x7f00_0000_0000_0000)
      &+ 0x7f00_0000_0000_0000
  }
}

/// A signed field of 58 bits: -144115188075855872 to 144115188075855871.
public struct Int58: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 58 bits.
  @inline(__always) public static var bitCount: Int { 58 }
  /// The low 58 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 6) &>> 6 }
  /// A literal of 58 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7e00_0000_0000_0000) &- 0x7e00_0000_0000_0000) - 0x7e00_0000_0000_0000)
      &+ 0x7e00_0000_0000_0000
  }
}

/// A signed field of 59 bits: -288230376151711744 to 288230376151711743.
public struct Int59: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 59 bits.
  @inline(__always) public static var bitCount: Int { 59 }
  /// The low 59 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 5) &>> 5 }
  /// A literal of 59 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7c00_0000_0000_0000) &- 0x7c00_0000_0000_0000) - 0x7c00_0000_0000_0000)
      &+ 0x7c00_0000_0000_0000
  }
}

/// A signed field of 60 bits: -576460752303423488 to 576460752303423487.
public struct Int60: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 60 bits.
  @inline(__always) public static var bitCount: Int { 60 }
  /// The low 60 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 4) &>> 4 }
  /// A literal of 60 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7800_0000_0000_0000) &- 0x7800_0000_0000_0000) - 0x7800_0000_0000_0000)
      &+ 0x7800_0000_0000_0000
  }
}

/// A signed field of 61 bits: -1152921504606846976 to 1152921504606846975.
public struct Int61: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 61 bits.
  @inline(__always) public static var bitCount: Int { 61 }
  /// The low 61 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 3) &>> 3 }
  /// A literal of 61 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x7000_0000_0000_0000) &- 0x7000_0000_0000_0000) - 0x7000_0000_0000_0000)
      &+ 0x7000_0000_0000_0000
  }
}

/// A signed field of 62 bits: -2305843009213693952 to 2305843009213693951.
public struct Int62: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 62 bits.
  @inline(__always) public static var bitCount: Int { 62 }
  /// The low 62 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 2) &>> 2 }
  /// A literal of 62 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x6000_0000_0000_0000) &- 0x6000_0000_0000_0000) - 0x6000_0000_0000_0000)
      &+ 0x6000_0000_0000_0000
  }
}

/// A signed field of 63 bits: -4611686018427387904 to 4611686018427387903.
public struct Int63: SignedFieldInteger {
  /// The value.
  public let value: Int64
  /// 63 bits.
  @inline(__always) public static var bitCount: Int { 63 }
  /// The low 63 bits of a number, the highest of them its sign.
  @inline(__always) public init(truncating value: Int64) { self.value = (value &<< 1) &>> 1 }
  /// A literal of 63 bits; one that does not fit does not compile.
  @_transparent public init(integerLiteral value: Int64) {
    self.value =
      (((value + 0x4000_0000_0000_0000) &- 0x4000_0000_0000_0000) - 0x4000_0000_0000_0000)
      &+ 0x4000_0000_0000_0000
  }
}
