/// The file that a spec was read from, as generated text speaks of it.
public struct SpecFile: Sendable, Equatable {
  /// What every spec's file name ends in.
  public static let suffix = ".driver.yaml"

  /// Without a folder: generated text is the same wherever it is generated.
  public let name: String
  /// 64 bits that tell one text of the file from another (FNV-1a), in hexadecimal.
  public let digest: String

  /// A file by its name and its bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let text = String(hash, radix: 16)
    digest = String(repeating: "0", count: 16 - text.count) + text
  }

  /// The name without what every spec's ends in: `pl011`.
  static func stem(of name: String) -> String {
    name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : name
  }
}
