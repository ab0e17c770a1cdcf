import DriverSpec

extension Register {
  /// Bits of a register that are accessed alike.
  struct Part {
    var mask: UInt64
    var access: Access
    var readEffect: ReadEffect?
  }

  /// The register's fields as plans ask about them, again and again; or all its bits, where it has no field.
  var parts: [Part] {
    guard !fields.isEmpty else {
      let whole = BitRange(high: width.value - 1, low: 0)
      return [Part(mask: whole.mask, access: access.value, readEffect: readEffect?.value)]
    }
    return fields.map { field in
      Part(mask: field.bits.value.mask, access: access(of: field), readEffect: readEffect(of: field))
    }
  }
}
