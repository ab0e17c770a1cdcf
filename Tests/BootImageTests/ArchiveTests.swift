import BootImage
import ImageFormat
import Testing

struct ArchiveTests {
  static let files = [
    ArchiveFile(name: "manifest", bytes: [1, 2, 3]),
    ArchiveFile(name: String(repeating: "n", count: 47), bytes: Array(repeating: 7, count: 4097)),
    ArchiveFile(name: "empty", bytes: []),
  ]

  @Test func whatIsWrittenIsRead() throws {
    #expect(try ArchiveContent(reading: try Archive.bytes(of: Self.files)).files == Self.files)
    #expect(try ArchiveContent(reading: try Archive.bytes(of: [])).files == [])
  }

  @Test func everyFileStartsAtAPage() throws {
    let bytes = try Archive.bytes(of: Self.files)
    #expect(Array(bytes[4096..<4099]) == [1, 2, 3])
    #expect(bytes[8192] == 7)
  }

  @Test func whatStandsBehindDoesNotMatter() throws {
    let bytes = try Archive.bytes(of: Self.files)
    #expect(try ArchiveContent(reading: bytes + [9, 9, 9]).files == Self.files)
    #expect(try ArchiveContent(reading: bytes + [9, 9, 9]).size == bytes.count)
  }

  @Test func aFileIsFoundByItsName() throws {
    let bytes = try Archive.bytes(of: Self.files)
    let content = try ArchiveContent(
      reading: bytes, lookingUp: ["manifest", "manifes", "manifest2", "", "empty"])
    #expect(content.found == ["manifest": [1, 2, 3], "empty": []])
  }

  @Test func aNameThatDoesNotFitIsRefused() {
    for name in ["", String(repeating: "n", count: 48), "a\0b"] {
      #expect(throws: BootImageError.archiveName(name, limit: 47)) {
        try Archive.bytes(of: [ArchiveFile(name: name, bytes: [])])
      }
    }
    #expect(throws: BootImageError.archiveName("twice", limit: 47)) {
      try Archive.bytes(of: [ArchiveFile(name: "twice", bytes: []), ArchiveFile(name: "twice", bytes: [1])])
    }
  }

  @Test func theLimitOfFilesIsReached() throws {
    let many = (0..<256).map { ArchiveFile(name: "f\($0)", bytes: []) }
    #expect(try ArchiveContent(reading: try Archive.bytes(of: many)).files.count == 256)
    #expect(throws: BootImageError.archiveFull(count: 257, limit: 256)) {
      try Archive.bytes(of: many + [ArchiveFile(name: "one more", bytes: [])])
    }
  }

  @Test func archivesThatLieAreRefused() throws {
    let good = try Archive.bytes(of: Self.files)
    func changing(_ offset: Int, to value: UInt64) -> [UInt8] {
      var copy = good
      for byte in 0..<8 { copy[offset + byte] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(byte))) }
      return copy
    }
    #expect(throws: Archive.Malformed.notArchive) { try ArchiveContent(reading: changing(0, to: 0)) }
    #expect(throws: Archive.Malformed.tooManyFiles(count: 257)) {
      try ArchiveContent(reading: changing(8, to: 257))
    }
    #expect(throws: Archive.Malformed.tooManyFiles(count: .max)) {
      try ArchiveContent(reading: changing(8, to: .max))
    }
    #expect(throws: Archive.Malformed.misplaced(index: 0, offset: 0)) {
      try ArchiveContent(reading: changing(64, to: 0))
    }
    #expect(throws: Archive.Malformed.misplaced(index: 0, offset: 4097)) {
      try ArchiveContent(reading: changing(64, to: 4097))
    }
    #expect(throws: Archive.Malformed.truncated(needed: .max, count: good.count)) {
      try ArchiveContent(reading: changing(72, to: .max))
    }
    #expect(throws: Archive.Malformed.badName(index: 0)) { try ArchiveContent(reading: changing(16, to: 0)) }
    #expect(throws: Archive.Malformed.badName(index: 0)) {
      try ArchiveContent(reading: changing(56, to: .max))
    }
    for length in 0..<208 {
      #expect(throws: Archive.Malformed.self) { try ArchiveContent(reading: Array(good[..<length])) }
    }
  }

  @Test func noChangedByteBreaksTheReader() throws {
    var generator = SplitMix(state: 11)
    let good = try Archive.bytes(of: Self.files)
    for _ in 0..<20_000 {
      var broken = good
      for _ in 0...Int(generator.next() % 4) {
        broken[Int(generator.next() % 208)] = UInt8(truncatingIfNeeded: generator.next())
      }
      _ = try? ArchiveContent(reading: broken)
    }
  }
}
