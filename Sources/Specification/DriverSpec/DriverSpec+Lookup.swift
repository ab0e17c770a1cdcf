extension DriverSpec {
  /// Every register at its place.
  ///
  /// Made anew on each call; whoever holds a ``CheckedDriverSpec`` has one at hand.
  public var registerMap: RegisterMap { RegisterMap(self) }

  /// The resource of a name.
  ///
  /// - Parameter name: the name under `resources`.
  /// - Returns: the first resource of that name, or `nil`.
  public func resource(named name: String) -> Resource? { resources.first { $0.name.value == name } }
}

extension Register {
  /// The field of a name.
  ///
  /// - Parameter name: the manual's name.
  /// - Returns: the first field of that name, or `nil`.
  public func field(named name: String) -> Field? { fields.first { $0.name.value == name } }

  /// What an access to a field does: the field's own access, or else the register's.
  ///
  /// - Parameter field: a field of this register.
  /// - Returns: its access.
  public func access(of field: Field) -> Access { field.access?.value ?? access.value }

  /// What a read of a field changes: what the field says, or else the register.
  ///
  /// - Parameter field: a field of this register.
  /// - Returns: the effect, or `nil`.
  public func readEffect(of field: Field) -> ReadEffect? { field.readEffect?.value ?? readEffect?.value }

  /// Whether a read of the register changes the device.
  public var hasReadEffect: Bool { readEffect != nil || fields.contains { $0.readEffect != nil } }

  /// Whether any part of it can be read.
  public var isReadable: Bool {
    access.value.isReadable || fields.contains { access(of: $0).isReadable }
  }

  /// Whether any part of it can be written.
  public var isWritable: Bool {
    access.value.isWritable || fields.contains { access(of: $0).isWritable }
  }
}

extension BitRange {
  /// The field's bits, set in a register's value; 0 where the range is no part of 64 bits.
  public var mask: UInt64 {
    guard low >= 0, high >= low, high < 64 else { return 0 }
    return largestValue << UInt64(low)
  }

  /// The largest value that the bits hold.
  public var largestValue: UInt64 { width >= 64 ? .max : width <= 0 ? 0 : (1 << UInt64(width)) - 1 }
}
