import DriverRuntime

@testable import pl011

func use(_ registers: PL011Registers<DeviceBus>) {
  registers.FBRD.writeFromZero { $0.BAUD_DIVFRAC = 63 }
  registers.FBRD.writeFromZero { $0.BAUD_DIVFRAC = 64 }  // error: arithmetic operation '64 + 192' (on unsigned 8-bit integer type) results in an overflow
}
