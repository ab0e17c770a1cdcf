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
