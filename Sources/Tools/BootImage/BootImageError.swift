import ImageFormat

/// Why no boot image comes of the given files.
public enum BootImageError: Error, Equatable, Sendable {
  /// The file of that name is no program that can be loaded.
  case program(String, ELFImage.Malformed)
  /// A component has a segment that is writable and executable, or that shares a page with another one.
  case pagesShared(String, address: UInt64)
  /// A file's name is empty, longer than `limit` bytes, or taken.
  case archiveName(String, limit: Int)
  /// More files than an archive holds.
  case archiveFull(count: Int, limit: Int)
  /// The kernel of that name cannot be started by Multiboot.
  case notMultiboot(String)
}

extension BootImageError: CustomStringConvertible {
  /// One sentence, lower case, without a full stop.
  public var description: String {
    switch self {
    case .program(let name, let reason): "`\(name)` is no program that can be loaded: \(reason)"
    case .pagesShared(let name, let address):
      "`\(name)` has a page at 0x\(String(address, radix: 16)) that is both writable and executable"
    case .archiveName(let name, let limit):
      "`\(name)` is no name for a file in an image: it is empty, taken, or longer than \(limit) bytes"
    case .archiveFull(let count, let limit): "\(count) files are more than the \(limit) that an image holds"
    case .notMultiboot(let name):
      "`\(name)` cannot be started by Multiboot: it has no header for it in its first 8 KiB, or stands above 4 GiB"
    }
  }
}
