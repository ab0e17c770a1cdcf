#if os(none)
  /// A page that the root task has mapped into its own address space, writable.
  ///
  /// Everything that the root task writes to memory of others, or reads there, goes through here.
  struct MappedPage: BitwiseCopyable {
    /// Its address in the root task.
    let address: UInt64

    /// Bytes of a page.
    static let size = 4096

    /// Writes a value; it must end inside the page.
    @inline(__always)
    func store<Value: BitwiseCopyable>(_ value: Value, at offset: Int) {
      precondition(offset >= 0 && offset <= Self.size - MemoryLayout<Value>.size, "outside the page")
      // Safety: the page is mapped writable for as long as this value is used, and the range is inside it.
      unsafe pointer.storeBytes(of: value, toByteOffset: offset, as: Value.self)
    }

    /// Reads a value that its owner may be writing at the same time: an allegation.
    @inline(__always)
    func load<Value: BitwiseCopyable>(at offset: Int, as type: Value.Type) -> Value {
      precondition(offset >= 0 && offset <= Self.size - MemoryLayout<Value>.size, "outside the page")
      // Safety: as for `store`.
      return unsafe UnsafeRawPointer(pointer).loadUnaligned(fromByteOffset: offset, as: type)
    }

    /// Copies bytes to a place in the page, where they must end inside it.
    func copy(_ bytes: UnsafeRawBufferPointer, to offset: Int) {
      precondition(
        offset >= 0 && bytes.count <= Self.size && offset <= Self.size - bytes.count, "outside the page")
      guard let source = bytes.baseAddress else { return }
      // Safety: as for `store`; the source is the archive, which does not overlap the page.
      unsafe (pointer + offset).copyMemory(from: source, byteCount: bytes.count)
    }

    private var pointer: UnsafeMutableRawPointer {
      // Safety: addresses of pages come from the root task's own layout and are never 0.
      guard let pointer = unsafe UnsafeMutableRawPointer(bitPattern: UInt(address)) else {
        fatalError("a page at address 0")
      }
      return unsafe pointer
    }
  }
#endif
