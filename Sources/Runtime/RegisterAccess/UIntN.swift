// The integers of 1 to 63 bits that Swift does not have. `@_transparent` brings the overflow of a literal that
// is too wide to the place where it is written, at compile time; for a literal that fits nothing remains.

/// A field of 1 bit: 0 to 0x1.
public struct UInt1: FieldInteger {
  /// The value.
  public let word: UInt8
  /// 1 bit.
  @inline(__always) public static var bitCount: Int { 1 }
  /// The low bit of a word.
  @inline(__always) public init(truncating word: UInt8) { self.word = word & 0x1 }
  /// A literal of 1 bit; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt8) { self.word = (word + 0xfe) &- 0xfe }
}

/// A field of 2 bits: 0 to 0x3.
public struct UInt2: FieldInteger {
  /// The value.
  public let word: UInt8
  /// 2 bits.
  @inline(__always) public static var bitCount: Int { 2 }
  /// The low 2 bits of a word.
  @inline(__always) public init(truncating word: UInt8) { self.word = word & 0x3 }
  /// A literal of 2 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt8) { self.word = (word + 0xfc) &- 0xfc }
}

/// A field of 3 bits: 0 to 0x7.
public struct UInt3: FieldInteger {
  /// The value.
  public let word: UInt8
  /// 3 bits.
  @inline(__always) public static var bitCount: Int { 3 }
  /// The low 3 bits of a word.
  @inline(__always) public init(truncating word: UInt8) { self.word = word & 0x7 }
  /// A literal of 3 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt8) { self.word = (word + 0xf8) &- 0xf8 }
}

/// A field of 4 bits: 0 to 0xf.
public struct UInt4: FieldInteger {
  /// The value.
  public let word: UInt8
  /// 4 bits.
  @inline(__always) public static var bitCount: Int { 4 }
  /// The low 4 bits of a word.
  @inline(__always) public init(truncating word: UInt8) { self.word = word & 0xf }
  /// A literal of 4 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt8) { self.word = (word + 0xf0) &- 0xf0 }
}

/// A field of 5 bits: 0 to 0x1f.
public struct UInt5: FieldInteger {
  /// The value.
  public let word: UInt8
  /// 5 bits.
  @inline(__always) public static var bitCount: Int { 5 }
  /// The low 5 bits of a word.
  @inline(__always) public init(truncating word: UInt8) { self.word = word & 0x1f }
  /// A literal of 5 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt8) { self.word = (word + 0xe0) &- 0xe0 }
}

/// A field of 6 bits: 0 to 0x3f.
public struct UInt6: FieldInteger {
  /// The value.
  public let word: UInt8
  /// 6 bits.
  @inline(__always) public static var bitCount: Int { 6 }
  /// The low 6 bits of a word.
  @inline(__always) public init(truncating word: UInt8) { self.word = word & 0x3f }
  /// A literal of 6 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt8) { self.word = (word + 0xc0) &- 0xc0 }
}

/// A field of 7 bits: 0 to 0x7f.
public struct UInt7: FieldInteger {
  /// The value.
  public let word: UInt8
  /// 7 bits.
  @inline(__always) public static var bitCount: Int { 7 }
  /// The low 7 bits of a word.
  @inline(__always) public init(truncating word: UInt8) { self.word = word & 0x7f }
  /// A literal of 7 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt8) { self.word = (word + 0x80) &- 0x80 }
}

/// A field of 9 bits: 0 to 0x1ff.
public struct UInt9: FieldInteger {
  /// The value.
  public let word: UInt16
  /// 9 bits.
  @inline(__always) public static var bitCount: Int { 9 }
  /// The low 9 bits of a word.
  @inline(__always) public init(truncating word: UInt16) { self.word = word & 0x1ff }
  /// A literal of 9 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt16) { self.word = (word + 0xfe00) &- 0xfe00 }
}

/// A field of 10 bits: 0 to 0x3ff.
public struct UInt10: FieldInteger {
  /// The value.
  public let word: UInt16
  /// 10 bits.
  @inline(__always) public static var bitCount: Int { 10 }
  /// The low 10 bits of a word.
  @inline(__always) public init(truncating word: UInt16) { self.word = word & 0x3ff }
  /// A literal of 10 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt16) { self.word = (word + 0xfc00) &- 0xfc00 }
}

