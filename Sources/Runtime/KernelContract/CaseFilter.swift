/// Which cases run: those whose names begin with a text.
public struct CaseFilter {
  /// Longest text; what is beyond it is not compared.
  public static var capacity: Int { 96 }

  private var bytes = InlineArray<96, UInt8>(repeating: 0)
  private var count = 0

  /// Accepts every case.
  public init() {}

  /// Adds a byte to the text.
  public mutating func append(_ byte: UInt8) {
    guard count < Self.capacity else { return }
    bytes[count] = byte
    count += 1
  }

  func accepts(_ name: StaticString) -> Bool {
    var index = 0
    var isEqual = true
    name.forEachByte { byte in
      if index < count, bytes[index] != byte { isEqual = false }
      index += 1
    }
    return isEqual && index >= count
  }
}
