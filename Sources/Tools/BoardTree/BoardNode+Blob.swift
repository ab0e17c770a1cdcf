public import Boards
import CFDT

extension BoardNode {
  /// The most bytes that a written tree may have.
  static let blobLimit = 64 << 10

  /// The flattened tree whose root this node is: the same node always gives the same bytes.
  ///
  /// Corresponds to libfdt's `fdt_create` to `fdt_finish`.
  ///
  /// - Throws: what libfdt has against a name, or that the tree is longer than 64 KiB.
  public func blob() throws(BoardTreeError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.blobLimit)
    // Safety: libfdt is told how many bytes there are, and keeps no pointer to them.
    let status = unsafe bytes.withUnsafeMutableBytes { buffer -> Int32 in
      guard let blob = buffer.baseAddress else { return -FDT_ERR_NOSPACE }
      var status = unsafe fdt_create(blob, Int32(buffer.count))
      if status == 0 { status = unsafe fdt_finish_reservemap(blob) }
      if status == 0 { status = unsafe write(to: blob) }
      if status == 0 { status = unsafe fdt_finish(blob) }
      return status == 0 ? Int32(unsafe buffer.load(fromByteOffset: 4, as: UInt32.self).byteSwapped) : status
    }
    guard status >= 0 else { throw BoardTreeError(status: status) }
    return Array(bytes[..<Int(status)])
  }

  /// Writes the node with all that stands in it; gives libfdt's number.
  private func write(to blob: UnsafeMutableRawPointer) -> Int32 {
    // Safety of the calls: `blob` is a tree that is being written, and libfdt copies names and values.
    var status = unsafe fdt_begin_node(blob, name)
    for property in properties where status == 0 {
      status = unsafe fdt_property(blob, property.name, property.value, Int32(property.value.count))
    }
    for child in children where status == 0 { status = unsafe child.write(to: blob) }
    return status == 0 ? unsafe fdt_end_node(blob) : status
  }
}
