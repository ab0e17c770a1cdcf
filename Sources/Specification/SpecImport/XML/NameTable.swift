/// Every name once, found by its bytes.
struct NameTable {
  private(set) var names: [String]
  /// Numbers of names by hash, -1 where none is; a power of two, at most half full.
  private var slots: [Int32]
  /// The hash of each name.
  private var hashes: [UInt64] = []

  init(_ known: [String]) {
    names = []
    slots = Array(repeating: -1, count: 256)
    for name in known { _ = number(of: Array(name.utf8).span) }
  }

  /// The number of a name; a new one joins.
  mutating func number(of name: Span<UInt8>) -> Int32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in name.indices { hash = (hash ^ UInt64(name[index])) &* 0x0000_0100_0000_01b3 }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let candidate = slots[slot]
      if hashes[Int(candidate)] == hash, isEqual(names[Int(candidate)], name) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(names.count)
    names.append(String(decoding: (0..<name.count).map { name[$0] }, as: UTF8.self))
    hashes.append(hash)
    slots[slot] = number
    if names.count * 2 > slots.count { grow() }
    return number
  }

  private func isEqual(_ known: String, _ name: Span<UInt8>) -> Bool {
    let known = known.utf8.span
    guard known.count == name.count else { return false }
    for index in name.indices where known[index] != name[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
