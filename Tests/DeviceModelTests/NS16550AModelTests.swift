import DriverRuntime
import QEMU
import SeL4
import Testing

@testable import ns16550a

/// The generated driver against QEMU's 16550 on three boards: bytes in memory, words of which each is one register, and
/// I/O ports.
@Suite(.serialized, .timeLimit(.minutes(20)))
struct NS16550AModelTests {
  /// A board's UART.
  struct Place: Sendable, CustomTestStringConvertible {
    var name: String
    var board: DeviceBoard
    var interrupt: Int
    var base: UInt64
    var isPort = false
    /// As the board's device tree says them, where it has one.
    var clock: UInt64
    var shift = 0
    var accessBytes = 1

    var testDescription: String { name }
    var window: DeclaredAccess.Window {
      .init(region: "serial", base: base, shift: shift, accessBytes: accessBytes)
    }
  }

  static let places = [
    Place(name: "virt, riscv64", board: .virtRISCV64, interrupt: 10, base: 0x1000_0000, clock: 3_686_400),
    Place(name: "q35, COM1", board: .q35, interrupt: 4, base: 0x3f8, isPort: true, clock: 1_843_200),
    Place(
      name: "cubieboard, reg-shift 2", board: .cubieboard, interrupt: 1, base: 0x01c2_8000, clock: 24_000_000,
      shift: 2, accessBytes: 4),
  ].filter(\.board.isInstalled)

  static let spec = "DriverSpecs/serial/ns16550a.driver.yaml"

  typealias UART = ModelledUART<NS16550ADriver<TracedBus<QTestBus>>>

  /// Runs a test with a kernel that takes the rings' signals.
  private func withUART(
    _ place: Place, baudRate: UInt64 = 115_200, ringBytes: Int = 4096, _ body: (inout UART) throws -> Void
  ) throws {
    try HostKernel.$current.withValue(RingPair.kernel) {
      // A character that waits in the FIFO alone is told of after four times that it takes: time must pass.
      let device = try ModelledDevice(place.board, time: .jumping)
      let space = place.isPort ? QTestBus.Space.ports(UInt16(place.base)) : .memory(place.base)
      var uart = try UART(device, interrupt: place.interrupt, ringBytes: ringBytes) {
        NS16550ADriver(
          try NS16550AResources(
            registers: device.bus(space, shift: place.shift, accessBytes: place.accessBytes),
            baudRate: baudRate, clockFrequency: place.clock))
      }
      try body(&uart)
      #expect(device.failure == nil)
    }
  }

  @Test(arguments: places)
  func startProgramsTheDeviceAndRestoresTheBank(place: Place) throws {
    try withUART(place, baudRate: 9_600) { uart in
      try uart.driver.start()
      let registers = uart.driver.registers
      let divisor = (place.clock + 8 * 9_600) / (16 * 9_600)
      #expect(UInt64(registers.DLL.read().word) == divisor % 256)
      #expect(UInt64(registers.DLM.read().word) == divisor / 256)
      #expect(
        registers.LCR.read().word == 0x03, "eight bits, no parity, one stop bit, and the divisor out of sight"
      )
      #expect(registers.MCR.read().word == 0x0b)
      #expect(registers.IER.read().word == 0, "all interrupts masked")
      #expect(registers.LSR.readWithEffect().THRE)
      try uart.device.expectDeclared(by: Self.spec, at: [place.window], atLeast: 20)
    }
  }

  @Test(arguments: places)
  func everyByteGoesOutAsItIs(place: Place) throws {
    try withUART(place) { uart in
      try uart.start()
      let bytes = Array(UInt8.min...UInt8.max)
      #expect(try uart.write(bytes) == 256)
      try uart.serveInterrupts { $0.rings.statistics.bytesTransmitted == 256 }
      #expect(try uart.hear(256) == bytes)
    }
  }

  @Test(arguments: places)
  func aByteRaisesTheLineAndServingItLowersTheLine(place: Place) throws {
    try withUART(place) { uart in
      try uart.start()
      #expect(try !uart.isInterrupting(within: .milliseconds(50)))
      try uart.machine.serial.send([0x41])
      #expect(try uart.isInterrupting(within: .seconds(2)))
      try uart.serveInterrupts()
      #expect(!uart.machine.memory.isRaised(place.interrupt))
      #expect(uart.read() == [0x41])
    }
  }

  @Test(arguments: places)
  func bothDirectionsRunAtOnceAndOnlyDeclaredRegistersAreTouched(place: Place) throws {
    try withUART(place) { uart in
      try uart.start()
      let incoming = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let outgoing = (0..<1000).map { UInt8(truncatingIfNeeded: 255 - $0) }
      try uart.machine.serial.send(incoming)
      #expect(try uart.write(outgoing) == 1000)
      try uart.serveInterrupts {
        $0.rings.statistics.bytesReceived == 1000 && $0.rings.statistics.bytesTransmitted == 1000
      }
      #expect(uart.read() == incoming)
      #expect(try uart.hear(1000) == outgoing)
      #expect(uart.rings.statistics.overruns == 0)
      try uart.driver.stop()
      #expect(uart.driver.registers.IER.read().word == 0)
      try uart.device.expectDeclared(by: Self.spec, at: [place.window], atLeast: 4_000)
    }
  }

  @Test(arguments: places)
  func aFullRingHoldsTheDeviceBackAndLosesNothing(place: Place) throws {
    try withUART(place, ringBytes: 64) { uart in
      try uart.start()
      let bytes = (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 3 &+ $0 >> 8) }
      try uart.machine.serial.send(bytes)
      var received: [UInt8] = []
      var rounds = 0
      while received.count < bytes.count, rounds < 200 {
        try uart.serveInterrupts(quiet: .milliseconds(50))
        received += uart.read()
        uart.server.resume(&uart.driver)
        rounds += 1
      }
      #expect(received == bytes)
      #expect(rounds > 1, "the ring was never full")
      #expect(uart.rings.statistics.overruns == 0)
    }
  }

  @Test(arguments: places)
  func aBreakOnTheLineIsCounted(place: Place) throws {
    try withUART(place) { uart in
      try uart.start()
      try uart.machine.monitor.execute("chardev-send-break", ["id": .string("serial")])
      try uart.serveInterrupts { $0.rings.statistics.breaks == 1 }
      try uart.machine.serial.send([2])
      try uart.serveInterrupts { $0.rings.statistics.bytesReceived == 1 }
      #expect(uart.rings.statistics.breaks == 1)
      #expect(uart.read() == [2], "a break is no character")
    }
  }

  @Test(arguments: places)
  func itTestsItselfInLoopback(place: Place) throws {
    try withUART(place) { uart in
      try uart.driver.start()
      try uart.driver.selfTest()
      #expect(!uart.driver.registers.MCR.read().LOOP)
      #expect(try uart.machine.serial.receive(1, within: .milliseconds(50)) == [], "nothing left the device")
      try uart.device.expectDeclared(by: Self.spec, at: [place.window], atLeast: 20)
    }
  }

  @Test(arguments: places)
  func aRestartedDriverHearsTheLineAgain(place: Place) throws {
    try withUART(place) { uart in
      try uart.start()
      try uart.machine.serial.send([1, 2, 3])
      #expect(try uart.isInterrupting(within: .seconds(2)))
      // What the dead driver had not read stays in the FIFO, and is the first that the next one hears.
      try uart.restart()
      try uart.machine.serial.send([10])
      try uart.serveInterrupts { $0.rings.statistics.bytesReceived >= 4 }
      #expect(uart.read() == [1, 2, 3, 10])
    }
  }
}
