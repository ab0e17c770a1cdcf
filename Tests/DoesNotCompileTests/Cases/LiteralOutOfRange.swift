import DriverRuntime

struct LevelValue: RangedFieldValue {
  static var range: ClosedRange<UInt8> { 1...16 }
  let number: UInt5
  init(read number: UInt5) { self.number = number }
  @_transparent init(integerLiteral value: UInt8) {
    number = UInt5(truncating: (((value + 239) &- 239) - 1) &+ 1)
  }
}

func use() {
  _ = 16 as LevelValue
  _ = 17 as LevelValue  // error: arithmetic operation '17 + 239'
}
