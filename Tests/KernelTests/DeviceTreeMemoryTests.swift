import Boards
import Foundation
import HostProcess
import Testing

@testable import Kernel

/// The memory that the kernel finds in a tree, and what it makes of trees that are none.
struct DeviceTreeMemoryTests {
  // Safety: the buffer lives through the closure, and the reader is not kept.
  private func range(_ bytes: [UInt8], holding address: UInt) -> (start: UInt, end: UInt)? {
    var words = [UInt64](repeating: 0, count: bytes.count / 8 + 2)
    return unsafe words.withUnsafeMutableBytes { buffer -> (UInt, UInt)? in
      // Safety: the buffer is larger than the bytes, and the reader is given their count.
      unsafe buffer.copyBytes(from: bytes)
      let start = UInt(bitPattern: buffer.baseAddress)
      return DeviceTreeMemory(start: start, size: UInt(bytes.count)).range(holding: address).map {
        ($0.start, $0.end)
      }
    }
  }

  /// A tree that `dtc` makes of a text.
  private func tree(_ nodes: String, header: String = "#address-cells = <2>; #size-cells = <2>;") throws
    -> [UInt8]
  {
    let folder = try TemporaryFolder()
    let source = folder.file("tree.dts")
    try Data("/dts-v1/; / { \(header) \(nodes) };".utf8).write(to: URL(filePath: source))
    let result = try ChildProcess.run(["dtc", "-q", "-o", folder.file("tree.dtb"), source])
    try #require(result.isSuccess, "\(result.output)")
    return [UInt8](try Data(contentsOf: URL(filePath: folder.file("tree.dtb"))))
  }

  @Test func theRangeThatHoldsTheAddressIsFound() throws {
    let bytes = try tree(
      """
      chosen { stdout-path = "/uart"; };
      soc { memory@9 { device_type = "memory"; reg = <0 0x40000000 0 0x1000>; }; };
      memory@0 { device_type = "memory"; reg = <0 0 0 0x8000000 0 0x40000000 1 0>; };
      memory@80 { reg = <0x2 0 0x2 0>; device_type = "memory"; };
      uart { reg = <0 0x40000000 0 0x1000>; };
      """)
    #expect(try #require(range(bytes, holding: 0x4000_0000)) == (0x4000_0000, 0x1_4000_0000))
    #expect(try #require(range(bytes, holding: 0x7ff_ffff)) == (0, 0x800_0000))
    #expect(try #require(range(bytes, holding: 0x2_0000_0000)) == (0x2_0000_0000, 0x4_0000_0000))
    #expect(range(bytes, holding: 0x800_0000) == nil)
  }

  @Test func cellsAreOfTheRoot() throws {
    let bytes = try tree(
      "memory { device_type = \"memory\"; reg = <0x80000000 0x10000000>; };",
      header: "#address-cells = <1>; #size-cells = <1>;")
    #expect(try #require(range(bytes, holding: 0x8000_0000)) == (0x8000_0000, 0x9000_0000))
    // Without the properties an address has two cells and a size one.
    let standard = try tree("memory { device_type = \"memory\"; reg = <1 0 0x1000>; };", header: "")
    #expect(try #require(range(standard, holding: 0x1_0000_0fff)) == (0x1_0000_0000, 0x1_0000_1000))
    let three = try tree(
      "memory { device_type = \"memory\"; reg = <0 0 0 0x1000>; };",
      header: "#address-cells = <3>; #size-cells = <1>;")
    #expect(range(three, holding: 0) == nil)
  }

  @Test func noTreeNamesNoMemory() throws {
    #expect(range([], holding: 0) == nil)
    #expect(range([UInt8](repeating: 0, count: 64), holding: 0) == nil)
    #expect(try range(tree("uart { reg = <0 0 0 0x1000>; };"), holding: 0) == nil)
  }

  /// Truncated and changed trees are read to an end, within their bytes.
  @Test func brokenTreesAreReadToAnEnd() throws {
    let bytes = try tree("memory { device_type = \"memory\"; reg = <0 0x40000000 0 0x40000000>; };")
    for count in 0..<bytes.count { _ = range(Array(bytes[..<count]), holding: 0x4000_0000) }
    var state: UInt64 = 2026
    for _ in 0..<2_000 {
      var changed = bytes
      for _ in 0..<3 {
        // Knuth's generator, MMIX.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        changed[Int(state >> 33) % changed.count] = UInt8(truncatingIfNeeded: state >> 24)
      }
      _ = range(changed, holding: 0x4000_0000)
    }
  }
}
