import DriverRuntime

@testable import pl011

func use(_ registers: PL011Registers<DeviceBus>) {
  registers.DR.writeFromZero {
    $0.DATA = 0x41
    $0.FE = true  // error: cannot assign to property: 'FE' is a get-only property
  }
}
