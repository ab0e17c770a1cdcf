import DriverSpec
import Testing

@testable import SpecInspection

/// What the bits of a field mean to a person.
@Suite struct FieldReadingTests {
  private func field(
    _ ranges: [BitRange], signed: Bool = false, fraction: Int? = nil, quantity: FieldQuantity? = nil,
    values: [EnumeratedValue] = []
  ) -> Field {
    Field(
      name: InspectedSpec.located("F"), bits: InspectedSpec.located(FieldBits(ranges)), values: values,
      isSigned: InspectedSpec.located(signed), fractionBits: fraction.map(InspectedSpec.located),
      quantity: quantity)
  }

  private func read(_ field: Field, _ word: UInt64) -> FieldReading {
    FieldReading(field, access: .readWrite, in: word)
  }

  @Test func scatteredPartsAreJoined() {
    let bits = [BitRange(high: 15, low: 12), BitRange(high: 3, low: 0)]
    #expect(read(field(bits), 0xa00b).raw == 0xab)
    #expect(read(field([BitRange(high: 63, low: 0)]), .max).raw == .max)
  }

  @Test func numbersHaveSignsAndPoints() {
    let byte = [BitRange(high: 7, low: 0)]
    #expect(read(field(byte), 0xff).number == nil)
    #expect(read(field(byte, signed: true), 0xff).number == "-1")
    #expect(read(field(byte, signed: true), 0x7f).number == "127")
    #expect(read(field(byte, fraction: 4), 0x18).number == "1.5")
    #expect(read(field(byte, signed: true, fraction: 4), 0xf8).number == "-0.5")
    #expect(read(field([BitRange(high: 63, low: 0)], signed: true), 1 << 63).number == "-9223372036854775808")
  }

  @Test func unitsAreCounted() {
    func linear(_ scale: Ratio, _ offset: Int64) -> FieldQuantity {
      FieldQuantity(
        unit: InspectedSpec.located("m°C"),
        conversion: .linear(scale: InspectedSpec.located(scale), offset: InspectedSpec.located(offset)))
    }
    let bits = [BitRange(high: 11, low: 0)]
    #expect(read(field(bits, quantity: linear(Ratio(125, over: 2), -40_000)), 3).number == "-39812.5 m°C")
    #expect(read(field(bits, quantity: linear(Ratio(1, over: 0), 0)), 3).number == nil)
    // What is too large to be calculated is not guessed.
    let extreme = linear(Ratio(.max, over: .max), .min)
    let word = [BitRange(high: 63, low: 0)]
    #expect(read(field(word, quantity: extreme), .max).number == "9223372036854775807 m°C")
    #expect(read(field(word, fraction: 62, quantity: extreme), .max).number == nil)
    let divides = FieldQuantity(
      unit: InspectedSpec.located("baud"),
      conversion: .divides(
        InspectedSpec.located(
          .binary(
            .divide, InspectedSpec.located(.name(InspectedSpec.located("uartclk"))),
            InspectedSpec.located(.literal(16))))))
    #expect(read(field(bits, quantity: divides), 13).number == "(uartclk / 16) / 13 baud")
    #expect(read(field(bits, quantity: divides), 0).number == "nothing: divided by 0")
  }

  @Test func valuesHaveTheirFirstName() {
    let values = [
      EnumeratedValue(name: InspectedSpec.located("off"), pattern: InspectedSpec.located(.value(0))),
      EnumeratedValue(
        name: InspectedSpec.located("fast"), pattern: InspectedSpec.located(.bits(value: 4, dontCare: 3))),
      EnumeratedValue(name: InspectedSpec.located("other"), pattern: InspectedSpec.located(.otherwise)),
    ]
    let mode = field([BitRange(high: 2, low: 0)], values: values)
    #expect(
      (0...7).map { read(mode, $0).name } == [
        "off", "other", "other", "other", "fast", "fast", "fast", "fast",
      ])
  }
}