/// A field of 11 bits: 0 to 0x7ff.
public struct UInt11: FieldInteger {
  /// The value.
  public let word: UInt16
  /// 11 bits.
  @inline(__always) public static var bitCount: Int { 11 }
  /// The low 11 bits of a word.
  @inline(__always) public init(truncating word: UInt16) { self.word = word & 0x7ff }
  /// A literal of 11 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt16) { self.word = (word + 0xf800) &- 0xf800 }
}

/// A field of 12 bits: 0 to 0xfff.
public struct UInt12: FieldInteger {
  /// The value.
  public let word: UInt16
  /// 12 bits.
  @inline(__always) public static var bitCount: Int { 12 }
  /// The low 12 bits of a word.
  @inline(__always) public init(truncating word: UInt16) { self.word = word & 0xfff }
  /// A literal of 12 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt16) { self.word = (word + 0xf000) &- 0xf000 }
}

/// A field of 13 bits: 0 to 0x1fff.
public struct UInt13: FieldInteger {
  /// The value.
  public let word: UInt16
  /// 13 bits.
  @inline(__always) public static var bitCount: Int { 13 }
  /// The low 13 bits of a word.
  @inline(__always) public init(truncating word: UInt16) { self.word = word & 0x1fff }
  /// A literal of 13 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt16) { self.word = (word + 0xe000) &- 0xe000 }
}

/// A field of 14 bits: 0 to 0x3fff.
public struct UInt14: FieldInteger {
  /// The value.
  public let word: UInt16
  /// 14 bits.
  @inline(__always) public static var bitCount: Int { 14 }
  /// The low 14 bits of a word.
  @inline(__always) public init(truncating word: UInt16) { self.word = word & 0x3fff }
  /// A literal of 14 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt16) { self.word = (word + 0xc000) &- 0xc000 }
}

/// A field of 15 bits: 0 to 0x7fff.
public struct UInt15: FieldInteger {
  /// The value.
  public let word: UInt16
  /// 15 bits.
  @inline(__always) public static var bitCount: Int { 15 }
  /// The low 15 bits of a word.
  @inline(__always) public init(truncating word: UInt16) { self.word = word & 0x7fff }
  /// A literal of 15 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt16) { self.word = (word + 0x8000) &- 0x8000 }
}

/// A field of 17 bits: 0 to 0x1ffff.
public struct UInt17: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 17 bits.
  @inline(__always) public static var bitCount: Int { 17 }
  /// The low 17 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0x1ffff }
  /// A literal of 17 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0xfffe0000) &- 0xfffe0000 }
}

/// A field of 18 bits: 0 to 0x3ffff.
public struct UInt18: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 18 bits.
  @inline(__always) public static var bitCount: Int { 18 }
  /// The low 18 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0x3ffff }
  /// A literal of 18 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0xfffc0000) &- 0xfffc0000 }
}

/// A field of 19 bits: 0 to 0x7ffff.
public struct UInt19: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 19 bits.
  @inline(__always) public static var bitCount: Int { 19 }
  /// The low 19 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0x7ffff }
  /// A literal of 19 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0xfff80000) &- 0xfff80000 }
}

/// A field of 20 bits: 0 to 0xfffff.
public struct UInt20: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 20 bits.
  @inline(__always) public static var bitCount: Int { 20 }
  /// The low 20 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0xfffff }
  /// A literal of 20 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0xfff00000) &- 0xfff00000 }
}

/// A field of 21 bits: 0 to 0x1fffff.
public struct UInt21: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 21 bits.
  @inline(__always) public static var bitCount: Int { 21 }
  /// The low 21 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0x1fffff }
  /// A literal of 21 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0xffe00000) &- 0xffe00000 }
}

/// A field of 22 bits: 0 to 0x3fffff.
public struct UInt22: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 22 bits.
  @inline(__always) public static var bitCount: Int { 22 }
  /// The low 22 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0x3fffff }
  /// A literal of 22 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0xffc00000) &- 0xffc00000 }
}

