import DriverRuntime

@testable import GateDriver

func use(_ registers: GATERegisters<DeviceBus>) {
  registers.CTRL.write { $0.KEY = 0x5a }
  _ = registers.CTRL.read().OPEN
  _ = registers.CTRL.read().KEY  // error: KEY is write-only
}
