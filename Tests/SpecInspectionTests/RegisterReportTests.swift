import DriverSpec
import SpecInspection
import Testing

/// A register and a value of it, explained to a person.
@Suite struct RegisterReportTests {
  private func report(_ registers: String, _ name: String, _ value: UInt64? = nil) throws -> String {
    let map = try InspectedSpec.checked(InspectedSpec.status + "\n" + registers).registerMap
    let flat = FlatRegister(placed: try #require(map.register(named: name)), indices: [])
    return RegisterReport(flat, value: value).lines(.ascii).joined(separator: "\n")
  }

  private let control = """
      LCR_H:
        summary: Line control
        offset: 0x2c
        width: 8
        reset: 0x60
        on-read: forgets the error
        fields:
          SPS:  {bits: 7, summary: stick parity}
          WLEN: {bits: 6:5, summary: word length, values: {five: 0, six: 1, eight: 3}}
          BRK:  {bits: 0, access: write-only}
    """

  @Test func aRegisterIsDrawnWithItsFields() throws {
    #expect(
      try report(control, "LCR_H") == """
        LCR_H at 0x2c of registers, 8 bits, read-write, reset 0x60
        Line control
        a read forgets the error

            7     6               5 4                                 1    0
        +--------+-----------------+-----------------------------------+--------+
        |  SPS   |      WLEN       |                                   |  BRK   |
        +--------+-----------------+-----------------------------------+--------+

        7    SPS               stick parity
        6:5  WLEN              word length   (five, six, eight)
        4:1  -
        0    BRK   write-only
        """)
  }

  @Test func aValueIsExplained() throws {
    let text = try report(control, "LCR_H", 0xc2)
    #expect(
      text.hasSuffix(
        """
        value 0xc2
        7    SPS   0x1                       stick parity (reset: 0x0)
        6:5  WLEN  0x2  no named value       word length (reset: eight)
        4:1  -     0x1  reserved, and not 0
        0    BRK   0x0
        """), "\(text)")
    #expect(try report(control, "LCR_H", 0x60).contains("value 0x60, the reset value\n"))
  }

  @Test func fieldsThatShareBitsAreDrawnTwice() throws {
    let text = try report(
      """
        CMD:
          offset: 4
          width: 8
          fields: {STATE: {bits: 3:0, access: read-only}, GO: {bits: 0, access: write-only}}
      """, "CMD")
    #expect(text.contains("when read:\n") && text.contains("when written:\n"))
  }
}
