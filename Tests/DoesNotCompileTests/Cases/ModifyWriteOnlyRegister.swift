import DriverRuntime

@testable import pl011

func use(_ registers: PL011Registers<DeviceBus>) {
  registers.ICR.writeFromZero { $0.RXIC = true }
  registers.ICR.modify { $0.RXIC = true }  // error: requires that 'PL011.ICR' conform to 'ModifiableRegister'
}
