import DriverRuntime

@testable import pl011

func use(_ registers: PL011Registers<DeviceBus>) {
  registers.LCR_H.modify { $0.WLEN = .eight }
  registers.LCR_H.modify { $0.WLEN = .even }  // error: type 'PL011.LCR_H.WLENValue' has no member 'even'
}
