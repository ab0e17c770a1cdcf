import RegisterAccess

// The same accesses through the generated registers, with a bus that was bound at run time. A bus is one word:
// it comes in the same register as the base address of the C functions.

@_cdecl("access_read")
func read(_ bus: UInt) -> UInt32 { registers(bus).MIS.read().word }

@_cdecl("access_write")
func write(_ bus: UInt, _ value: UInt32) { registers(bus).ICR.write(value) }

@_cdecl("access_field_read")
func fieldRead(_ bus: UInt) -> Bool { registers(bus).FR.read().TXFF }

@_cdecl("access_wide_field_read")
func wideFieldRead(_ bus: UInt) -> UInt32 { UInt32(registers(bus).LCR_H.read().WLEN.number.word) }

@_cdecl("access_modify")
func modify(_ bus: UInt) { registers(bus).CR.modify { $0.UARTEN = true } }

@_cdecl("access_modify_wide_field")
func modifyWideField(_ bus: UInt) { registers(bus).LCR_H.modify { $0.WLEN = .seven } }

@_cdecl("access_write_fields")
func writeFields(_ bus: UInt) {
  registers(bus).CR.writeFromZero {
    $0.RXE = true
    $0.TXE = true
    $0.UARTEN = true
  }
}

@_cdecl("access_write_known_field")
func writeKnownField(_ bus: UInt, _ value: UInt8) { registers(bus).DR.writeFromZero { $0.DATA = value } }

@_cdecl("access_clear_by_one")
func clearByOne(_ bus: UInt) {
  Register<Status, _>(on: device(bus), at: 4, preserving: 0xffff_ffef).writeFromZero { $0.DONE = true }
}

@_cdecl("access_clear_what_is_set")
func clearWhatIsSet(_ bus: UInt) { registers(bus).ICR.write(registers(bus).MIS.read().word) }

@_cdecl("access_poll_and_put")
func pollAndPut(_ bus: UInt, _ value: UInt8) {
  while registers(bus).FR.read().TXFF {}
  registers(bus).DR.writeFromZero { $0.DATA = value }
}

@_cdecl("access_increasing")
func increasing(_ bus: UInt) {
  registers(bus).IBRD.write(0)
  registers(bus).FBRD.write(0)
  registers(bus).LCR_H.write(0)
  registers(bus).CR.write(0)
  registers(bus).IFLS.write(0)
  registers(bus).IMSC.write(0)
}

struct Status: ModifiableRegister, WritableRegister {
  var word: UInt32

  var DONE: Bool {
    get { word.flag(4) }
    set { word.setFlag(4, newValue) }
  }
}

@inline(__always)
func registers(_ bus: UInt) -> PL011Registers<DeviceBus> { PL011Registers(on: device(bus)) }

@inline(__always)
func device(_ bus: UInt) -> DeviceBus { unsafe unsafeBitCast(bus, to: DeviceBus.self) }
