import Diagnostics
import DriverSpec

/// No byte of a region belongs to two registers, unless one is only read and the other only written at one offset, the
/// spec calls them alternates, or they are never there at once.
///
/// Every element of every array is placed, so that arrays may be interleaved.
enum RegistersDoNotOverlap: Rule {
  static let code = DiagnosticCode.registersOverlap
  /// The most registers that may have one byte in common.
  static let maximumShared = 64

  private struct Element {
    var offset: UInt64
    var end: UInt64
    /// Which register of the map.
    var index: Int
  }

  static func check(_ subject: RuleSubject) {
    guard RegistersCanBeListed.isListable(subject.map) else { return }
    let places = SharedPlaces(subject)
    let byRegion = Dictionary(grouping: subject.map.registers.indices) {
      subject.map.registers[$0].region ?? ""
    }
    for indices in byRegion.values { check(indices, places, subject) }
  }

  private static func check(_ indices: [Int], _ places: SharedPlaces, _ subject: RuleSubject) {
    var elements: [Element] = []
    for index in indices {
      let placed = subject.map.registers[index]
      let bytes = placed.register.byteCount
      placed.forEachOffset { offset in
        elements.append(Element(offset: offset, end: offset.addingSaturating(bytes), index: index))
      }
    }
    elements.sort { ($0.offset, $0.index) < ($1.offset, $1.index) }
    /// Those that reach beyond the current offset.
    var active: [Element] = []
    var told: Set<UInt64> = []
    for element in elements {
      active.removeAll { $0.end <= element.offset }
      for earlier in active {
        let pair = (min(earlier.index, element.index), max(earlier.index, element.index))
        let one = subject.map.registers[pair.0]
        let other = subject.map.registers[pair.1]
        if places.may(one, other, atOneOffset: earlier.offset == element.offset) { continue }
        guard told.insert(UInt64(pair.0) << 32 | UInt64(pair.1)).inserted else { continue }
        pair.0 == pair.1 ? reportArray(subject, one) : report(subject, one, other)
        // Once is enough: what stands below has the mistake too.
        break
      }
      if active.count < maximumShared {
        active.append(element)
      } else if told.insert(UInt64(element.index) << 32 | UInt64(UInt32.max)).inserted {
        let register = subject.map.registers[element.index]
        report(
          subject,
          "register \(register.name.quoted) shares \(element.offset.hexadecimal) with more than \(maximumShared) others",
          at: register.register.offset.place, fix: "correct the offset")
      }
    }
  }

  private static func report(_ subject: RuleSubject, _ one: PlacedRegister, _ other: PlacedRegister) {
    let (first, second) = one.place <= other.place ? (one, other) : (other, one)
    report(
      subject, "register \(second.extent) overlaps \(first.extent)", at: second.register.offset.place,
      notes: [.init("\(first.name.quoted) is here", at: first.register.offset.place)],
      fix: "correct one offset; only a read-only and a write-only register may share one",
      waivers: second.register.waivers + first.register.waivers)
  }

  private static func reportArray(_ subject: RuleSubject, _ placed: PlacedRegister) {
    // The innermost stride has a rule of its own.
    if let own = placed.register.repetition, own.stride.value < placed.register.byteCount { return }
    report(
      subject, "elements of \(placed.nameWithCounts.quoted) overlap each other",
      at: placed.register.offset.place,
      notes: placed.dimensions.map { .init("\($0.stride.value) bytes apart", at: $0.stride.place) },
      fix: "correct the `stride` of a block, or the offset", waivers: placed.register.waivers)
  }
}

extension PlacedRegister {
  /// The register with its place, as messages say it.
  fileprivate var extent: String {
    let bytes = "\(register.byteCount) bytes"
    guard !dimensions.isEmpty else { return "\(name.quoted) (\(offset.hexadecimal), \(bytes))" }
    return "\(nameWithCounts.quoted) (from \(offset.hexadecimal), \(bytes) each)"
  }

  /// Calls `body` with the offset of each element, the last index counting fastest.
  func forEachOffset(_ body: (UInt64) -> Void) {
    func level(_ dimensions: ArraySlice<Repetition>, _ offset: UInt64) {
      guard let first = dimensions.first else { return body(offset) }
      for index in 0..<first.elementCount {
        level(dimensions.dropFirst(), offset &+ index &* first.stride.value)
      }
    }
    level(dimensions[...], offset)
  }
}
