import ComponentInterface
import SystemManifest
import Testing

@testable import SeL4
@testable import root_task

@Suite("fault reports")
struct FaultReportTests {
  private static let system = SystemManifest(components: [
    .init(
      name: "serial", image: "pl011.elf", priority: 200,
      driver: .init(
        name: "PL011", compatibles: ["arm,pl011"],
        regions: [.init(index: 0, size: 0x1000), .init(index: 1, size: 0x100)],
        registers: [
          .init(name: "DR", offset: 0, width: 32), .init(name: "FR", offset: 0x18, width: 32),
          .init(name: "PCellID3", offset: 0xFFC, width: 32),
          .init(name: "EXTRA", region: 1, offset: 0x10, width: 32),
        ])),
    .init(name: "console", image: "console.elf", priority: 100),
  ])

  private func report(_ fault: Fault?, of component: Int = 0) throws -> String {
    var regions = MappedRegions()
    regions.regions[0] = .init(address: 0x40_D000, size: 0x1000)
    regions.regions[1] = .init(address: 0x48_0000, size: 0x100)
    regions.count = component == 0 ? 2 : 0
    let bytes = try Self.system.encoded()
    return try SystemManifest.withView(of: bytes) { view in
      let line = FaultReport.line(fault, entry: view.component(component), regions: regions)
      return String(decoding: (0..<line.count).map { line.bytes[$0] }, as: UTF8.self)
    }
  }

  private func access(_ address: UInt, status: UInt = 0x9200_0007, fetch: Bool = false) -> Fault {
    .vm(
      VMFault(
        instruction: 0x40_0B14, address: address, isInstructionFetch: fetch, status: status))
  }

  @Test("an access behind the region names the last register and the distance")
  func pastTheRegion() throws {
    #expect(
      try report(access(0x40_E000))
        == "fault: serial read 0x40e000 at instruction 0x400b14, 0x4 past register PCellID3 (offset 0xffc)"
    )
  }

  @Test("an access before the region, in it, and in another one")
  func nearest() throws {
    #expect(
      try report(access(0x40_CFF8, status: 0x9200_0047))
        == "fault: serial wrote 0x40cff8 at instruction 0x400b14, 0x8 before register DR (offset 0x0)")
    #expect(
      try report(access(0x40_D018))
        == "fault: serial read 0x40d018 at instruction 0x400b14, register FR (offset 0x18)")
    #expect(
      try report(access(0x48_0020))
        == "fault: serial read 0x480020 at instruction 0x400b14, 0x10 past register EXTRA (offset 0x10)")
  }

  @Test("an access far from every region has nothing to do with a register")
  func farAway() throws {
    #expect(
      try report(access(0x12_3450)) == "fault: serial read 0x123450 at instruction 0x400b14")
    #expect(try report(access(0)) == "fault: serial read 0x0 at instruction 0x400b14")
    #expect(
      try report(access(UInt.max - 7)) == "fault: serial read 0xfffffffffffffff8 at instruction 0x400b14")
    #expect(
      try report(access(0x40_D000), of: 1) == "fault: console read 0x40d000 at instruction 0x400b14")
  }

  @Test("other faults say what was tried")
  func otherFaults() throws {
    #expect(
      try report(access(0x40_B000, fetch: true))
        == "fault: serial fetched 0x40b000 at instruction 0x400b14, 0x2000 before register DR (offset 0x0)")
    #expect(
      try report(.unknownSystemCall(instruction: 0x40_0010, number: 99))
        == "fault: serial made system call 0x63, which does not exist, at instruction 0x400010")
    #expect(
      try report(
        .capability(instruction: 0x40_0010, pointer: 31, inReceivePhase: false, failure: .invalidRoot))
        == "fault: serial used capability 0x1f, which it does not hold, at instruction 0x400010")
    #expect(
      try report(.userException(instruction: 0x40_0010, number: 0x200_0000, code: 0))
        == "fault: serial raised exception 0x2000000 at instruction 0x400010")
    #expect(try report(nil) == "fault: serial stopped with a fault that the kernel does not describe")
  }
}
