import DriverRuntime

@testable import pl011

func use(_ registers: PL011Registers<DeviceBus>) {
  _ = registers.FR.read()
  registers.FR.write(0)  // error: requires that 'PL011.FR' conform to 'WritableRegister'
}
