import SeL4
import Testing

struct MessageInfoTests {
  @Test func itsFieldsStandWhereTheManualPutsThem() {
    let info = MessageInfo(label: 0x123, length: 120, extraCapabilities: 3)
    #expect(info.rawValue == 0x123 << 12 | 3 << 7 | 120)
    #expect(info.label == 0x123)
    #expect(info.length == 120)
    #expect(info.extraCapabilities == 3)
    #expect(MessageInfo(rawValue: 7 << 9).capabilitiesUnwrapped == 7)
    #expect(MessageInfo(rawValue: .max).label == (1 << 52) - 1)
  }

  @Test func fieldsDoNotSpillOver() {
    #expect(MessageInfo(label: 1, length: 128, extraCapabilities: 4).rawValue == 1 << 12)
  }
}
