import DriverRuntime

@testable import pl011

func use(_ registers: PL011Registers<DeviceBus>) {
  registers.ICR.write(0xffff_ffff)
  registers.ICR.write(0x1_0000_0000)  // error: integer literal '4294967296' overflows when stored into
}
