import Testing

@testable import Kernel

struct BootTests {
  @Test("the boot information describes the root task's slots and ends with the device tree")
  func bootInformation() throws {
    let tree = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let task = try RootTask(deviceTree: tree)
    #expect(task.word(0) == 5016)
    #expect(task.word(16) == 1)
    #expect(task.word(32) == task.model.ipcBufferAddress)
    #expect(task.word(136) == 12)
    #expect(task.word(128) - task.word(120) == 2, "two pages of extra boot information")
    #expect(task.word(80) - task.word(72) == 16, "the image's frames")
    #expect(task.word(40) == task.word(160), "free slots begin behind the untypeds")
    #expect(task.word(48) == 4096)
    let information = task.model.bootInformation
    #expect(information.count == 4096 + 5016)
    #expect(Array(information[4096..<4112]) == [6, 0, 0, 0, 0, 0, 0, 0, 0x98, 0x13, 0, 0, 0, 0, 0, 0])
    #expect(Array(information[4112...]) == tree)
  }

  @Test("untypeds cover all that the kernel and the root task do not use, once")
  func untypeds() throws {
    let task = try RootTask(memoryMiB: 16)
    let untypeds = task.untypeds.sorted { $0.address < $1.address }
    var end: UInt = 0
    for untyped in untypeds {
      #expect(untyped.address >= end)
      #expect(untyped.address & (1 << untyped.bits - 1) == 0)
      end = untyped.address + 1 << untyped.bits
      #expect(untyped.isDevice != (untyped.address >= 0x4000_0000 && untyped.address < 0x4100_0000))
    }
    #expect(end == 1 << 44)
    let devices = untypeds.filter(\.isDevice).reduce(0 as UInt) { $0 + 1 << $1.bits }
    #expect(devices == 1 << 44 - 16 << 20 - 2 * 4096, "all but memory and the interrupt controller")
  }

  @Test("the root task reads and writes its image, and executes nothing else")
  func rootAddressSpace() throws {
    let task = try RootTask()
    let image = try #require(task.model.translate(0x40_0000))
    #expect(image.isWritable && image.isExecutable && image.isCacheable)
    let buffer = try #require(task.model.translate(task.model.ipcBufferAddress))
    #expect(buffer.isWritable && !buffer.isExecutable)
    #expect(task.model.translate(0x3f_f000) == nil)
    let answer = try task.perform(.pageGetAddress, task.word(72))
    #expect(answer.words == [image.physical])
  }
}
