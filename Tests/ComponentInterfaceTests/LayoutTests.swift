import ComponentInterface
import Testing

@Suite("Pages have the layout that both sides count on")
struct LayoutTests {
  @Test func theControlWordStandsAtItsOffset() {
    #expect(MemoryLayout<StartupPage>.offset(of: \.controlWord) == StartupPage.controlWordOffset)
    #expect(MemoryLayout<ChannelHeader>.offset(of: \.generation) == ChannelHeader.generationOffset)
  }

  @Test func pagesFit() {
    #expect(MemoryLayout<StartupPage>.size <= StartupPage.size)
    #expect(MemoryLayout<StatisticsPage>.size == StatisticsPage.wordCount * 8)
    #expect(MemoryLayout<ChannelHeader>.size <= ChannelHeader.size)
  }

  @Test func slotsDoNotOverlap() {
    #expect(ComponentSlot.interrupt(ComponentLimit.interrupts - 1) < ComponentSlot.peer(0))
    #expect(ComponentSlot.peer(ComponentLimit.channels - 1) < UInt(ComponentSlot.count))
    #expect(ComponentSlot.supervisor != ComponentSlot.notification)
  }

  @Test func badgeBitsAreTheOnesThatAreNamed() {
    for index in 0..<8 {
      #expect(
        NotificationBadge.interrupt(index).rawValue
          == 1 << (UInt(NotificationBadge.firstInterruptBit) + UInt(index)))
      #expect(
        NotificationBadge.channel(index).rawValue
          == 1 << (UInt(NotificationBadge.firstChannelBit) + UInt(index)))
    }
    #expect(NotificationBadge.control.rawValue == 1 << UInt(NotificationBadge.controlBit))
    #expect(NotificationBadge.timer.rawValue == 1 << UInt(NotificationBadge.timerBit))
  }

  @Test func aPageIsValidOnlyWithItsMagicAndVersion() {
    var page = StartupPage()
    #expect(page.isValid)
    page.version += 1
    #expect(!page.isValid)
    page = StartupPage()
    page.magic = 0
    #expect(!page.isValid)
  }

  @Test func namesAreCutNotOverrun() {
    #expect(ComponentName("serial").count == 6)
    #expect(ComponentName("serial") != ComponentName("serial2"))
    let long: StaticString = "0123456789012345678901234567890123456789012345678901234567890123456789"
    #expect(ComponentName(long).count == ComponentName.capacity)
  }

  @Test(arguments: [1, 64, 100, 1024, 4096, 65_536, 1 << 20])
  func aChannelHoldsWhatItWasSizedFor(_ ringBytes: Int) throws {
    let size = ChannelLayout.regionSize(ringBytes: ringBytes)
    let layout = try #require(ChannelLayout(regionSize: size))
    #expect(size % 4096 == 0)
    #expect(layout.ringBytes >= ringBytes)
    #expect(layout.ringBytes.nonzeroBitCount == 1)
    #expect(layout.toServerOffset % 128 == 0)
    #expect(layout.toClientOffset % 128 == 0)
    #expect(layout.toServerOffset >= ChannelHeader.size)
    #expect(layout.toClientOffset >= layout.toServerOffset + layout.ringSize)
    #expect(layout.toClientOffset + layout.ringSize <= size)
  }

  @Test(arguments: [4096, 8192, 12_288, 1 << 21])
  func aGrantNamesTheRingsOfItsEnd(_ size: Int) throws {
    let layout = try #require(ChannelLayout(regionSize: size))
    let server = ChannelGrant(address: 0x1000_0000, size: UInt64(size), role: .server)
    let client = ChannelGrant(address: 0x2000_0000, size: UInt64(size), role: .client)
    #expect(server.incomingOffset == layout.toServerOffset)
    #expect(server.outgoingOffset == layout.toClientOffset)
    #expect(client.incomingOffset == server.outgoingOffset)
    #expect(client.outgoingOffset == server.incomingOffset)
    #expect(server.ringBytes == layout.ringBytes)
    #expect(client.ringBytes == layout.ringBytes)
    #expect(ChannelGrant(address: 0x1000_0000, size: 4095).ringBytes == 0)
  }

  @Test func aRegionTooSmallForTwoRingsHasNoLayout() {
    #expect(ChannelLayout(regionSize: 0) == nil)
    #expect(ChannelLayout(regionSize: 4095) == nil)
    #expect(ChannelLayout(regionSize: 4096) != nil)
  }
}