/// A field of 23 bits: 0 to 0x7fffff.
public struct UInt23: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 23 bits.
  @inline(__always) public static var bitCount: Int { 23 }
  /// The low 23 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0x7fffff }
  /// A literal of 23 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0xff800000) &- 0xff800000 }
}

/// A field of 24 bits: 0 to 0xffffff.
public struct UInt24: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 24 bits.
  @inline(__always) public static var bitCount: Int { 24 }
  /// The low 24 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0xffffff }
  /// A literal of 24 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0xff000000) &- 0xff000000 }
}

/// A field of 25 bits: 0 to 0x1ffffff.
public struct UInt25: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 25 bits.
  @inline(__always) public static var bitCount: Int { 25 }
  /// The low 25 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0x1ffffff }
  /// A literal of 25 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0xfe000000) &- 0xfe000000 }
}

/// A field of 26 bits: 0 to 0x3ffffff.
public struct UInt26: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 26 bits.
  @inline(__always) public static var bitCount: Int { 26 }
  /// The low 26 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0x3ffffff }
  /// A literal of 26 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0xfc000000) &- 0xfc000000 }
}

/// A field of 27 bits: 0 to 0x7ffffff.
public struct UInt27: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 27 bits.
  @inline(__always) public static var bitCount: Int { 27 }
  /// The low 27 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0x7ffffff }
  /// A literal of 27 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0xf8000000) &- 0xf8000000 }
}

/// A field of 28 bits: 0 to 0xfffffff.
public struct UInt28: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 28 bits.
  @inline(__always) public static var bitCount: Int { 28 }
  /// The low 28 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0xfffffff }
  /// A literal of 28 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0xf0000000) &- 0xf0000000 }
}

/// A field of 29 bits: 0 to 0x1fffffff.
public struct UInt29: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 29 bits.
  @inline(__always) public static var bitCount: Int { 29 }
  /// The low 29 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0x1fffffff }
  /// A literal of 29 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0xe0000000) &- 0xe0000000 }
}

/// A field of 30 bits: 0 to 0x3fffffff.
public struct UInt30: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 30 bits.
  @inline(__always) public static var bitCount: Int { 30 }
  /// The low 30 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0x3fffffff }
  /// A literal of 30 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0xc0000000) &- 0xc0000000 }
}

/// A field of 31 bits: 0 to 0x7fffffff.
public struct UInt31: FieldInteger {
  /// The value.
  public let word: UInt32
  /// 31 bits.
  @inline(__always) public static var bitCount: Int { 31 }
  /// The low 31 bits of a word.
  @inline(__always) public init(truncating word: UInt32) { self.word = word & 0x7fffffff }
  /// A literal of 31 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt32) { self.word = (word + 0x80000000) &- 0x80000000 }
}

/// A field of 33 bits: 0 to 0x1ffffffff.
public struct UInt33: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 33 bits.
  @inline(__always) public static var bitCount: Int { 33 }
  /// The low 33 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x1ffffffff }
  /// A literal of 33 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xfffffffe00000000) &- 0xfffffffe00000000
  }
}

/// A field of 34 bits: 0 to 0x3ffffffff.
public struct UInt34: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 34 bits.
  @inline(__always) public static var bitCount: Int { 34 }
  /// The low 34 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x3ffffffff }
  /// A literal of 34 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xfffffffc00000000) &- 0xfffffffc00000000
  }
}

/// A field of 35 bits: 0 to 0x7ffffffff.
public struct UInt35: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 35 bits.
  @inline(__always) public static var bitCount: Int { 35 }
  /// The low 35 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x7ffffffff }
  /// A literal of 35 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xfffffff800000000) &- 0xfffffff800000000
  }
}

/// A field of 36 bits: 0 to 0xfffffffff.
public struct UInt36: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 36 bits.
  @inline(__always) public static var bitCount: Int { 36 }
  /// The low 36 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0xfffffffff }
  /// A literal of 36 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xfffffff000000000) &- 0xfffffff000000000
  }
}

/// A field of 37 bits: 0 to 0x1fffffffff.
public struct UInt37: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 37 bits.
  @inline(__always) public static var bitCount: Int { 37 }
  /// The low 37 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x1fffffffff }
  /// A literal of 37 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xffffffe000000000) &- 0xffffffe000000000
  }
}

