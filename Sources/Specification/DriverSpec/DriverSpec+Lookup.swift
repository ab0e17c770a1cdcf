extension DriverSpec {
  /// The register of a name.
  ///
  /// - Parameter name: the manual's name.
  /// - Returns: the first register of that name, or `nil`.
  public func register(named name: String) -> Register? { registers.first { $0.name.value == name } }

  /// The resource of a name.
  ///
  /// - Parameter name: the name under `resources`.
  /// - Returns: the first resource of that name, or `nil`.
  public func resource(named name: String) -> Resource? { resources.first { $0.name.value == name } }

  /// The field that a reference means.
  ///
  /// - Parameter reference: `REGISTER.FIELD`.
  /// - Returns: the field and its register, or `nil` where one of the names is not declared.
  public func field(at reference: FieldReference) -> (register: Register, field: Field)? {
    guard let register = register(named: reference.register.value),
      let field = register.field(named: reference.field.value)
    else { return nil }
    return (register, field)
  }
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
