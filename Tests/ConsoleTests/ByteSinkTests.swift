import ConsoleCore
import Testing

@Suite("Numbers are written as people read them")
struct ByteSinkTests {
  private struct Bytes: ByteSink {
    var bytes: [UInt8] = []
    mutating func write(_ byte: UInt8) { bytes.append(byte) }
  }

  private func written(_ write: (inout Bytes) -> Void) -> String {
    var bytes = Bytes()
    write(&bytes)
    return String(decoding: bytes.bytes, as: UTF8.self)
  }

  @Test func decimal() {
    #expect(written { $0.write(decimal: 0) } == "0")
    #expect(written { $0.write(decimal: .max) } == "18446744073709551615")
    #expect(written { $0.write(decimal: 42, width: 5) } == "   42")
    #expect(written { $0.write(decimal: 123_456, width: 5) } == "123456")
  }

  @Test func hexadecimal() {
    #expect(written { $0.write(hexadecimal: 0) } == "0x0")
    #expect(written { $0.write(hexadecimal: 0x900_0000) } == "0x9000000")
    #expect(written { $0.write(hexadecimal: .max) } == "0xffffffffffffffff")
  }
}
