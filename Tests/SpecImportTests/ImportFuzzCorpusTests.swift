import BoardTree
import DeviceTree
import Diagnostics
import Foundation
import SpecImport
import SpecReader
import Testing

/// What the fuzzers found worth keeping is still answered: listed, made into specs that read back, and accounted for.
@Suite struct ImportFuzzCorpusTests {
  @Test func everySVDHasAnAnswer() throws {
    let inputs = try inputs("SVD")
    #expect(inputs.count >= 2 && inputs.count < 400)
    for (name, bytes) in inputs {
      let collector = DiagnosticCollector()
      guard let file = SVDFile.read(bytes, into: collector) else {
        #expect(collector.hasErrors, "\(name)")
        continue
      }
      guard file.registerCount < 2_000, !collector.hasErrors else { continue }
      #expect(file.listing(into: collector).json.hasSuffix("}\n"))
      let specs = file.specs(into: collector)
      for imported in specs {
        let told = DiagnosticCollector()
        let read = SpecReader.read(imported.bytes, into: told).spec
        #expect(read != nil, "\(name)")
        if let read { #expect(NamePlaces.difference(read, imported.written) == nil, "\(name)") }
      }
      #expect(ImportReport(file, specs).unaccounted == [], "\(name)")
    }
  }

  @Test func everyTreeHasAnAnswer() throws {
    let inputs = try inputs("Trees")
    #expect(inputs.count >= 2 && inputs.count < 400)
    for (name, bytes) in inputs {
      let tree: BoardTree
      do {
        tree = try BoardTree(blob: bytes)
      } catch {
        #expect((0...bytes.count).contains(TreeFault(of: bytes, complaint: error.message).place), "\(name)")
        continue
      }
      var faults: [TreeFault] = []
      let listing = TreeListing(tree, faults: &faults)
      #expect(!listing.nodes.isEmpty)
      // Safety: the tree is used inside the closure alone, while the array's storage is pinned.
      unsafe bytes.withUnsafeBytes { buffer in
        guard let flat = try? unsafe FlattenedTree(TreeBytes(buffer)) else { return }
        var others: [TreeFault] = []
        #expect(TreeListing(flat, faults: &others) == listing, "\(name): two readers, two trees")
        #expect(others == faults, "\(name)")
      }
      #expect(faults.allSatisfy { (0...bytes.count).contains($0.place) }, "\(name)")
      if let skeleton = try? TreeSkeleton(tree.root, of: tree) {
        #expect(
          SpecReader.read(Array(skeleton.yaml.utf8), into: DiagnosticCollector()).spec != nil, "\(name)")
      }
    }
  }

  private func inputs(_ folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Fuzz").appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0))))
    }
  }
}
