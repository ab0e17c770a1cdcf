import ComponentInterface
import SeL4
import Testing

@testable import DriverRuntime

@Suite("A driver that ends tells its supervisor why")
struct FailureTests {
  /// What the supervisor reads of the message by which an error is reported.
  private func reported(_ error: DriverError) throws -> DriverFailure {
    let system = HostSystem()
    HostKernel.$current.withValue(system.kernel) { Supervisor().report(error) }
    #expect(system.called.map(\.slot) == [ComponentSlot.supervisor])
    var message = SupervisorMessage(label: try #require(system.called.first).label)
    for word in system.words { message.append(UInt64(word)) }
    guard case .fail(let failure) = try SupervisorRequest(message) else {
      throw SupervisorError.unknownRequest
    }
    return failure
  }

  private func text(_ text: StaticString) -> LogText {
    var subject = LogText()
    subject.append(text)
    return subject
  }

  @Test func eachErrorArrivesWithItsEvidence() throws {
    #expect(
      try reported(.timeout(register: "FR", field: "BUSY", lastValue: 0x98, polls: 1_000_000, specLine: 196))
        == DriverFailure(
          reason: .timeout, specLine: 196, values: [0x98, 1_000_000, 0], subject: text("FR.BUSY")))
    #expect(
      try reported(.arithmetic(specLine: 3))
        == DriverFailure(reason: .arithmetic, specLine: 3, values: [0, 0, 0]))
    #expect(
      try reported(.outOfRange(value: .max, allowed: 50...4_000_000, specLine: 17))
        == DriverFailure(reason: .outOfRange, specLine: 17, values: [.max, 50, 4_000_000]))
    #expect(
      try reported(.tooManyRounds(limit: 16, specLine: 9))
        == DriverFailure(reason: .tooManyRounds, specLine: 9, values: [16, 0, 0]))
    #expect(
      try reported(.unusablePorts(first: 0x3f8, count: 8, needed: 15))
        == DriverFailure(reason: .unusablePorts, specLine: 0, values: [0x3f8, 8, 15]))
    // Safety: the region is looked at and not touched.
    let region = unsafe DeviceRegion(mappedAt: 0x40_D000, size: 0x800)
    #expect(
      try reported(.unusableRegion(RegionMismatch(region: region, size: 0x1000, alignment: 4)))
        == DriverFailure(reason: .unusableRegion, specLine: 0, values: [0x40_D000, 0x800, 0x1000]))
  }

  @Test(arguments: [
    (DriverError.ResourceKind.region, DriverFailure.Resource.region), (.interrupt, .interrupt),
    (.clock, .clock),
  ])
  func aMissingResourceKeepsItsKind(
    _ kind: DriverError.ResourceKind, _ resource: DriverFailure.Resource
  ) throws {
    #expect(
      try reported(.missingResource(kind: kind, index: 2))
        == DriverFailure(reason: .missingResource, specLine: 0, values: [2, resource.rawValue, 0]))
  }

  @Test func aSubjectThatIsTooLongIsCutOff() throws {
    let long: DriverError.Name =
      "ANVIL0123456789ANVIL0123456789ANVIL0123456789ANVIL0123456789ANVIL0123456789ANVIL0123456789ANVIL0123456789"
    let failure = try reported(.timeout(register: long, field: long, lastValue: 0, polls: 1, specLine: 1))
    #expect(failure.subject.count == Supervisor.subjectCapacity)
    #expect(failure.subject.bytes[105] == UInt8(ascii: "."))
    #expect(failure.subject.bytes[127] == UInt8(ascii: "1"))
  }

  @Test func namesAreComparedToTheirEnds() {
    let name: DriverError.Name = "BUSY"
    #expect(name == "BUSY")
    #expect(name != "BUS")
    #expect(name != "BUSY2")
    #expect(name != "")
  }
}
