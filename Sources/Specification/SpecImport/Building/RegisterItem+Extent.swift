import Diagnostics
import DriverSpec

extension RegisterItem {
  /// Bytes from the start of what it stands in.
  var offsetValue: UInt64 {
    switch self {
    case .register(let register): register.offset.value
    case .block(let block): block.offset.value
    }
  }

  /// The first byte after its last element.
  func end(of siblings: [RegisterItem] = []) -> UInt64 {
    let (size, repetition): (UInt64, Repetition?) =
      switch self {
      case .register(let register): (UInt64(register.width.value / 8), register.repetition)
      case .block(let block): (block.size, block.repetition)
      }
    let last = UInt64(max(1, repetition?.count.value ?? 1) - 1) &* (repetition?.stride.value ?? 0)
    return offsetValue &+ last &+ size
  }

  /// Moves it into a window that begins at `start`.
  mutating func move(by start: UInt64, into window: Located<String>) {
    switch self {
    case .register(var register):
      register.offset.value &-= start
      register.region = window
      self = .register(register)
    case .block(var block):
      block.offset.value &-= start
      block.region = window
      self = .block(block)
    }
  }
}

extension Block {
  /// Bytes from its start to the end of what it holds.
  var size: UInt64 {
    guard case .inline(let items) = content else { return 0 }
    return items.reduce(0) { max($0, $1.end()) }
  }
}
