import DriverRuntime
import Testing

@testable import my_uart

/// The generated driver on a fake of its device: the same registers, FIFOs, and a line that the test holds.
struct MyUartTests {
  @Test func startSetsTheLine() throws {
    let device = MyUart.fake()
    var driver = MyUartDriver(try MyUartResources(registers: device, uartclk: 24_000_000))
    try driver.start()
    // 24 MHz / (16 × 115200 baud) = 13 + 1/64.
    #expect(device.registers["IBRD"] == 13)
    #expect(device.registers["FBRD"] == 1)
    // Eight bits, FIFOs on; receiver, transmitter and UART on; no interrupt before the driver wants one.
    #expect(device.registers["LCR_H"] == 0x70)
    #expect(device.registers["CR"] == 0x301)
    #expect(!device.isInterrupting)
  }

  @Test func aClockThatIsTooSlowIsRefused() throws {
    var driver = MyUartDriver(try MyUartResources(registers: MyUart.fake(), uartclk: 1_000))
    #expect(throws: DriverError.self) { try driver.start() }
  }

  @Test func bytesGoOutUntilTheDeviceIsFull() throws {
    let device = MyUart.fake(depth: 4)
    var driver = MyUartDriver(try MyUartResources(registers: device, uartclk: 24_000_000))
    try driver.start()
    device.isLineHeld = true
    var rest = Array("hello".utf8)[...]
    while driver.isReadyToTransmit, let byte = rest.popFirst() { driver.transmit(byte) }
    #expect(rest == [UInt8(ascii: "o")])
    device.transmit()
    #expect(device.sent == Array("hell".utf8))
    #expect(device.lost.isEmpty)
  }

  @Test func bytesComeInWithTheirErrors() throws {
    let device = MyUart.fake()
    var driver = MyUartDriver(try MyUartResources(registers: device, uartclk: 24_000_000))
    try driver.start()
    driver.enableReceiveInterrupt()
    device.receive("a".utf8)
    device.receive("?".utf8, errors: .framing)
    #expect(device.isInterrupting)
    #expect(driver.receive() == ReceivedCharacter(UInt8(ascii: "a")))
    #expect(driver.receive() == ReceivedCharacter(UInt8(ascii: "?"), errors: .framing))
    #expect(driver.receive() == nil)
    #expect(device.emptyReads == 0)
  }
}
