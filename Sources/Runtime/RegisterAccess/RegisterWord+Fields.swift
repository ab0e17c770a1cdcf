// A register's word, as the properties of its fields take it apart. Each width has its own: a call that is not
// generic over the word compiles in half the time, and a large device has thousands of them.

extension UInt8 {
  /// The field of one bit.
  @inline(__always)
  public func flag(_ bit: UInt8) -> Bool { (self &>> bit) & 1 != 0 }

  /// Sets or clears a field of one bit.
  @inline(__always)
  public mutating func setFlag(_ bit: UInt8, _ isSet: Bool) {
    self = (self & ~(1 &<< bit)) | ((isSet ? 1 : 0) &<< bit)
  }

  /// The field whose bits, shifted down by `shift`, are `mask`.
  @inline(__always)
  public func field<Value: FieldValue>(_ shift: UInt8, _ mask: UInt8) -> Value {
    Value(fieldBits: (self &>> shift) & mask)
  }

  /// Replaces the field whose bits, shifted down by `shift`, are `mask`.
  @inline(__always)
  public mutating func setField<Value: FieldValue>(_ shift: UInt8, _ mask: UInt8, _ value: Value) {
    self = (self & ~(mask &<< shift)) | (value.fieldBits() &<< shift)
  }

  /// Bits of a scattered field: those that, shifted down by `shift`, are `mask`, moved up to bit `position`.
  @inline(__always)
  public func part(_ shift: UInt8, _ mask: UInt8, to position: UInt8) -> UInt8 {
    ((self &>> shift) & mask) &<< position
  }

  /// Replaces bits of a scattered field by those of its value from bit `position` on.
  @inline(__always)
  public mutating func setPart<Value: FieldValue>(
    _ shift: UInt8, _ mask: UInt8, from position: UInt8, _ value: Value
  ) {
    let bits: UInt8 = value.fieldBits()
    self = (self & ~(mask &<< shift)) | (((bits &>> position) & mask) &<< shift)
  }
}

extension UInt16 {
  /// The field of one bit.
  @inline(__always)
  public func flag(_ bit: UInt16) -> Bool { (self &>> bit) & 1 != 0 }

  /// Sets or clears a field of one bit.
  @inline(__always)
  public mutating func setFlag(_ bit: UInt16, _ isSet: Bool) {
    self = (self & ~(1 &<< bit)) | ((isSet ? 1 : 0) &<< bit)
  }

  /// The field whose bits, shifted down by `shift`, are `mask`.
  @inline(__always)
  public func field<Value: FieldValue>(_ shift: UInt16, _ mask: UInt16) -> Value {
    Value(fieldBits: (self &>> shift) & mask)
  }

  /// Replaces the field whose bits, shifted down by `shift`, are `mask`.
  @inline(__always)
  public mutating func setField<Value: FieldValue>(_ shift: UInt16, _ mask: UInt16, _ value: Value) {
    self = (self & ~(mask &<< shift)) | (value.fieldBits() &<< shift)
  }

  /// Bits of a scattered field: those that, shifted down by `shift`, are `mask`, moved up to bit `position`.
  @inline(__always)
  public func part(_ shift: UInt16, _ mask: UInt16, to position: UInt16) -> UInt16 {
    ((self &>> shift) & mask) &<< position
  }

  /// Replaces bits of a scattered field by those of its value from bit `position` on.
  @inline(__always)
  public mutating func setPart<Value: FieldValue>(
    _ shift: UInt16, _ mask: UInt16, from position: UInt16, _ value: Value
  ) {
    let bits: UInt16 = value.fieldBits()
    self = (self & ~(mask &<< shift)) | (((bits &>> position) & mask) &<< shift)
  }
}

extension UInt32 {
  /// The field of one bit.
  @inline(__always)
  public func flag(_ bit: UInt32) -> Bool { (self &>> bit) & 1 != 0 }

  /// Sets or clears a field of one bit.
  @inline(__always)
  public mutating func setFlag(_ bit: UInt32, _ isSet: Bool) {
    self = (self & ~(1 &<< bit)) | ((isSet ? 1 : 0) &<< bit)
  }

  /// The field whose bits, shifted down by `shift`, are `mask`.
  @inline(__always)
  public func field<Value: FieldValue>(_ shift: UInt32, _ mask: UInt32) -> Value {
    Value(fieldBits: (self &>> shift) & mask)
  }

  /// Replaces the field whose bits, shifted down by `shift`, are `mask`.
  @inline(__always)
  public mutating func setField<Value: FieldValue>(_ shift: UInt32, _ mask: UInt32, _ value: Value) {
    self = (self & ~(mask &<< shift)) | (value.fieldBits() &<< shift)
  }

  /// Bits of a scattered field: those that, shifted down by `shift`, are `mask`, moved up to bit `position`.
  @inline(__always)
  public func part(_ shift: UInt32, _ mask: UInt32, to position: UInt32) -> UInt32 {
    ((self &>> shift) & mask) &<< position
  }

  /// Replaces bits of a scattered field by those of its value from bit `position` on.
  @inline(__always)
  public mutating func setPart<Value: FieldValue>(
    _ shift: UInt32, _ mask: UInt32, from position: UInt32, _ value: Value
  ) {
    let bits: UInt32 = value.fieldBits()
    self = (self & ~(mask &<< shift)) | (((bits &>> position) & mask) &<< shift)
  }
}

extension UInt64 {
  /// The field of one bit.
  @inline(__always)
  public func flag(_ bit: UInt64) -> Bool { (self &>> bit) & 1 != 0 }

  /// Sets or clears a field of one bit.
  @inline(__always)
  public mutating func setFlag(_ bit: UInt64, _ isSet: Bool) {
    self = (self & ~(1 &<< bit)) | ((isSet ? 1 : 0) &<< bit)
  }

  /// The field whose bits, shifted down by `shift`, are `mask`.
  @inline(__always)
  public func field<Value: FieldValue>(_ shift: UInt64, _ mask: UInt64) -> Value {
    Value(fieldBits: (self &>> shift) & mask)
  }

  /// Replaces the field whose bits, shifted down by `shift`, are `mask`.
  @inline(__always)
  public mutating func setField<Value: FieldValue>(_ shift: UInt64, _ mask: UInt64, _ value: Value) {
    self = (self & ~(mask &<< shift)) | (value.fieldBits() &<< shift)
  }

  /// Bits of a scattered field: those that, shifted down by `shift`, are `mask`, moved up to bit `position`.
  @inline(__always)
  public func part(_ shift: UInt64, _ mask: UInt64, to position: UInt64) -> UInt64 {
    ((self &>> shift) & mask) &<< position
  }

  /// Replaces bits of a scattered field by those of its value from bit `position` on.
  @inline(__always)
  public mutating func setPart<Value: FieldValue>(
    _ shift: UInt64, _ mask: UInt64, from position: UInt64, _ value: Value
  ) {
    let bits: UInt64 = value.fieldBits()
    self = (self & ~(mask &<< shift)) | (((bits &>> position) & mask) &<< shift)
  }
}
