import DriverRuntime

@testable import pl011

func use(_ registers: PL011Registers<DeviceBus>) {
  registers.DR.writeFromZero { $0.DATA = 1 }
  registers.DR.modify { $0.DATA = 1 }  // error: requires that 'PL011.DR' conform to 'ModifiableRegister'
}
