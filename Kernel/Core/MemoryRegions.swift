/// A range of physical addresses, `end` excluded.
struct MemoryRegion {
  var start: UInt
  var end: UInt

  var isEmpty: Bool { start >= end }
}

/// At most `limit` regions in ascending order, none touching another's inside.
struct MemoryRegions {
  static var limit: Int { 16 }
  private var regions = InlineArray<16, MemoryRegion>(repeating: MemoryRegion(start: 0, end: 0))
  private(set) var count = 0

  subscript(index: Int) -> MemoryRegion {
    get { regions[index] }
    set { regions[index] = newValue }
  }

  /// Adds a region behind all others.
  mutating func append(_ region: MemoryRegion) throws(BootError) {
    if region.isEmpty { return }
    guard count < MemoryRegions.limit else { throw .tooManyRegions }
    guard count == 0 || regions[count - 1].end <= region.start else { throw .regionsOutOfOrder }
    regions[count] = region
    count += 1
  }

  /// The parts of `whole` that none of these regions covers.
  func gaps(in whole: MemoryRegion) throws(BootError) -> MemoryRegions {
    var gaps = MemoryRegions()
    var start = whole.start
    for index in 0..<count {
      let region = regions[index]
      if region.end <= start { continue }
      if region.start >= whole.end { break }
      try gaps.append(MemoryRegion(start: start, end: region.start))
      start = region.end
    }
    try gaps.append(MemoryRegion(start: start, end: whole.end))
    return gaps
  }
}
