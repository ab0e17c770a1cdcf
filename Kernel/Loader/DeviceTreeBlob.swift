import DeviceTree

/// A flattened device tree as firmware leaves it: possibly padded, and in the kernel's way.
enum DeviceTreeBlob {
  /// The bytes of the tree that mean something: everything behind its last block is padding.
  ///
  /// Devicetree specification, section 5.2.
  ///
  /// - Parameter bytes: a tree that was checked, and what may stand behind it.
  /// - Returns: bytes from the start.
  /// - Throws: `noDeviceTree` if there is not even a header.
  static func contentSize(_ bytes: TreeBytes) throws(LoaderFailure) -> Int {
    guard let reservations = bytes.word(at: 16), let structure = bytes.word(at: 8),
      let strings = bytes.word(at: 12), let stringsSize = bytes.word(at: 32),
      let structureSize = bytes.word(at: 36)
    else { throw .noDeviceTree }
    var end = max(Int(structure) + Int(structureSize), Int(strings) + Int(stringsSize), 40)
    // The list of reserved ranges ends with a range of size 0 at address 0.
    var place = Int(reservations)
    while let address = bytes.doubleWord(at: place), let size = bytes.doubleWord(at: place + 8) {
      place += 16
      if address == 0 && size == 0 { break }
    }
    end = max(end, place)
    return end
  }

  /// The size that the header of a tree at `start` claims; nil if no tree is there.
  static func claimedSize(_ header: TreeBytes) -> UInt32? {
    guard header.word(at: 0) == FlattenedTree.magic else { return nil }
    return header.word(at: 4)
  }
}
