import DriverRuntime

@testable import pl011

func use(_ registers: PL011Registers<DeviceBus>) {
  registers.ICR.write(0x7ff)
  _ = registers.MIS.read()
  _ = registers.ICR.read()  // error: requires that 'PL011.ICR' conform to 'ReadableRegister'
}
