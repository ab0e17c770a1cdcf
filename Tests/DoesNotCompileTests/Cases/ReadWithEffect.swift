import DriverRuntime

@testable import pl011

func use(_ registers: PL011Registers<DeviceBus>) {
  _ = registers.DR.readWithEffect()
  _ = registers.DR.read()  // error: requires that 'PL011.DR' conform to 'ReadableRegister'
}
