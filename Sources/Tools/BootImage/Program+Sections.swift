extension Program {
  /// The program as an ELF file with a section for each part of its memory, and no symbols.
  ///
  /// No loader needs sections; other tools go by them. seL4's elfloader strips the root server that it takes, and strip
  /// refuses a file without sections and drops what stands in none.
  var sectionedELF: [UInt8] {
    var names: [UInt8] = [0]
    var table = Section().bytes
    var count: UInt16 = 1
    func add(_ name: String, _ section: Section) {
      var section = section
      section.name = UInt32(names.count)
      names += Array(name.utf8) + [0]
      table += section.bytes
      count += 1
    }
    let (offsets, end) = layout
    for (segment, offset) in zip(segments, offsets) {
      var section = Section(
        type: .content, flags: segment.permissions, address: segment.virtualAddress, offset: offset,
        size: UInt64(segment.content.count))
      if section.size > 0 { add(Self.sectionName(segment.permissions), section) }
      // What is in memory alone is a section of its own.
      section.type = .zeros
      section.address += section.size
      section.offset += segment.content.count
      section.size = segment.memorySize - section.size
      if section.size > 0 { add(".bss", section) }
    }
    let own = Array(".shstrtab".utf8) + [0]
    add(".shstrtab", Section(type: .names, offset: end, size: UInt64(names.count + own.count)))
    let start = (end + names.count).rounded(upTo: 8)
    return elf(sectionTable: start, count: count) + names
      + [UInt8](repeating: 0, count: start - end - names.count) + table
  }

  private static func sectionName(_ permissions: UInt32) -> String {
    permissions & 1 != 0 ? ".text" : permissions & 2 != 0 ? ".data" : ".rodata"
  }

  /// An entry of the section table (System V ABI, "Sections").
  private struct Section {
    enum Kind: UInt32 { case none, content, names = 3, zeros = 8 }

    var name: UInt32 = 0
    var type = Kind.none
    /// The permissions of the segment that holds it, none of one that is not in memory.
    var flags: UInt32 = 0
    var address: UInt64 = 0
    var offset = 0
    var size: UInt64 = 0

    var bytes: [UInt8] {
      // SHF_WRITE, SHF_ALLOC and SHF_EXECINSTR.
      let isLoaded = flags != 0
      let bits = UInt64((flags & 2) >> 1 | (isLoaded ? 2 : 0) | (flags & 1) << 2)
      return littleEndian(name) + littleEndian(type.rawValue) + littleEndian(bits) + littleEndian(address)
        + littleEndian(UInt64(offset)) + littleEndian(size) + littleEndian(UInt64(0))
        + littleEndian(UInt64(isLoaded ? 8 : 1)) + littleEndian(UInt64(0))
    }
  }
}