/// A field of 38 bits: 0 to 0x3fffffffff.
public struct UInt38: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 38 bits.
  @inline(__always) public static var bitCount: Int { 38 }
  /// The low 38 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x3fffffffff }
  /// A literal of 38 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xffffffc000000000) &- 0xffffffc000000000
  }
}

/// A field of 39 bits: 0 to 0x7fffffffff.
public struct UInt39: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 39 bits.
  @inline(__always) public static var bitCount: Int { 39 }
  /// The low 39 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x7fffffffff }
  /// A literal of 39 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xffffff8000000000) &- 0xffffff8000000000
  }
}

/// A field of 40 bits: 0 to 0xffffffffff.
public struct UInt40: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 40 bits.
  @inline(__always) public static var bitCount: Int { 40 }
  /// The low 40 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0xffffffffff }
  /// A literal of 40 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xffffff0000000000) &- 0xffffff0000000000
  }
}

/// A field of 41 bits: 0 to 0x1ffffffffff.
public struct UInt41: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 41 bits.
  @inline(__always) public static var bitCount: Int { 41 }
  /// The low 41 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x1ffffffffff }
  /// A literal of 41 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xfffffe0000000000) &- 0xfffffe0000000000
  }
}

/// A field of 42 bits: 0 to 0x3ffffffffff.
public struct UInt42: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 42 bits.
  @inline(__always) public static var bitCount: Int { 42 }
  /// The low 42 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x3ffffffffff }
  /// A literal of 42 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xfffffc0000000000) &- 0xfffffc0000000000
  }
}

/// A field of 43 bits: 0 to 0x7ffffffffff.
public struct UInt43: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 43 bits.
  @inline(__always) public static var bitCount: Int { 43 }
  /// The low 43 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x7ffffffffff }
  /// A literal of 43 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xfffff80000000000) &- 0xfffff80000000000
  }
}

/// A field of 44 bits: 0 to 0xfffffffffff.
public struct UInt44: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 44 bits.
  @inline(__always) public static var bitCount: Int { 44 }
  /// The low 44 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0xfffffffffff }
  /// A literal of 44 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xfffff00000000000) &- 0xfffff00000000000
  }
}

/// A field of 45 bits: 0 to 0x1fffffffffff.
public struct UInt45: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 45 bits.
  @inline(__always) public static var bitCount: Int { 45 }
  /// The low 45 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x1fffffffffff }
  /// A literal of 45 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xffffe00000000000) &- 0xffffe00000000000
  }
}

/// A field of 46 bits: 0 to 0x3fffffffffff.
public struct UInt46: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 46 bits.
  @inline(__always) public static var bitCount: Int { 46 }
  /// The low 46 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x3fffffffffff }
  /// A literal of 46 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xffffc00000000000) &- 0xffffc00000000000
  }
}

/// A field of 47 bits: 0 to 0x7fffffffffff.
public struct UInt47: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 47 bits.
  @inline(__always) public static var bitCount: Int { 47 }
  /// The low 47 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x7fffffffffff }
  /// A literal of 47 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xffff800000000000) &- 0xffff800000000000
  }
}

/// A field of 48 bits: 0 to 0xffffffffffff.
public struct UInt48: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 48 bits.
  @inline(__always) public static var bitCount: Int { 48 }
  /// The low 48 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0xffffffffffff }
  /// A literal of 48 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xffff000000000000) &- 0xffff000000000000
  }
}

/// A field of 49 bits: 0 to 0x1ffffffffffff.
public struct UInt49: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 49 bits.
  @inline(__always) public static var bitCount: Int { 49 }
  /// The low 49 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x1ffffffffffff }
  /// A literal of 49 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xfffe000000000000) &- 0xfffe000000000000
  }
}

/// A field of 50 bits: 0 to 0x3ffffffffffff.
public struct UInt50: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 50 bits.
  @inline(__always) public static var bitCount: Int { 50 }
  /// The low 50 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x3ffffffffffff }
  /// A literal of 50 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xfffc000000000000) &- 0xfffc000000000000
  }
}

/// A field of 51 bits: 0 to 0x7ffffffffffff.
public struct UInt51: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 51 bits.
  @inline(__always) public static var bitCount: Int { 51 }
  /// The low 51 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x7ffffffffffff }
  /// A literal of 51 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xfff8000000000000) &- 0xfff8000000000000
  }
}

