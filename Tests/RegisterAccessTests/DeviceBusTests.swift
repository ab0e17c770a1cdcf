import RegisterAccess
import Testing

/// The device bus, on ordinary memory in a device's place.
struct DeviceBusTests {
  /// Runs a test with 64 bytes of memory that are aligned to 64.
  private func withMemory(_ body: (UnsafeMutableRawBufferPointer) throws -> Void) rethrows {
    // Safety: the memory is freed after the last use, at the end of this function.
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 64)
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0xee)
    defer { unsafe memory.deallocate() }
    try unsafe body(memory)
  }

  @Test func accessesAreOfTheRegistersWidth() throws {
    try unsafe withMemory { memory in
      let region = unsafe DeviceRegion(mappedAt: UInt(bitPattern: memory.baseAddress), size: 64)
      let bus = try DeviceBus(region, holding: 0x20, alignedTo: 8)
      TestRegisters(on: bus).CONTROL.write(0x0102_0304)
      TestRegisters(on: bus).STATUS.write(0x0506)
      TestRegisters(on: bus).COMMAND.write(0x07)
      let bytes = unsafe [UInt8](memory)
      #expect(Array(bytes[0..<4]) == [0xee, 0xee, 0xee, 0xee])
      #expect(Array(bytes[4..<8]) == [4, 3, 2, 1])
      #expect(Array(bytes[8..<12]) == [6, 5, 0xee, 0xee])
      #expect(Array(bytes[0x18..<0x1a]) == [7, 0xee])
      #expect(TestRegisters(on: bus).CONTROL.read().word == 0x0102_0304)
      #expect(TestRegisters(on: bus).COUNTER.read().word == 0xeeee_eeee_eeee_eeee)
    }
  }

  @Test func aRegionThatIsTooSmallIsRefused() throws {
    unsafe withMemory { memory in
      let region = unsafe DeviceRegion(mappedAt: UInt(bitPattern: memory.baseAddress), size: 31)
      #expect(throws: RegionMismatch(region: region, size: 32, alignment: 4)) {
        try DeviceBus(region, holding: 32, alignedTo: 4)
      }
    }
  }

  @Test func aRegionThatIsNotAlignedIsRefused() throws {
    unsafe withMemory { memory in
      let region = unsafe DeviceRegion(mappedAt: UInt(bitPattern: memory.baseAddress) + 2, size: 62)
      #expect(throws: RegionMismatch(region: region, size: 32, alignment: 4)) {
        try DeviceBus(region, holding: 32, alignedTo: 4)
      }
      #expect(throws: Never.self) { try DeviceBus(region, holding: 32, alignedTo: 2) }
    }
  }

  @Test func aBigEndianRegisterHasItsFirstByteFirst() throws {
    try unsafe withMemory { memory in
      let region = unsafe DeviceRegion(mappedAt: UInt(bitPattern: memory.baseAddress), size: 64)
      let registers = TestRegisters(on: try DeviceBus(region, holding: 0x40, alignedTo: 8))
      registers.WIDE.write(0x0102_0304)
      #expect(unsafe Array(memory[0x1c..<0x20]) == [1, 2, 3, 4])
      registers.WIDE.modify { $0.DIVISOR = 0xfff }
      #expect(unsafe Array(memory[0x1c..<0x20]) == [1, 2, 0xf3, 0xff])
      #expect(registers.WIDE.read().word == 0x0102_f3ff)
    }
  }

  @Test(arguments: [(0, 0), (2, 4), (1, 2), (0, 1), (3, 8), (3, 0), (3, 4)] as [(UInt64, UInt64)])
  func spreadRegistersAreReachedWhereTheBoardPutsThem(shift: UInt64, accessBytes: UInt64) throws {
    try unsafe withMemory { memory in
      let region = unsafe DeviceRegion(mappedAt: UInt(bitPattern: memory.baseAddress), size: 64)
      let bus = try SpacedBus(region, holding: 8, alignedTo: 1, shift: shift, accessBytes: accessBytes)
      Register<FIFO, _>(on: bus, at: 3).write(0x41)
      let place = 3 << Int(shift)
      let width = max(1, Int(accessBytes))
      #expect(unsafe memory[place] == 0x41)
      for byte in 1..<width { #expect(unsafe memory[place + byte] == 0) }
      #expect(unsafe memory[place + width] == 0xee)
      #expect(Register<FIFO, _>(on: bus, at: 3).readWithEffect().word == 0x41)
    }
  }

  @Test(
    arguments: [
      (4, 4, 8), (2, 3, 8), (2, 8, 8), (9, 0, 8), (64, 0, 8), (.max, 0, 8), (2, 16, 8), (2, .max, 8),
      (2, 4, 0),
      (2, 4, 17),
    ] as [(UInt64, UInt64, Int)])
  func aSpreadThatDoesNotFitIsRefused(shift: UInt64, accessBytes: UInt64, size: Int) throws {
    unsafe withMemory { memory in
      let region = unsafe DeviceRegion(mappedAt: UInt(bitPattern: memory.baseAddress), size: 64)
      #expect(throws: RegionMismatch.self) {
        try SpacedBus(region, holding: size, alignedTo: 1, shift: shift, accessBytes: accessBytes)
      }
    }
  }
}

/// What the fake does with interrupts.
struct FakeDeviceTests {
  @Test func aCauseIsPendingUntilItIsAcknowledged() {
    let fake = fakeDevice()
    #expect(!fake.isInterrupting())
    fake.raise("done")
    #expect(fake.isInterrupting())
    #expect(TestRegisters(on: fake).STATUS.read().DONE)
    TestRegisters(on: fake).COMMAND.write(0)
    #expect(fake.isInterrupting())
    fake.clear("done")
    #expect(!fake.isInterrupting())
  }

  @Test func aReadOnlyRegisterKeepsWhatTheTestPutThere() {
    let fake = fakeDevice()
    fake["COUNTER"] = 9
    fake.reset()
    #expect(fake["COUNTER"] == 0)
    #expect(fake["CONTROL"] == 0x8000_0010)
  }
}
