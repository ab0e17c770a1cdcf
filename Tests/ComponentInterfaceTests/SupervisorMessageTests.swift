import ComponentInterface
import Testing

@Suite("Requests and replies survive the way through message words")
struct SupervisorMessageTests {
  static var requests: [SupervisorRequest] {
    var text = LogText()
    text.append("serial: restarted after ")
    text.append(decimal: 18_446_744_073_709_551_615)
    text.append(hexadecimal: 0x900_1000)
    var full = LogText()
    for index in 0..<LogText.capacity { full.append(UInt8(truncatingIfNeeded: index)) }
    return [
      .component(index: 3), .statistics(component: 1), .crash(component: 2), .start(component: 7),
      .measure(component: 4), .readLog(offset: 1 << 40), .grant(index: .max), .quit, .resources,
      .writeLog(LogText()),
      .writeLog(text),
      .writeLog(full),
      .fail(DriverFailure(reason: .arithmetic, specLine: 7, values: [0, 0, 0])),
      .fail(DriverFailure(reason: .timeout, specLine: .max, values: [.max, 1, 2], subject: text)),
    ]
  }

  @Test(arguments: requests)
  func requestsComeBack(_ request: SupervisorRequest) throws {
    let message = request.message
    #expect(message.label >= SupervisorRequest.firstLabel)
    #expect(message.count <= SupervisorMessage.capacity)
    #expect(try SupervisorRequest(message) == request)
    #expect(SupervisorPermissions.all.contains(request.permission))
  }

  @Test(arguments: requests)
  func aRequestCutShortIsMalformed(_ request: SupervisorRequest) {
    let whole = request.message
    for length in 0..<whole.count {
      var short = SupervisorMessage(label: whole.label)
      for index in 0..<length { short.append(whole.words[index]) }
      #expect(throws: SupervisorError.malformed) { try SupervisorRequest(short) }
    }
  }

  @Test func labelsOfFaultsAndLabelsPastTheLastAreUnknown() {
    for label: UInt in [0, 1, 6, 0xff, 0x10b, SupervisorRequest.echoLabel, .max] {
      #expect(throws: SupervisorError.unknownRequest) {
        try SupervisorRequest(SupervisorMessage(label: label))
      }
    }
  }

  @Test func numbersThatDoNotFitAreMalformed() {
    for label: UInt in [0x100, 0x101, 0x102, 0x103, 0x105, 0x109] {
      var message = SupervisorMessage(label: label)
      message.append(UInt64(UInt32.max) + 1)
      #expect(throws: SupervisorError.malformed) { try SupervisorRequest(message) }
    }
    var message = SupervisorMessage(label: 0x108)
    message.append(UInt64(LogText.capacity) + 1)
    #expect(throws: SupervisorError.malformed) { try SupervisorRequest(message) }
    for reason: UInt64 in [0, 8, 0x101, 0xffff_ffff] {
      var message = SupervisorMessage(label: 0x10a)
      for word in [reason, 0, 0, 0, 0] { message.append(word) }
      #expect(throws: SupervisorError.malformed) { try SupervisorRequest(message) }
    }
  }

  @Test func repliesComeBack() throws {
    let status = ComponentStatus(
      id: 2, total: 5, state: .heldDown, restarts: 1000, grants: 17, name: ComponentName("serial"))
    #expect(try ComponentStatus(status.message) == status)
    let grant = Grant(
      index: 4, total: 30, component: 2, kind: .interrupt, first: 33, second: ~0, third: 1)
    #expect(try Grant(grant.message) == grant)
    let count = ResourceCount(slotsUsed: 1, slotsTotal: 2, untypedBytesFree: 3, untypedBytesTotal: 4)
    #expect(try ResourceCount(count.message) == count)
    var text = LogText()
    text.append("a line\n")
    let chunk = LogChunk(offset: 10, end: 17, text: text)
    #expect(try LogChunk(chunk.message) == chunk)
    var words: [12 of UInt64] = InlineArray(repeating: 0)
    for index in 0..<12 { words[index] = UInt64(index) + 100 }
    let statistics = StatisticsPage(words: words)
    #expect(statistics.interrupts == 100)
    #expect(statistics.scratch1 == 111)
    #expect(try StatisticsPage(statistics.message) == statistics)
  }

  @Test func aRefusalIsThrown() {
    for error: SupervisorError in [
      .unknownRequest, .notPermitted, .malformed, .noSuchIndex, .wrongState, .notSupported,
    ] {
      #expect(throws: error) { try ComponentStatus(.refused(error)) }
      #expect(throws: error) { try LogChunk(.refused(error)) }
    }
    #expect(throws: SupervisorError.malformed) { try Grant(SupervisorMessage(label: 999)) }
  }

  @Test func aMessageTakesNoWordTooMany() {
    var message = SupervisorMessage(label: 1)
    for index in 0..<100 { message.append(UInt64(index)) }
    #expect(message.count == SupervisorMessage.capacity)
    #expect(message.word(63) == 63)
    #expect(message.word(64) == nil)
    #expect(message.word(-1) == nil)
  }

  @Test func numbersAreWrittenAsPeopleReadThem() {
    func written(_ write: (inout LogText) -> Void) -> String {
      var text = LogText()
      write(&text)
      return String(decoding: (0..<text.count).map { text.bytes[$0] }, as: UTF8.self)
    }
    #expect(written { $0.append(decimal: 0) } == "0")
    #expect(written { $0.append(decimal: 10) } == "10")
    #expect(written { $0.append(decimal: .max) } == "18446744073709551615")
    #expect(written { $0.append(hexadecimal: 0) } == "0x0")
    #expect(written { $0.append(hexadecimal: 0x900_1000) } == "0x9001000")
    #expect(written { $0.append(hexadecimal: .max) } == "0xffffffffffffffff")
  }
}
