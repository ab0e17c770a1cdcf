import ComponentInterface

extension LogText {
  /// Adds why a driver ended; the driver's word for it.
  mutating func append(_ failure: DriverFailure) {
    let values = failure.values
    switch failure.reason {
    case .timeout:
      append(contentsOf: failure.subject)
      append(" is not as awaited: the register read ")
      append(hexadecimal: values[0])
      append(" at the last of ")
      append(decimal: values[1])
      append(values[1] == 1 ? " poll" : " polls")
    case .arithmetic: append("a calculation left the unsigned 64-bit numbers")
    case .outOfRange:
      append(decimal: values[0])
      append(" is not in ")
      append(decimal: values[1])
      append("...")
      append(decimal: values[2])
    case .tooManyRounds:
      append("a loop did not end in ")
      append(decimal: values[0])
      append(" rounds")
    case .unusableRegion:
      append("the registers need ")
      append(decimal: values[2])
      append(" bytes, aligned for their accesses; the region at ")
      append(hexadecimal: values[0])
      append(" has ")
      append(decimal: values[1])
    case .unusablePorts:
      append("the registers need ")
      append(decimal: values[2])
      append(" I/O ports, with accesses of their own width; from ")
      append(hexadecimal: values[0])
      append(" on there are ")
      append(decimal: values[1])
    case .missingResource:
      append("the spec asks for more than the device has: ")
      switch DriverFailure.Resource(rawValue: values[1]) {
      case .region: append("register region ")
      case .interrupt: append("interrupt ")
      case .clock: append("rate of clock ")
      case nil: append("resource ")
      }
      append(decimal: values[0])
    }
    if failure.specLine > 0 {
      append(" (spec line ")
      append(decimal: UInt64(failure.specLine))
      append(")")
    }
  }

  /// Adds another text; what does not fit is cut off.
  mutating func append(contentsOf text: borrowing LogText) {
    var index = 0
    while index < text.count, append(text.bytes[index]) { index += 1 }
  }
}
