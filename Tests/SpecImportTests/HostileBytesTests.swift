import BoardTree
import DeviceTree
import Diagnostics
import Foundation
import SpecImport
import SpecReader
import Testing

/// Files that were changed at random are answered: refused with a reason, or imported with nothing lost.
@Suite struct ImportHostileBytesTests {
  /// Pieces that vendors' files hold, put where they do not belong.
  private static let pieces = [
    "<", ">", "/", "\"", "&amp;", "&#0;", "<!--", "<![CDATA[", "0x", "-1", "99999999999999999999", "%s",
    "[%s]",
    "<dim>65536</dim>", "<dimIncrement>0</dimIncrement>", "<size>64</size>", " derivedFrom=\"A\"",
    "<cluster>",
    "</register>", "<name></name>", "<access>writeOnce</access>", "\u{0}", "é",
  ]

  /// Where the random changes begin: the same in each run, or what `DDDK_SEED` says.
  private static let seed =
    ProcessInfo.processInfo.environment["DDDK_SEED"].flatMap { UInt64($0) } ?? 20_261_123

  @Test func changedSVDsAreAnswered() throws {
    var random = SplitMix(state: Self.seed)
    let seeds = try files("../Fuzz/SVD", "") + files("BadFiles", ".svd").filter { $0.count < 3_000 }
    for _ in 0..<1_500 {
      var bytes = seeds.randomElement(using: &random) ?? []
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where place < bytes.count: bytes.remove(at: place)
        case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 2:
          let start = Int.random(in: 0...bytes.count, using: &random)
          bytes.insert(
            contentsOf: bytes[min(start, place)..<min(bytes.count, max(start, place))].prefix(200), at: place)
        default: bytes.insert(contentsOf: (Self.pieces.randomElement(using: &random) ?? "").utf8, at: place)
        }
      }
      let collector = DiagnosticCollector()
      guard let file = SVDFile.read(bytes, into: collector) else {
        #expect(collector.hasErrors, "\(String(decoding: bytes, as: UTF8.self))")
        continue
      }
      guard file.registerCount < 2_000, !collector.hasErrors else { continue }
      _ = file.listing(into: collector).json
      let specs = file.specs(into: collector)
      for imported in specs {
        let told = DiagnosticCollector()
        let read = SpecReader.read(imported.bytes, into: told).spec
        #expect(
          read.map { NamePlaces.difference($0, imported.written) == nil } == true,
          "\(String(decoding: bytes, as: UTF8.self))")
      }
      #expect(
        ImportReport(file, specs).unaccounted == [],
        "seed \(Self.seed): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func changedTreesAreAnswered() throws {
    var random = SplitMix(state: Self.seed)
    let seeds = try files("../Fuzz/Trees", "")
    var count = 0
    for _ in 0..<3_000 {
      var bytes = seeds.randomElement(using: &random) ?? []
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if Int.random(in: 0..<8, using: &random) == 0 {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
      let tree: BoardTree
      do {
        tree = try BoardTree(blob: bytes)
      } catch {
        #expect((0...bytes.count).contains(TreeFault(of: bytes, complaint: error.message).place))
        continue
      }
      count += 1
      var faults: [TreeFault] = []
      _ = TreeListing(tree, faults: &faults).json
      #expect(faults.allSatisfy { (0...bytes.count).contains($0.place) })
      var current: BoardTree.Node? = tree.root
      while let node = current {
        if let skeleton = try? TreeSkeleton(node, of: tree) {
          #expect(
            SpecReader.read(Array(skeleton.yaml.utf8), into: DiagnosticCollector()).spec != nil,
            "\(skeleton.yaml)")
        }
        current = tree.node(after: node)
      }
    }
    #expect(count > 100, "only \(count) changed trees pass libfdt: too few say anything")
  }

  private func files(_ folder: String, _ ending: String) throws -> [[UInt8]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: folder).standardized
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter {
      $0.hasSuffix(ending)
    }
    .map { [UInt8](try Data(contentsOf: folder.appending(path: $0))) }
  }
}

/// Numbers from a seed (SplitMix64).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
