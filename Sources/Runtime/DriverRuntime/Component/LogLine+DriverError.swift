extension LogLine {
  /// Says why a driver could not start.
  mutating func append(_ error: DriverError, of device: StaticString) {
    append(device)
    append(": ")
    switch error {
    case .timeout(let register, let field, let lastValue, let polls, let line):
      append(register.text)
      append(".")
      append(field.text)
      append(" not as awaited, the register reads ")
      append(lastValue, radix: 16)
      append(" after polls: ")
      append(polls)
      append(line: line)
    case .arithmetic(let line):
      append("a calculation left the 64-bit numbers")
      append(line: line)
    case .outOfRange(let value, let allowed, let line):
      append(value)
      append(" is not in ")
      append(allowed.lowerBound)
      append("...")
      append(allowed.upperBound)
      append(line: line)
    case .tooManyRounds(let limit, let line):
      append("a loop did not end after rounds: ")
      append(limit)
      append(line: line)
    case .unusableRegion(let mismatch):
      append("registers do not fit the region at ")
      append(UInt64(mismatch.region.address), radix: 16)
    case .unusablePorts(let first, let count, _):
      append("registers do not fit the ports from ")
      append(UInt64(first), radix: 16)
      append(" on: ")
      append(UInt64(count))
    case .missingResource(let kind, let index):
      append(kind == .region ? "no region " : kind == .interrupt ? "no interrupt " : "no clock rate ")
      append(UInt64(index))
    }
  }

  @inline(never)
  private mutating func append(line: Int) {
    append(", spec line ")
    append(UInt64(line))
  }
}
