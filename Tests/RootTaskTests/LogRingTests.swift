import ComponentInterface
import Testing

@testable import root_task

@Suite("the root task's log")
struct LogRingTests {
  private func text(_ chunk: LogChunk) -> String {
    String(decoding: (0..<chunk.text.count).map { chunk.text.bytes[$0] }, as: UTF8.self)
  }

  private func line(_ text: StaticString) -> LogText {
    var line = LogText()
    line.append(text)
    return line
  }

  @Test("lines are read back by offset, in chunks of one message")
  func reading() {
    var log = LogRing()
    log.append(line("first"))
    log.append(line("second"))
    #expect(log.end == 13 && log.start == 0)
    let all = log.chunk(from: 0)
    #expect(text(all) == "first\nsecond\n" && all.offset == 0 && all.end == 13)
    #expect(text(log.chunk(from: 6)) == "second\n")
    #expect(text(log.chunk(from: 13)).isEmpty)
    // A reader that is ahead is told where the log ends.
    let ahead = log.chunk(from: 99)
    #expect(ahead.offset == 13 && text(ahead).isEmpty)
  }

  @Test("bytes that would steer a terminal become dots")
  func controlBytes() {
    var log = LogRing()
    var line = LogText()
    for byte: UInt8 in [0x41, 0x1B, 0x5B, 0x0A, 0x00, 0x7F, 0xC3, 0x42] { line.append(byte) }
    log.append(line)
    #expect(text(log.chunk(from: 0)) == "A.[....B\n")
  }

  @Test("a reader that comes too late sees how much is gone")
  func overrun() {
    var log = LogRing()
    let lines = 2000
    for _ in 0..<lines { log.append(line("0123456789abcde")) }
    #expect(log.end == UInt64(lines * 16))
    #expect(log.start == log.end - UInt64(LogRing.capacity))
    var offset = log.chunk(from: 0).offset
    #expect(offset == log.start)
    var read = ""
    while offset < log.end {
      let chunk = log.chunk(from: offset)
      #expect(chunk.offset == offset && chunk.text.count > 0)
      read += text(chunk)
      offset += UInt64(chunk.text.count)
    }
    #expect(read == String(repeating: "0123456789abcde\n", count: LogRing.capacity / 16))
  }
}
