import CFDT
public import DeviceTree

/// A board's device tree on the host: a blob read through libfdt.
///
/// It answers the same rules as the target's own reader (`FlattenedTree`), and a test holds both against each other.
@safe public final class BoardTree: TreeReader {
  /// The bytes of the blob; they live as long as this object.
  public let bytes: TreeBytes
  /// The blob, where libfdt wants it: at a multiple of eight bytes.
  private let blob: UnsafeMutableRawBufferPointer

  /// A node: its offset in libfdt's structure block.
  public struct Node: Equatable, Sendable {
    fileprivate let offset: Int32
  }

  /// Copies the blob and lets libfdt check all of it.
  public init(blob given: some Collection<UInt8>) throws(BoardTreeError) {
    // Safety: the memory is owned by this object, filled before it is read, and freed in `deinit` alone.
    unsafe blob = UnsafeMutableRawBufferPointer.allocate(byteCount: max(8, given.count), alignment: 8)
    unsafe blob.initializeMemory(as: UInt8.self, repeating: 0)
    unsafe blob.copyBytes(from: given)
    // Safety: `bytes` is handed out by this object, and its readers keep the object.
    unsafe bytes = TreeBytes(UnsafeRawBufferPointer(rebasing: blob[..<given.count]))
    // libfdt takes versions from 2 on, and follows a null pointer while it checks the names of those before 16.
    // They are refused as the target's reader refuses them.
    if bytes.word(at: 0) == FlattenedTree.magic, let version = bytes.word(at: 20),
      version < FlattenedTree.version
    {
      throw BoardTreeError(status: -FDT_ERR_BADVERSION)
    }
    // Safety: libfdt reads no further than the size that it is given.
    let status = unsafe fdt_check_full(blob.baseAddress, given.count)
    guard status == 0 else { throw BoardTreeError(status: status) }
    // libfdt takes a tree without a node for whole. Safety: the blob was checked; nothing is kept of the answer.
    guard unsafe fdt_get_name(blob.baseAddress, 0, nil) != nil else {
      throw BoardTreeError(status: -FDT_ERR_BADSTRUCTURE)
    }
  }

  deinit {
    unsafe blob.deallocate()
  }

  // Safety of the calls below: the blob was checked whole by fdt_check_full and does not change; offsets come from libfdt.

  /// The node `/`.
  public var root: Node { Node(offset: 0) }

  /// Corresponds to `fdt_parent_offset`.
  public func parent(of node: Node) -> Node? {
    let offset = unsafe fdt_parent_offset(blob.baseAddress, node.offset)
    return offset < 0 ? nil : Node(offset: offset)
  }

  /// Corresponds to `fdt_first_subnode` and `fdt_next_subnode`.
  public func child(after previous: Node?, of parent: Node) -> Node? {
    let offset =
      if let previous {
        unsafe fdt_next_subnode(blob.baseAddress, previous.offset)
      } else {
        unsafe fdt_first_subnode(blob.baseAddress, parent.offset)
      }
    return offset < 0 ? nil : Node(offset: offset)
  }

  /// Corresponds to `fdt_first_property_offset` and `fdt_next_property_offset`.
  public func property(after previous: TreeProperty?, of node: Node) -> TreeProperty? {
    let offset =
      if let previous {
        unsafe fdt_next_property_offset(blob.baseAddress, Int32(previous.place))
      } else {
        unsafe fdt_first_property_offset(blob.baseAddress, node.offset)
      }
    guard offset >= 0 else { return nil }
    var name: UnsafePointer<CChar>?
    var length: Int32 = 0
    guard let value = unsafe fdt_getprop_by_offset(blob.baseAddress, offset, &name, &length), length >= 0,
      let nameStretch = unsafe text(at: name), let valueStart = unsafe place(of: value),
      let valueStretch = bytes.stretch(from: valueStart, count: Int(length))
    else { return nil }
    return TreeProperty(place: Int(offset), name: nameStretch, value: valueStretch)
  }

  /// Corresponds to `fdt_get_name`.
  public func name(of node: Node) -> TreeBytes.Stretch {
    var length: Int32 = 0
    let name = unsafe fdt_get_name(blob.baseAddress, node.offset, &length)
    guard let start = unsafe place(of: name), let stretch = bytes.stretch(from: start, count: Int(length))
    else {
      preconditionFailure("libfdt named a node outside its blob")
    }
    return stretch
  }

  /// Where the node begins, in bytes from the start of the blob.
  public func place(of node: Node) -> Int {
    // Word 2 of the header is where the structure block begins.
    Int(bytes.word(at: 8) ?? 0) + Int(node.offset)
  }

  /// How far into the blob a pointer of libfdt's leads.
  private func place(of pointer: UnsafeRawPointer?) -> Int? {
    guard let pointer = unsafe pointer, let base = unsafe blob.baseAddress else { return nil }
    return unsafe pointer - UnsafeRawPointer(base)
  }

  private func text(at pointer: UnsafePointer<CChar>?) -> TreeBytes.Stretch? {
    guard let start = unsafe place(of: UnsafeRawPointer(pointer)) else { return nil }
    return bytes.string(from: start, before: bytes.count)
  }
}

/// What libfdt has against a blob.
public struct BoardTreeError: Error, Equatable, CustomStringConvertible {
  /// libfdt's number, below zero.
  public let status: Int32
  /// libfdt's word for it: `FDT_ERR_TRUNCATED`.
  public let message: String

  init(status: Int32) {
    self.status = status
    // Safety: fdt_strerror answers with a constant text.
    message = unsafe String(cString: fdt_strerror(status))
  }

  /// What to tell a person.
  public var description: String { "no device tree: \(message)" }
}
