import BootImage
import ImageFormat
import Testing

struct ELFImageTests {
  @Test func aGoodFileIsReadAsItIs() throws {
    let program = try ProgramContent(reading: SampleProgram.good.bytes)
    #expect(program.entry == 0x40_0000)
    #expect(program.range == 0x40_0000..<0x40_2018)
    #expect(
      program.segments == [
        .init(
          address: 0x40_0000, physical: 0x40_0000, memorySize: 16, flags: 5, content: Array(1...16),
          fileOffset: 0x1000),
        .init(
          address: 0x40_1010, physical: 0x40_1010, memorySize: 0x1008, flags: 6, content: Array(17...24),
          fileOffset: 0x1010),
      ])
  }

  @Test func headersThatAreNotLoadedAreSkipped() throws {
    let file = SampleProgram.good.changing { program in
      program.headers.insert(
        .init(type: 7, flags: 4, offset: .max, address: .max, fileSize: .max, memorySize: 0), at: 1)
    }
    #expect(try ProgramContent(reading: file.bytes).segments.count == 2)
  }

  @Test(
    arguments: [
      (
        SampleProgram.good.changing { $0.machine = 62 },
        ELFImage.Malformed.wrongMachine(found: 62, wanted: 183)
      ),
      (SampleProgram.good.changing { $0.type = 3 }, .notExecutable(type: 3)),
      (SampleProgram.good.changing { $0.headerSize = 32 }, .programHeaders(size: 32, count: 2)),
      (SampleProgram.good.changing { $0.headerCount = 0 }, .programHeaders(size: 56, count: 0)),
      (SampleProgram.good.changing { $0.headerCount = 65 }, .programHeaders(size: 56, count: 65)),
      (
        SampleProgram.good.changing { $0.headerOffset = .max - 8 },
        .truncated(needed: .max, count: 0x1018)
      ),
      (
        SampleProgram.good.changing { $0.headers[0].fileSize = 17 },
        .segmentLargerInFile(index: 0, file: 17, memory: 16)
      ),
      (
        SampleProgram.good.changing { $0.headers[1].offset = 0x1011 },
        .truncated(needed: 0x1019, count: 0x1018)
      ),
      (SampleProgram.good.changing { $0.headers[1].offset = .max }, .truncated(needed: .max, count: 0x1018)),
      (
        SampleProgram.good.changing { $0.headers[1].address = .max - 0x1000 },
        .segmentWraps(index: 1, address: .max - 0x1000, size: 0x1008)
      ),
      (
        SampleProgram.good.changing { $0.headers[1].physical = .max - 0x1000 },
        .segmentWraps(index: 1, address: 0x40_1010, size: 0x1008)
      ),
      (
        SampleProgram.good.changing { $0.headers[1].address = 0x40_000f },
        .segmentsOverlap(index: 1, address: 0x40_000f, end: 0x40_0010)
      ),
      (SampleProgram.good.changing { $0.entry = 0x40_1010 }, .entryNotExecutable(entry: 0x40_1010)),
      (SampleProgram.good.changing { $0.entry = 0x40_0010 }, .entryNotExecutable(entry: 0x40_0010)),
      (
        SampleProgram.good.changing {
          $0.headers[0].type = 2; $0.headers[1].type = 2
        }, .noSegments
      ),
    ])
  func aFileThatLiesIsRefused(_ program: SampleProgram, _ expected: ELFImage.Malformed) {
    #expect(throws: expected) { try ProgramContent(reading: program.bytes) }
  }

  @Test func everyTruncationIsRefused() {
    let file = SampleProgram.good.bytes
    for length in 0..<file.count {
      #expect(throws: ELFImage.Malformed.self) { try ProgramContent(reading: Array(file[..<length])) }
    }
  }

  @Test func noChangedByteBreaksTheReader() {
    var generator = SplitMix(state: 7)
    let file = SampleProgram.good.bytes
    var refused = 0
    for _ in 0..<20_000 {
      var broken = file
      for _ in 0...Int(generator.next() % 4) {
        broken[Int(generator.next() % 176)] = UInt8(truncatingIfNeeded: generator.next())
      }
      do {
        let program = try ProgramContent(reading: broken)
        for segment in program.segments { #expect(UInt64(segment.content.count) <= segment.memorySize) }
      } catch { refused += 1 }
    }
    #expect(refused > 10_000)
  }
}

/// Numbers that are the same in each run.
///
/// Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators".
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }
}
