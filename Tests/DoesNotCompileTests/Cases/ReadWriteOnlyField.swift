import DriverRuntime

@testable import GateDriver

func use(_ registers: GATERegisters<DeviceBus>) {
  registers.LATCH.writeFromZero { $0.KEY = 0x5a }
  _ = registers.LATCH.read().SHUT
  _ = registers.LATCH.read().KEY  // error: KEY is write-only
}