/// A field of 52 bits: 0 to 0xfffffffffffff.
public struct UInt52: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 52 bits.
  @inline(__always) public static var bitCount: Int { 52 }
  /// The low 52 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0xfffffffffffff }
  /// A literal of 52 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xfff0000000000000) &- 0xfff0000000000000
  }
}

/// A field of 53 bits: 0 to 0x1fffffffffffff.
public struct UInt53: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 53 bits.
  @inline(__always) public static var bitCount: Int { 53 }
  /// The low 53 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x1fffffffffffff }
  /// A literal of 53 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xffe0000000000000) &- 0xffe0000000000000
  }
}

/// A field of 54 bits: 0 to 0x3fffffffffffff.
public struct UInt54: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 54 bits.
  @inline(__always) public static var bitCount: Int { 54 }
  /// The low 54 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x3fffffffffffff }
  /// A literal of 54 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xffc0000000000000) &- 0xffc0000000000000
  }
}

/// A field of 55 bits: 0 to 0x7fffffffffffff.
public struct UInt55: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 55 bits.
  @inline(__always) public static var bitCount: Int { 55 }
  /// The low 55 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x7fffffffffffff }
  /// A literal of 55 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xff80000000000000) &- 0xff80000000000000
  }
}

/// A field of 56 bits: 0 to 0xffffffffffffff.
public struct UInt56: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 56 bits.
  @inline(__always) public static var bitCount: Int { 56 }
  /// The low 56 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0xffffffffffffff }
  /// A literal of 56 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xff00000000000000) &- 0xff00000000000000
  }
}

/// A field of 57 bits: 0 to 0x1ffffffffffffff.
public struct UInt57: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 57 bits.
  @inline(__always) public static var bitCount: Int { 57 }
  /// The low 57 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x1ffffffffffffff }
  /// A literal of 57 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xfe00000000000000) &- 0xfe00000000000000
  }
}

/// A field of 58 bits: 0 to 0x3ffffffffffffff.
public struct UInt58: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 58 bits.
  @inline(__always) public static var bitCount: Int { 58 }
  /// The low 58 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x3ffffffffffffff }
  /// A literal of 58 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xfc00000000000000) &- 0xfc00000000000000
  }
}

/// A field of 59 bits: 0 to 0x7ffffffffffffff.
public struct UInt59: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 59 bits.
  @inline(__always) public static var bitCount: Int { 59 }
  /// The low 59 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x7ffffffffffffff }
  /// A literal of 59 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xf800000000000000) &- 0xf800000000000000
  }
}

/// A field of 60 bits: 0 to 0xfffffffffffffff.
public struct UInt60: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 60 bits.
  @inline(__always) public static var bitCount: Int { 60 }
  /// The low 60 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0xfffffffffffffff }
  /// A literal of 60 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xf000000000000000) &- 0xf000000000000000
  }
}

/// A field of 61 bits: 0 to 0x1fffffffffffffff.
public struct UInt61: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 61 bits.
  @inline(__always) public static var bitCount: Int { 61 }
  /// The low 61 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x1fffffffffffffff }
  /// A literal of 61 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xe000000000000000) &- 0xe000000000000000
  }
}

/// A field of 62 bits: 0 to 0x3fffffffffffffff.
public struct UInt62: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 62 bits.
  @inline(__always) public static var bitCount: Int { 62 }
  /// The low 62 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x3fffffffffffffff }
  /// A literal of 62 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0xc000000000000000) &- 0xc000000000000000
  }
}

/// A field of 63 bits: 0 to 0x7fffffffffffffff.
public struct UInt63: FieldInteger {
  /// The value.
  public let word: UInt64
  /// 63 bits.
  @inline(__always) public static var bitCount: Int { 63 }
  /// The low 63 bits of a word.
  @inline(__always) public init(truncating word: UInt64) { self.word = word & 0x7fffffffffffffff }
  /// A literal of 63 bits; a wider one does not compile.
  @_transparent public init(integerLiteral word: UInt64) {
    self.word = (word + 0x8000000000000000) &- 0x8000000000000000
  }
}
