/// One access that a device model saw, from QEMU's own trace (`memory_region_ops_*`).
public struct DeviceAccess: Hashable, Sendable {
  /// Whether it wrote.
  public let isWrite: Bool
  /// The guest physical address.
  public let address: UInt64
  /// The value that was read or written.
  public let value: UInt64
  /// The width in bytes.
  public let bytes: Int
  /// The device model's name for the memory, such as `pl011`.
  public let region: String

  /// An access with all its parts.
  public init(isWrite: Bool, address: UInt64, value: UInt64, bytes: Int, region: String) {
    self.isWrite = isWrite
    self.address = address
    self.value = value
    self.bytes = bytes
    self.region = region
  }

  /// Parses `memory_region_ops_write cpu 0 mr 0x5… addr 0x9000030 value 0x301 size 4 name 'pl011'`.
  init?(_ line: some StringProtocol) {
    let words = line.split(separator: " ")
    guard let event = words.firstIndex(where: { $0.hasPrefix("memory_region_ops_") }) else { return nil }
    func word(after name: String) -> Substring? {
      guard let index = words.firstIndex(where: { $0 == name }), index + 1 < words.count else { return nil }
      return Substring(words[index + 1])
    }
    func number(after name: String) -> UInt64? {
      word(after: name).flatMap { UInt64($0.hasPrefix("0x") ? $0.dropFirst(2) : "", radix: 16) }
    }
    guard let address = number(after: "addr"), let value = number(after: "value"),
      let bytes = word(after: "size").flatMap({ Int($0) }), let name = word(after: "name")
    else { return nil }
    isWrite = words[event] == "memory_region_ops_write"
    self.address = address
    self.value = value
    self.bytes = bytes
    region = String(name.filter { $0 != "'" })
  }
}
