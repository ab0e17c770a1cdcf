import DriverSpec

extension BitRange {
  /// The range in the words of messages: "bit 7", "bits 6:5".
  var written: String { high == low ? "bit \(high)" : "bits \(high):\(low)" }
}

extension UInt64 {
  /// The number in hexadecimal, as addresses and register values are read.
  var hexadecimal: String { "0x" + String(self, radix: 16) }
}
