import BoardTree
import DeviceTree
import Diagnostics
import SpecImport
import SpecReader

/// Reads any bytes as a device tree, lists it and begins a spec of each node; built and run by `.ci/fuzz tree`.
///
/// A trap is a finding, and so is a fault whose place lies outside the file, a spec that does not read back, or a tree
/// that the target's reader reads otherwise than libfdt.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTree(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // Safety: libFuzzer hands over `count` bytes that live until this returns; they are copied at once.
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let tree: BoardTree
  do {
    tree = try BoardTree(blob: bytes)
  } catch {
    let fault = TreeFault(of: bytes, complaint: error.message)
    claim((0...count).contains(fault.place), "byte \(fault.place) of \(count)")
    return 0
  }
  var faults: [TreeFault] = []
  let listing = TreeListing(tree, faults: &faults)
  _ = listing.json
  for fault in faults { claim((0...count).contains(fault.place), "byte \(fault.place) of \(count)") }
  bytes.withUnsafeBytes { buffer in
    // Safety: the tree is used inside the closure alone, while the array's storage is pinned.
    guard let flat = try? FlattenedTree(TreeBytes(buffer)) else { return }
    var others: [TreeFault] = []
    claim(TreeListing(flat, faults: &others) == listing, "two readers, two trees")
    claim(others == faults, "\(others), not \(faults)")
  }
  var current: BoardTree.Node? = tree.root
  for _ in 0..<8 {
    guard let node = current else { break }
    if let skeleton = try? TreeSkeleton(node, of: tree) {
      let told = DiagnosticCollector()
      claim(SpecReader.read(Array(skeleton.yaml.utf8), into: told).spec != nil, skeleton.yaml)
      claim(!told.hasErrors, "\(told.diagnostics.first?.message ?? "")\n\(skeleton.yaml)")
    }
    current = tree.node(after: node)
  }
  return 0
}

/// Ends the run with what does not hold; `precondition` says nothing in an optimised build.
private func claim(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
