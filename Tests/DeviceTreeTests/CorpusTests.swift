import BoardTree
import DeviceTree
import Testing

/// Both readers and the rules, against trees and facts that others made.
@Suite(.enabled(if: Corpus.folder != nil, Comment(rawValue: Corpus.absence)))
struct CorpusTests {
  @Test(arguments: Corpus.names)
  func readersAgree(name: String) throws {
    let blob = try Corpus.blob(name)
    let ours = try withFlattenedTree(blob) { outline($0) }
    let libfdt = outline(try BoardTree(blob: blob))
    #expect(ours == libfdt)
    #expect(ours.count > 20)
  }

  @Test(arguments: Corpus.names)
  func factsHoldForBothReaders(name: String) throws {
    let blob = try Corpus.blob(name)
    let facts = try Corpus.facts(name)
    #expect(facts.count > 4)
    try withFlattenedTree(blob) { try expect(facts, of: $0) }
    try expect(facts, of: try BoardTree(blob: blob))
  }

  private func expect(_ facts: [Corpus.Fact], of tree: some TreeReader) throws {
    for fact in facts {
      let node = try tree.node(atPath: fact.node)
      #expect(tree.path(of: node) == fact.node)
      var compatible: [String] = []
      while let text = tree.compatible(compatible.count, of: node) {
        compatible.append(tree.bytes.text(text))
      }
      #expect(compatible == fact.compatible)
      #expect(tree.isAvailable(node) == (fact.status == "okay"))
      #expect(try tree.regionCount(of: node) == fact.reg?.count ?? 0, "\(fact.node)")
      for (index, reg) in (fact.reg ?? []).enumerated() {
        let region = try? tree.region(index, of: node)
        #expect(region.map { hexadecimal($0.address) } == reg[0], "\(fact.node) \(index)")
        #expect(region.map { hexadecimal($0.size) } == reg[1], "\(fact.node) \(index)")
        #expect(
          hexadecimal(try tree.busRegion(index, of: node).busAddress) == reg[2], "\(fact.node) \(index)")
      }
      #expect(try tree.interruptCount(of: node) == fact.irq?.count ?? 0, "\(fact.node)")
      for (index, irq) in (fact.irq ?? []).enumerated() {
        let interrupt = try tree.interrupt(index, of: node)
        #expect(tree.path(of: interrupt.controller) == irq.controller, "\(fact.node) \(index)")
        #expect((0..<interrupt.cellCount).map { interrupt.cells[$0] } == irq.cells, "\(fact.node) \(index)")
      }
    }
  }

  private func hexadecimal(_ number: UInt64) -> String { "0x" + String(number, radix: 16) }
}

/// Lends a tree over bytes that stay for as long as the body runs.
func withFlattenedTree<Result>(_ blob: [UInt8], _ body: (FlattenedTree) throws -> Result) throws -> Result {
  // Safety: the tree is used inside the closure alone, while the array's storage is pinned.
  try unsafe blob.withUnsafeBytes { try body(try unsafe FlattenedTree(TreeBytes($0))) }
}
