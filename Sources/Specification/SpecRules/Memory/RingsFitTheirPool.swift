import Diagnostics
import DriverSpec

/// The rings of a pool fit into it, each entry aligned, and an index wraps at a power of two.
enum RingsFitTheirPool: Rule {
  static let code = DiagnosticCode.badRing
  /// The most entries of a ring.
  static let maximumEntries = 65_536

  static func check(_ subject: RuleSubject) {
    var used: [String: UInt64] = [:]
    for ring in subject.spec.rings {
      let entries = ring.entries
      if !(2...maximumEntries).contains(entries.value) {
        report(
          subject, "a ring of \(entries.value) entries is refused; the limits are 2 and \(maximumEntries)",
          at: entries.place, fix: "correct the number")
        continue
      }
      if case .index(let place) = ring.wrap, entries.value & (entries.value - 1) != 0 {
        report(
          subject,
          "an index wraps at a power of two, and \(ring.name.value.quoted) has \(entries.value) entries",
          at: entries.place, notes: [.init("`wrap: index` is here", at: place)],
          fix: "write a power of two, or a field that says where the ring ends")
      }
      guard let descriptor = subject.descriptor(of: ring),
        let pool = subject.resource(ring.pool.value).value?.pool
      else { continue }
      let alignment = descriptor.alignment?.value ?? 1
      if let own = pool.alignment, own.value < alignment {
        report(
          subject,
          "descriptor \(descriptor.name.value.quoted) is aligned to \(alignment), and the pool only to \(own.value)",
          at: ring.pool.place, notes: [.init("the pool's alignment is said here", at: own.place)],
          fix: "raise the pool's `alignment`")
      }
      let bytes = UInt64(entries.value).multiplyingSaturating(descriptor.size.value)
      let before = used[ring.pool.value] ?? 0
      used[ring.pool.value] = before.addingSaturating(bytes)
      guard before.addingSaturating(bytes) > pool.size.value else { continue }
      report(
        subject,
        """
        ring \(ring.name.value.quoted) takes \(bytes.hexadecimal) bytes, and pool \(ring.pool.value.quoted) has \
        \((pool.size.value - min(pool.size.value, before)).hexadecimal)\(before > 0 ? " left" : "")
        """,
        at: entries.place, notes: [.init("the size is said here", at: pool.size.place)],
        fix: "correct the entries, or the pool's size")
    }
  }
}
