import DriverRuntime
import Testing

@testable import GateDriver

/// A driver whose author takes over with hooks: at steps, and for causes that no class serves.
struct GateDriverTests {
  let device = GATE.fake()
  let trace = AccessTrace()

  private func driver() -> GATEDriver<TracedBus<FakeDevice>> {
    GATEDriver(GATEResources(registers: TracedBus(device, into: trace)))
  }

  private var accesses: [String] { trace.accesses.map(\.description) }

  @Test func aHookRunsAtItsStep() throws {
    var driver = driver()
    var positions: [UInt64] = [10, 20, 25, 25]
    device.onRead["POSITION"] = { _ in positions.removeFirst() }
    try driver.open()
    #expect(
      accesses == [
        "CTRL -> 0x0", "CTRL = 0x1", "POSITION -> 0xa", "POSITION -> 0x14", "POSITION -> 0x19",
        "POSITION -> 0x19",
      ])
  }

  @Test func aHookThatFailsEndsTheSequenceWithItsError() {
    var driver = driver()
    var position: UInt64 = 0
    device.onRead["POSITION"] = { _ in
      position = (position + 1) % 100
      return position
    }
    var thrown: DriverError?
    do throws(DriverError) { try driver.start() } catch { thrown = error }
    #expect(
      thrown == .timeout(register: "POSITION", field: "PERCENT", lastValue: 1, polls: 100, specLine: 0))
  }

  @Test func eachCauseGoesToItsHookAfterItIsCleared() {
    var driver = driver()
    let lines = Lines()
    device.raise("blocked")
    #expect(device.isInterrupting())
    driver.serve(PendingInterrupt(index: 0)).acknowledge(to: lines)
    #expect(accesses == ["STATUS -> 0x2", "STATUS = 0x2", "CTRL -> 0x0", "CTRL = 0x2"])
    #expect(!device.isInterrupting())
    #expect(lines.count == 1)

    trace.removeAll()
    device.raise("moved")
    driver.serve(PendingInterrupt(index: 0)).acknowledge(to: lines)
    #expect(accesses == ["STATUS -> 0x1", "STATUS = 0x1"])
    #expect(lines.count == 2)
  }

  final class Lines: InterruptLines {
    private(set) var count = 0
    func acknowledge(interrupt index: Int) { count += 1 }
  }
}
