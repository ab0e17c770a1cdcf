import BootImage
import ImageFormat
import Testing

private func program(_ sample: SampleProgram, _ name: String = "program") throws -> Program {
  try Program(elf: sample.bytes, name: name, machine: 183)
}

private func lastSegment(_ image: [UInt8]) throws -> [UInt8] {
  try #require(try ProgramContent(reading: image).segments.last).content
}

struct BootImageTests {
  @Test func theAppendedSegmentStartsAtThePageBehindTheProgram() throws {
    var image = try program(.good)
    image.append([1, 2, 3])
    let read = try ProgramContent(reading: image.elf)
    #expect(read.entry == 0x40_0000)
    #expect(read.segments.count == 3)
    #expect(read.segments[1].content == Array(17...24))
    #expect(read.segments[2].address == 0x40_3000)
    #expect(read.segments[2].physical == 0x40_3000)
    #expect(read.segments[2].flags == 4)
    #expect(read.segments[2].content == [1, 2, 3])
  }

  @Test func physicalAddressesKeepTheirDistance() throws {
    var image = try program(
      SampleProgram.good.changing {
        $0.headers[0].physical = 0x8000_0000
        $0.headers[1].physical = 0x8000_1010
      })
    image.append([1])
    #expect(try ProgramContent(reading: image.elf).segments.last?.physical == 0x8000_3000)
  }

  @Test func onlyWhatIsLoadedIsKept() throws {
    let plain = try program(.good).elf
    let withSymbols = try program(
      SampleProgram.good.changing { $0.content += Array(repeating: 0xee, count: 500) })
    #expect(withSymbols.elf == plain)
    #expect(try Program(elf: plain, name: "program", machine: 183).elf == plain)
  }

  @Test func aFileMayBeMappedAsItIs() throws {
    for segment in try ProgramContent(reading: program(.good).elf).segments {
      #expect(UInt64(segment.fileOffset) % 4096 == segment.address % 4096)
    }
  }

  @Test func theRootTaskImageHasASectionForEachPartOfItsMemory() throws {
    let image = try RootTaskImage.bytes(rootTask: program(.good), manifest: [5], components: [])
    func number(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(image[offset + $1]) << (8 * $1) }
    }
    let table = number(0x28, 8)
    let count = number(0x3c, 2)
    #expect(number(0x3a, 2) == 64 && table % 8 == 0 && table + 64 * count == image.count)
    func section(_ index: Int) -> (name: String, type: Int, flags: Int, address: Int, offset: Int, size: Int)
    {
      let entry = table + 64 * index
      let names = number(table + 64 * number(0x3e, 2) + 0x18, 8)
      let name = image[(names + number(entry, 4))...].prefix { $0 != 0 }
      return (
        String(decoding: name, as: UTF8.self), number(entry + 4, 4), number(entry + 8, 8),
        number(entry + 16, 8),
        number(entry + 24, 8), number(entry + 32, 8)
      )
    }
    let sections = (1..<count).map(section)
    #expect(sections.map(\.name) == [".text", ".data", ".bss", ".rodata", ".shstrtab"])
    #expect(sections.map(\.type) == [1, 1, 8, 1, 3])
    // Allocated and executed, written, read alone.
    #expect(sections.map(\.flags) == [6, 3, 3, 2, 0])
    #expect(sections.map(\.address) == [0x40_0000, 0x40_1010, 0x40_1018, 0x40_3000, 0])
    let segments = try ProgramContent(reading: image).segments
    #expect(sections.prefix(2).map(\.size) == [16, 8] && sections[2].size == 0x1000)
    #expect(sections[3].size == segments[2].content.count)
    #expect([0, 1, 3].map { sections[$0].offset } == segments.map(\.fileOffset))
  }

  @Test func theRootTaskImageIsTheSameForEveryKernel() throws {
    let rootTask = try RootTaskImage.bytes(
      rootTask: program(.good), manifest: [5], components: [(name: "console", program: program(.good))])
    let loader = try program(
      SampleProgram.good.changing {
        $0.entry = 0x4800_0000
        $0.headers[0].address = 0x4800_0000
        $0.headers[1].address = 0x4800_1010
      })
    for entry in [0x40_0000, 0x40_0008] as [UInt64] {
      let image = try BootImage.bytes(
        loader: loader, kernel: program(SampleProgram.good.changing { $0.entry = entry }),
        rootTaskImage: rootTask)
      let archive = try ArchiveContent(reading: lastSegment(image))
      #expect(archive.files.map(\.name) == ["kernel.elf", "root-task.elf"])
      #expect(archive.files[1].bytes == rootTask)
    }
  }

  @Test func theCycleCounterIsAskedFor() throws {
    let rootTask = try RootTaskImage.bytes(rootTask: program(.good), manifest: [], components: [])
    let image = try BootImage.bytes(
      loader: program(.good), kernel: program(.good), rootTaskImage: rootTask, userCycleCounter: true)
    let archive = try ArchiveContent(reading: lastSegment(image))
    #expect(archive.files.last == ArchiveFile(name: "user-cycle-counter", bytes: []))
  }

  @Test func aPageThatIsWrittenAndExecutedIsRefused() throws {
    let both = SampleProgram.good.changing { $0.headers[0].flags = 7 }
    #expect(throws: BootImageError.pagesShared("driver", address: 0x40_0000)) {
      try RootTaskImage.bytes(
        rootTask: program(.good), manifest: [],
        components: [(name: "driver", program: try program(both, "driver"))])
    }
    let shared = SampleProgram.good.changing { $0.headers[1].address = 0x40_0010 }
    #expect(throws: BootImageError.pagesShared("program", address: 0x40_0000)) {
      try RootTaskImage.bytes(rootTask: program(shared), manifest: [], components: [])
    }
  }

  @Test func whatIsNoProgramIsRefused() {
    #expect(throws: BootImageError.program("kernel", .truncated(needed: 64, count: 3))) {
      try Program(elf: [1, 2, 3], name: "kernel", machine: 183)
    }
    #expect(throws: BootImageError.program("root-task.elf", .truncated(needed: 64, count: 0))) {
      try BootImage.bytes(loader: program(.good), kernel: program(.good), rootTaskImage: [])
    }
  }
}
