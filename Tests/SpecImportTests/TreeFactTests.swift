import BoardTree
import Foundation
import SpecImport
import Testing

/// Every device tree of the corpus is listed as independent readers read it.
@Suite(.enabled(if: Corpus.folder != nil, Comment(rawValue: Corpus.absence)))
struct TreeFactTests {
  @Test(arguments: Corpus.trees)
  func factsHold(name: String) throws {
    let tree = try BoardTree(blob: try Corpus.tree(name))
    var faults: [TreeFault] = []
    let listing = TreeListing(tree, faults: &faults)
    #expect(faults == [])
    let nodes = Dictionary(uniqueKeysWithValues: listing.nodes.map { ($0.path, $0) })
    let lines = String(decoding: try Corpus.bytes("dtb/\(name).facts.jsonl"), as: UTF8.self).split(
      separator: "\n")
    #expect(lines.count > 4)
    for line in lines {
      let fact = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let path = try #require(fact["node"] as? String)
      let node = try #require(nodes[path], "\(path)")
      #expect(node.compatible == fact["compatible"] as? [String])
      #expect(node.status == fact["status"] as? String)
      let regions = fact["reg"] as? [[Any]] ?? []
      #expect(
        node.regions.map {
          [
            $0.region.map { hexadecimal($0.address) }, $0.region.map { hexadecimal($0.size) },
            hexadecimal($0.busAddress),
          ]
        } == regions.map { $0.map { $0 as? String } }, "\(path)")
      let interrupts = fact["irq"] as? [[Any]] ?? []
      #expect(
        node.interrupts.map { "\($0.controller) \($0.cells)" }
          == interrupts.map { "\($0[0]) \($0[1] as? [Int] ?? [])" },
        "\(path)")
    }
  }

  private func hexadecimal(_ number: UInt64) -> String { "0x" + String(number, radix: 16) }
}
