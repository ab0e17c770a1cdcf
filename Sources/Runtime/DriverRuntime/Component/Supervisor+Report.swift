import ComponentInterface

extension Supervisor {
  /// Logs why a driver could not start.
  func report(_ error: DriverError, of device: StaticString) {
    var text = LogText()
    text.append(device)
    switch error {
    case .timeout(let register, let field, let lastValue, let polls, let line):
      text.append(": ")
      text.append(register.text)
      text.append(".")
      text.append(field.text)
      text.append(" still not as awaited after ")
      text.append(decimal: polls)
      text.append(" polls, the register reads ")
      text.append(hexadecimal: lastValue)
      append(line: line, to: &text)
    case .arithmetic(let line):
      text.append(": a calculation left the unsigned 64-bit numbers")
      append(line: line, to: &text)
    case .outOfRange(let value, let allowed, let line):
      text.append(": ")
      text.append(decimal: value)
      text.append(" is not in ")
      text.append(decimal: allowed.lowerBound)
      text.append("...")
      text.append(decimal: allowed.upperBound)
      append(line: line, to: &text)
    case .unusableRegion(let mismatch):
      text.append(": the region at ")
      text.append(hexadecimal: UInt64(mismatch.region.address))
      text.append(" does not hold the registers")
    case .missingResource(let kind, let index):
      switch kind {
      case .region: text.append(": no region ")
      case .interrupt: text.append(": no interrupt ")
      case .clock: text.append(": no rate of clock ")
      }
      text.append(decimal: UInt64(index))
    }
    _ = call(.writeLog(text))
  }

  private func append(line: Int, to text: inout LogText) {
    text.append(" (spec line ")
    text.append(decimal: UInt64(line))
    text.append(")")
  }
}
