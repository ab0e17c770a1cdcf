import DeviceTree
import Testing

@testable import loader

struct DeviceTreeBlobTests {
  /// A header, one reserved range, an empty tree, no strings, and padding.
  private func tree(padding: Int) -> [UInt8] {
    func big(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
    let content = 40 + 32 + 16
    var bytes: [UInt8] = []
    for field in [0xd00d_feed, UInt32(content + padding), 72, 88, 40, 17, 16, 0, 0, 16] {
      bytes += big(field)
    }
    bytes += [UInt8](repeating: 1, count: 16) + [UInt8](repeating: 0, count: 16)
    for token in [1, 0, 2, 9] as [UInt32] { bytes += big(token) }
    return bytes + [UInt8](repeating: 0, count: padding)
  }

  private func sizes(_ bytes: [UInt8]) throws -> (claimed: UInt32?, content: Int) {
    // Safety: the bytes are read within the closure only.
    try unsafe bytes.withUnsafeBytes { raw in
      let tree = unsafe TreeBytes(raw)
      return (DeviceTreeBlob.claimedSize(tree), try DeviceTreeBlob.contentSize(tree))
    }
  }

  @Test func paddingIsNoContent() throws {
    for padding in [0, 4, 1 << 20] {
      let sizes = try sizes(tree(padding: padding))
      #expect(sizes.claimed == UInt32(88 + padding))
      #expect(sizes.content == 88)
    }
  }

  @Test func theListOfReservedRangesIsContent() throws {
    var bytes = tree(padding: 64)
    // The list moves behind the tree.
    bytes[19] = 88
    for index in 88..<104 { bytes[index] = 1 }
    #expect(try sizes(bytes).content == 88 + 32)
  }

  @Test func whatIsNoTreeIsNone() throws {
    var bytes = tree(padding: 0)
    bytes[0] = 0
    #expect(try sizes(bytes).claimed == nil)
    #expect(throws: LoaderFailure.noDeviceTree) { try sizes(Array(bytes[..<20])) }
  }
}
