import Testing

@testable import BootImage

struct MultibootTests {
  /// Two pages of a kernel in the last 2 GiB, whose content begins with a Multiboot header.
  private static let kernel = SampleProgram.good.changing {
    $0.machine = 62
    $0.entry = 0xffff_ffff_8010_000c
    $0.headers[0].address = 0xffff_ffff_8010_0000
    $0.headers[0].physical = 0x10_0000
    $0.headers[1].address = 0xffff_ffff_8010_1010
    $0.headers[1].physical = 0x10_1010
    $0.content.replaceSubrange(0..<12, with: [0x02, 0xb0, 0xad, 0x1b, 3, 0, 0, 0, 0xfb, 0x4f, 0x52, 0xe4])
  }

  private static func elf(_ sample: SampleProgram) throws -> [UInt8] {
    try Program(elf: sample.bytes, name: "kernel", machine: 62).multibootELF()
  }

  private func word(_ bytes: [UInt8], _ offset: Int, _ size: Int = 4) -> UInt32 {
    (0..<size).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32($1 * 8) }
  }

  @Test func everythingStandsAtItsPhysicalAddress() throws {
    let file = try Self.elf(Self.kernel)
    #expect(Array(file[0..<7]) == [0x7f, 0x45, 0x4c, 0x46, 1, 1, 1])
    #expect(word(file, 18, 2) == 3)
    #expect(word(file, 24) == 0x10_000c)
    #expect(word(file, 44, 2) == 2)
    let segments = [52, 84].map { start in (0..<8).map { word(file, start + 4 * $0) } }
    #expect(segments[0] == [1, 0x1000, 0x10_0000, 0x10_0000, 16, 16, 5, 0x1000])
    #expect(segments[1] == [1, segments[1][1], 0x10_1010, 0x10_1010, 8, 0x1008, 6, 0x1000])
    #expect(segments[1][1] & 0xfff == 0x010)
    #expect(word(file, 0x1000) == 0x1bad_b002)
    #expect(Array(file[Int(segments[1][1])...]) == Array(17...24))
  }

  /// seL4's kernel for x86-64 begins in a segment that is read and written alone.
  @Test func aKernelIsEnteredInAnySegment() throws {
    let sample = Self.kernel.changing { $0.headers[0].flags = 6 }
    do throws(BootImageError) {
      _ = try Program(elf: sample.bytes, name: "kernel", machine: 62)
      Issue.record("a program of another kind is refused")
    } catch {
      #expect(error == .program("kernel", .entryNotExecutable(entry: 0xffff_ffff_8010_000c)))
    }
    let program = try Program(elf: sample.bytes, name: "kernel", machine: 62, isEnteredBeforePaging: true)
    #expect(try word(program.multibootELF(), 24) == 0x10_000c)
    let outside = sample.changing { $0.entry = 0xffff_ffff_8010_0010 }
    do throws(BootImageError) {
      _ = try Program(elf: outside.bytes, name: "kernel", machine: 62, isEnteredBeforePaging: true)
      Issue.record("the entry is in no segment")
    } catch {
      #expect(error == .program("kernel", .entryNotExecutable(entry: 0xffff_ffff_8010_0010)))
    }
  }

  @Test func aKernelWithoutTheHeaderIsRefused() throws {
    for sample in [
      Self.kernel.changing { $0.content[8] ^= 1 },
      Self.kernel.changing { $0.headers[1].physical = 0x1_0000_0000 },
    ] {
      do throws(any Error) {
        _ = try Self.elf(sample)
        Issue.record("a file came of it")
      } catch let error as BootImageError {
        #expect(error == .notMultiboot("kernel"))
      }
    }
  }
}
