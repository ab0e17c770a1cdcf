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
      Register<CONTROL, _>(on: bus).write(0x0102_0304)
      Register<STATUS, _>(on: bus).write(0x0506)
      Register<COMMAND, _>(on: bus).write(0x07)
      let bytes = unsafe [UInt8](memory)
      #expect(Array(bytes[0..<4]) == [0xee, 0xee, 0xee, 0xee])
      #expect(Array(bytes[4..<8]) == [4, 3, 2, 1])
      #expect(Array(bytes[8..<12]) == [6, 5, 0xee, 0xee])
      #expect(Array(bytes[0x18..<0x1a]) == [7, 0xee])
      #expect(Register<CONTROL, _>(on: bus).read().word == 0x0102_0304)
      #expect(Register<COUNTER, _>(on: bus).read().word == 0xeeee_eeee_eeee_eeee)
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
}

/// What the fake does with interrupts.
struct FakeDeviceTests {
  @Test func aCauseIsPendingUntilItIsAcknowledged() {
    let fake = fakeDevice()
    #expect(!fake.isInterrupting())
    fake.raise("done")
    #expect(fake.isInterrupting())
    #expect(Register<STATUS, _>(on: fake).read().DONE)
    Register<COMMAND, _>(on: fake).write(0)
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
