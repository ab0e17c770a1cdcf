import Diagnostics
import DriverSpec

/// A pool has bytes, an alignment that is a power of two, and addresses that the device has bits for.
enum DMAPoolsCanBeGranted: Rule {
  static let code = DiagnosticCode.badPool
  /// The most bytes: 64 MiB.
  static let maximumSize: UInt64 = 64 << 20
  /// The largest alignment: 1 MiB.
  static let maximumAlignment: UInt64 = 1 << 20
  /// How many bits of an address a device has.
  static let addressBits = 12...64

  static func check(_ subject: RuleSubject) {
    for resource in subject.spec.resources {
      guard let pool = resource.pool else { continue }
      let name = resource.name.value.quoted
      if pool.size.value == 0 || pool.size.value > maximumSize {
        report(
          subject,
          "a pool of \(pool.size.value.hexadecimal) bytes is refused; the limit is \(maximumSize.hexadecimal)",
          at: pool.size.place, fix: "write how many bytes driver and device share")
      }
      if let alignment = pool.alignment,
        alignment.value == 0 || alignment.value & (alignment.value - 1) != 0
          || alignment.value > maximumAlignment
      {
        report(
          subject,
          "\(name) cannot be aligned to \(alignment.value.hexadecimal): it must be a power of two up to \(maximumAlignment.hexadecimal)",
          at: alignment.place, fix: "write 0x1000, or what the manual asks")
      }
      guard let bits = pool.addressBits else { continue }
      if !addressBits.contains(bits.value) {
        report(
          subject, "a device with \(bits.value) bits of address is refused; the limits are 12 and 64",
          at: bits.place,
          fix: "write how many bits of an address the device has")
      } else if bits.value < 64, pool.size.value > 1 << UInt64(bits.value) {
        report(
          subject,
          "\(name) has \(pool.size.value.hexadecimal) bytes, and \(bits.value) bits of address reach fewer",
          at: bits.place, notes: [.init("the size is said here", at: pool.size.place)],
          fix: "correct the size, or `address-bits`")
      }
    }
  }
}
