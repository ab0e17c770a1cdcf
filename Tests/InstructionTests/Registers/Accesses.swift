import RegisterAccess

// The same accesses through the generated registers, with a bus that was bound at run time. A bus is one word:
// it comes in the same register as the base address of the C functions. In a function
// with `@_cdecl` calls to C would stay calls; with `@c` they do not.

@c(access_read)
func read(_ bus: UInt) -> UInt32 { registers(bus).MIS.read().word }

@c(access_write)
func write(_ bus: UInt, _ value: UInt32) { registers(bus).ICR.write(value) }

@c(access_field_read)
func fieldRead(_ bus: UInt) -> Bool { registers(bus).FR.read().TXFF }

@c(access_wide_field_read)
func wideFieldRead(_ bus: UInt) -> UInt32 { UInt32(registers(bus).LCR_H.read().WLEN.number.word) }

@c(access_modify)
func modify(_ bus: UInt) { registers(bus).CR.modify { $0.UARTEN = true } }

@c(access_modify_wide_field)
func modifyWideField(_ bus: UInt) { registers(bus).LCR_H.modify { $0.WLEN = .seven } }

@c(access_write_fields)
func writeFields(_ bus: UInt) {
  registers(bus).CR.writeFromZero {
    $0.RXE = true
    $0.TXE = true
    $0.UARTEN = true
  }
}

@c(access_write_known_field)
func writeKnownField(_ bus: UInt, _ value: UInt8) { registers(bus).DR.writeFromZero { $0.DATA = value } }

@c(access_clear_by_one)
func clearByOne(_ bus: UInt) {
  Register<Status, _>(on: device(bus), at: 4, preserving: 0xffff_ffef).writeFromZero { $0.DONE = true }
}

@c(access_clear_what_is_set)
func clearWhatIsSet(_ bus: UInt) { registers(bus).ICR.write(registers(bus).MIS.read().word) }

@c(access_poll_and_put)
func pollAndPut(_ bus: UInt, _ value: UInt8) {
  while registers(bus).FR.read().TXFF {}
  registers(bus).DR.writeFromZero { $0.DATA = value }
}

@c(access_increasing)
func increasing(_ bus: UInt) {
  registers(bus).IBRD.write(0)
  registers(bus).FBRD.write(0)
  registers(bus).LCR_H.write(0)
  registers(bus).CR.write(0)
  registers(bus).IFLS.write(0)
  registers(bus).IMSC.write(0)
}

/// An index that is known at compile time.
@_silgen_name("access_element_by_constant")
public func elementByConstant(_ bus: UInt) -> UInt32 { timers(bus)[3].read().word }

/// The index was checked when it was made.
@_silgen_name("access_element_by_index")
public func elementByIndex(_ bus: UInt, _ index: Int) -> UInt32 {
  timers(bus)[unsafe unsafeBitCast(index, to: RegisterIndex<8>.self)].read().word
}

/// An index that is checked where it is used.
@_silgen_name("access_element_by_checked_index")
public func elementByCheckedIndex(_ bus: UInt, _ index: Int) -> UInt32 { timers(bus)[index].read().word }

/// A register of an element of an array of blocks.
@_silgen_name("access_block_element_by_index")
public func blockElementByIndex(_ bus: UInt, _ index: Int) {
  channels(bus)[unsafe unsafeBitCast(index, to: RegisterIndex<8>.self)].COUNT.write(0)
}

/// Increasing addresses in a loop whose rounds are not known.
@_silgen_name("access_elements_in_a_loop")
public func elementsInALoop(_ bus: UInt, _ count: Int) {
  var index = 0
  while index < count {
    channels(bus)[unsafe unsafeBitCast(index, to: RegisterIndex<8>.self)].COUNT.write(0)
    index &+= 1
  }
}

/// The indices of all elements.
@_silgen_name("access_all_elements")
public func allElements(_ bus: UInt) {
  for index in channels(bus).indices { channels(bus)[index].COUNT.write(0) }
}

/// Most significant byte first.
@_silgen_name("access_big_endian")
public func bigEndian(_ bus: UInt) -> UInt32 {
  Register<PL011.MIS, _>(on: BigEndianBus(device(bus)), at: 0x40).read().word
}

struct ChannelRegisters: RegisterElement {
  let bus: DeviceBus
  let offset: Int
  var COUNT: Register<Status, DeviceBus> { Register(on: bus, at: offset &+ 4) }
  @inline(__always)
  func moved(by bytes: Int) -> Self { Self(bus: bus, offset: offset &+ bytes) }
}

@inline(__always)
func timers(_ bus: UInt) -> RegisterArray<Register<Status, DeviceBus>, 8> {
  RegisterArray(from: Register(on: device(bus), at: 0x10), stride: 4)
}

@inline(__always)
func channels(_ bus: UInt) -> RegisterArray<ChannelRegisters, 8> {
  RegisterArray(from: ChannelRegisters(bus: device(bus), offset: 0x100), stride: 32)
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
