import BootImage
import ImageFormat

/// What `ELFImage` makes of a file, copied out of it.
struct ProgramContent: Equatable {
  struct Segment: Equatable {
    let address: UInt64
    let physical: UInt64
    let memorySize: UInt64
    let flags: UInt32
    let content: [UInt8]
    let fileOffset: Int
  }
  let entry: UInt64
  let range: Range<UInt64>
  let segments: [Segment]

  init(reading file: [UInt8]) throws(ELFImage.Malformed) {
    // Safety: the views are used within the closure only.
    let result = unsafe file.withUnsafeBytes { bytes in unsafe Self.read(bytes) }
    self = try result.get()
  }

  private init(_ image: ELFImage, _ bytes: UnsafeRawBufferPointer) {
    entry = image.entry
    range = image.virtualRange
    segments = (0..<image.segmentCount).map { index in
      let segment = image.segment(index)
      let content = unsafe segment.content
      let offset: Int
      if let start = content.baseAddress, let file = bytes.baseAddress {
        offset = unsafe start - file
      } else {
        offset = 0
      }
      return unsafe Segment(
        address: segment.virtualAddress, physical: segment.physicalAddress, memorySize: segment.memorySize,
        flags: segment.permissions.rawValue, content: Array(content), fileOffset: offset)
    }
  }

  private static func read(_ bytes: UnsafeRawBufferPointer) -> Result<Self, ELFImage.Malformed> {
    do throws(ELFImage.Malformed) {
      let image = try unsafe ELFImage(checking: bytes, machine: 183)
      return unsafe .success(Self(image, bytes))
    } catch { return .failure(error) }
  }
}

/// What `Archive` makes of a file, copied out of it.
struct ArchiveContent: Equatable {
  let files: [ArchiveFile]
  let size: Int
  /// What looking each of the asked names up gives.
  let found: [String: [UInt8]]

  init(reading file: [UInt8], lookingUp names: [String] = []) throws(Archive.Malformed) {
    // Safety: the views are used within the closure only.
    let result = unsafe file.withUnsafeBytes { bytes in unsafe Self.read(bytes, names) }
    self = try result.get()
  }

  private init(_ archive: Archive, _ names: [String]) {
    files = (0..<archive.count).map { index in
      ArchiveFile(
        name: String(decoding: unsafe Array(archive.name(index)), as: UTF8.self),
        bytes: unsafe Array(archive.file(index)))
    }
    size = archive.size
    var found: [String: [UInt8]] = [:]
    for name in names {
      unsafe Array(name.utf8).withUnsafeBytes { bytes in
        if let file = unsafe archive.file(named: bytes) { found[name] = unsafe Array(file) }
      }
    }
    self.found = found
  }

  private static func read(_ bytes: UnsafeRawBufferPointer, _ names: [String]) -> Result<
    Self, Archive.Malformed
  > {
    do throws(Archive.Malformed) {
      return .success(Self(try unsafe Archive(checking: bytes), names))
    } catch { return .failure(error) }
  }
}
