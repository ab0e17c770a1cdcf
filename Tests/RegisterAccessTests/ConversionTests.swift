import RegisterAccess
import Testing

/// Values in a unit, to a field's number and back, in integers.
struct ConversionTests {
  let milliCelsius = LinearConversion(125, over: 2, offset: -40_000)

  @Test(arguments: [(0, -40_000), (1, -39_937), (2, -39_875), (3, -39_812), (640, 0), (-1, -40_063)])
  func aNumberComesToTheNearestValue(raw: Int64, value: Int64) {
    #expect(milliCelsius.value(of: raw) == value)
  }

  @Test(arguments: [(-40_000, 0), (0, 640), (21_500, 984), (30, 640), (32, 641)])
  func aValueComesToTheNearestNumber(value: Int64, raw: Int64) {
    #expect(milliCelsius.raw(of: value) == raw)
  }

  @Test func everyNumberComesBack() {
    for raw in Int64(-2048)...2047 { #expect(milliCelsius.raw(of: milliCelsius.value(of: raw)) == raw) }
  }

  @Test func theEndsOfTheNumbersStopNothing() {
    let large = LinearConversion(.max, over: 1, offset: .max)
    #expect(large.value(of: .max) == .max)
    #expect(large.value(of: .min) == .min)
    #expect(LinearConversion(.min, over: -1, offset: 0).value(of: 1) == .max)
    #expect(LinearConversion(1, over: .min, offset: 0).value(of: .min) == 1)
    #expect(LinearConversion(0, over: 1, offset: 0).raw(of: 5) == nil)
    #expect(LinearConversion(1, over: 1, offset: .min).raw(of: 1) == nil)
  }

  @Test func aFieldHoldsWhatFits() throws {
    let number: Int12 = try milliCelsius.field(for: 21_500)
    #expect(number.value == 984)
    var thrown: FieldOutOfRange?
    do throws(FieldOutOfRange) {
      let _: Int12 = try milliCelsius.field(for: 200_000)
    } catch {
      thrown = error
    }
    #expect(thrown == FieldOutOfRange(200_000))
  }

  @Test func fixedPointIsPartsOfOne() throws {
    let gain = try #require(FixedPoint<UInt4, 2>(5, over: 4))
    #expect(gain.number.word == 5)
    #expect(gain.times(100) == 125)
    #expect(FixedPoint<UInt4, 2>(4, over: 1) == nil)
    let trim = try #require(FixedPoint<Int8, 4>(-3, over: 2))
    #expect(trim.number == -24)
    #expect(trim.times(1000) == -1500)
  }
}
