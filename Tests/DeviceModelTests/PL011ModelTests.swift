import DriverRuntime
import QEMU
import SeL4
import Testing

@testable import pl011

/// The generated driver against QEMU's PL011, on the host: the device model answers, interrupts and all, and its own
/// trace says what the driver touched.
@Suite(
  .serialized, .timeLimit(.minutes(20)),
  .enabled(
    if: DeviceBoard.virtAArch64.isInstalled, "QEMU is not installed: apt-get install qemu-system-arm"))
struct PL011ModelTests {
  /// Where QEMU's `virt` board has its UART, and at which input of its GIC.
  static let base: UInt64 = 0x0900_0000
  static let interrupt = 1
  /// The rate of the board's `uartclk` in Hz.
  static let clock: UInt64 = 24_000_000
  /// Where a trace has it.
  static let window = DeclaredAccess.Window(region: "pl011", base: base)

  typealias UART = ModelledUART<PL011Driver<TracedBus<QTestBus>>>

  /// Runs a test with a kernel that takes the rings' signals.
  private func withUART(
    baudRate: UInt64 = 115_200, ringBytes: Int = 4096, _ body: (inout UART) throws -> Void
  ) throws {
    try HostKernel.$current.withValue(RingPair.kernel) {
      let device = try ModelledDevice(.virtAArch64)
      var uart = try UART(device, interrupt: Self.interrupt, ringBytes: ringBytes) {
        PL011Driver(
          try PL011Resources(
            registers: device.bus(.memory(Self.base)), uartclk: Self.clock, baudRate: baudRate))
      }
      try body(&uart)
      #expect(device.failure == nil)
    }
  }

  @Test func startProgramsTheDevice() throws {
    try withUART { uart in
      try uart.driver.start()
      let registers = uart.driver.registers
      // 24 MHz / (16 × 115200) = 13 + 1/64 (Arm DDI 0183G, 2.4.1).
      #expect(registers.IBRD.read().word == 13)
      #expect(registers.FBRD.read().word == 1)
      #expect(registers.LCR_H.read().word == 0x70, "eight bits, no parity, one stop bit, FIFOs on")
      #expect(registers.CR.read().word == 0x301, "enabled, both directions")
      #expect(registers.IMSC.read().word == 0, "all interrupts masked")
      #expect(registers.FR.read().TXFE && registers.FR.read().RXFE)
    }
  }

  @Test(arguments: [(9_600, 156, 16), (1_000_000, 1, 32), (50, 30_000, 0)] as [(UInt64, UInt32, UInt32)])
  func theDivisorFollowsTheBaudRate(rate: UInt64, integer: UInt32, fraction: UInt32) throws {
    try withUART(baudRate: rate) { uart in
      try uart.driver.start()
      #expect(try uart.machine.memory.read(UInt32.self, at: Self.base + 0x24) == integer)
      #expect(try uart.machine.memory.read(UInt32.self, at: Self.base + 0x28) == fraction)
    }
  }

  @Test func everyByteGoesOutAsItIs() throws {
    try withUART { uart in
      try uart.start()
      let bytes = Array(UInt8.min...UInt8.max)
      #expect(try uart.write(bytes) == 256)
      try uart.serveInterrupts { $0.rings.statistics.bytesTransmitted == 256 }
      #expect(try uart.hear(256) == bytes)
      #expect(uart.rings.statistics.bytesTransmitted == 256)
    }
  }

  @Test func aByteRaisesTheLineAndServingItLowersTheLine() throws {
    try withUART { uart in
      try uart.start()
      #expect(try !uart.isInterrupting(within: .milliseconds(50)))
      try uart.machine.serial.send([0x41])
      #expect(try uart.isInterrupting(within: .seconds(2)))
      uart.driver.serve(PendingInterrupt(index: 0), line: &uart.server).acknowledge(to: uart.lines)
      #expect(!uart.machine.memory.isRaised(Self.interrupt))
      #expect(uart.read() == [0x41])
      #expect(uart.lines.count == 1)
    }
  }

  @Test func manyBytesComeInCompleteAndInOrder() throws {
    try withUART { uart in
      try uart.start()
      let bytes = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
      try uart.machine.serial.send(bytes)
      try uart.serveInterrupts { $0.rings.statistics.bytesReceived == 3000 }
      #expect(uart.read() == bytes)
      #expect(uart.rings.statistics.overruns == 0)
    }
  }

  @Test func bothDirectionsRunAtOnce() throws {
    try withUART { uart in
      try uart.start()
      let incoming = (0..<1500).map { UInt8(truncatingIfNeeded: $0) }
      let outgoing = (0..<1500).map { UInt8(truncatingIfNeeded: 255 - $0) }
      try uart.machine.serial.send(incoming)
      #expect(try uart.write(outgoing) == 1500)
      try uart.serveInterrupts {
        $0.rings.statistics.bytesReceived == 1500 && $0.rings.statistics.bytesTransmitted == 1500
      }
      #expect(uart.read() == incoming)
      #expect(try uart.hear(1500) == outgoing)
    }
  }

  @Test func aFullRingHoldsTheDeviceBackAndLosesNothing() throws {
    try withUART(ringBytes: 64) { uart in
      try uart.start()
      uart.trace.removeAll()
      let bytes = (0..<6000).map { UInt8(truncatingIfNeeded: $0 &* 3 &+ $0 >> 8) }
      try uart.machine.serial.send(bytes)
      var received: [UInt8] = []
      var rounds = 0
      while received.count < bytes.count, rounds < 200 {
        try uart.serveInterrupts(quiet: .milliseconds(50))
        // The ring is full, or all is there: the receive interrupt is masked, or has no cause.
        #expect(!uart.machine.memory.isRaised(Self.interrupt))
        received += uart.read()
        uart.server.resume(&uart.driver)
        rounds += 1
      }
      #expect(received == bytes)
      #expect(rounds > 1, "the ring was never full")
      #expect(uart.trace.writes.contains { $0.register == "IMSC" && $0.value & 0x50 == 0 }, "nor masked")
      #expect(uart.rings.statistics.overruns == 0)
    }
  }

  @Test func aBreakOnTheLineIsCounted() throws {
    try withUART { uart in
      try uart.start()
      try uart.machine.serial.send([1])
      try uart.serveInterrupts { $0.rings.statistics.bytesReceived == 1 }
      try uart.machine.monitor.execute("chardev-send-break", ["id": .string("serial")])
      try uart.serveInterrupts { $0.rings.statistics.breaks == 1 }
      try uart.machine.serial.send([2])
      try uart.serveInterrupts { $0.rings.statistics.bytesReceived == 2 }
      #expect(uart.rings.statistics.breaks == 1)
      #expect(uart.read() == [1, 2], "a break is no character")
    }
  }

  @Test func aRestartedDriverHearsTheLineAgain() throws {
    try withUART { uart in
      try uart.start()
      // Bytes arrive, the driver dies before it serves them: this model then raises no further interrupt by itself.
      try uart.machine.serial.send([1, 2, 3])
      #expect(try uart.isInterrupting(within: .seconds(2)))
      for round in 0..<3 {
        try uart.restart()
        try uart.machine.serial.send([UInt8(10 + round)])
        let count = UInt64(4 + round)
        try uart.serveInterrupts { $0.rings.statistics.bytesReceived == count }
      }
      #expect(uart.read() == [1, 2, 3, 10, 11, 12])
    }
  }

  @Test func stopLeavesAQuietDevice() throws {
    try withUART { uart in
      try uart.start()
      try uart.driver.stop()
      try uart.machine.serial.send([1, 2, 3])
      #expect(try !uart.isInterrupting(within: .milliseconds(100)))
      #expect(uart.driver.registers.CR.read().word == 0)
    }
  }

  @Test func onlyDeclaredRegistersAreTouchedAtTheirWidth() throws {
    try withUART { uart in
      try uart.start()
      try uart.machine.serial.send(Array(0..<100))
      #expect(try uart.write(Array(0..<100)) == 100)
      try uart.serveInterrupts {
        $0.rings.statistics.bytesReceived == 100 && $0.rings.statistics.bytesTransmitted == 100
      }
      try uart.restart()
      try uart.driver.stop()
      try uart.device.expectDeclared(
        by: "DriverSpecs/serial/pl011.driver.yaml", at: [Self.window], atLeast: 400)
    }
  }

  @Test func whatIsNotDeclaredIsFound() throws {
    try withUART { uart in
      let memory = uart.machine.memory
      _ = try memory.read(UInt32.self, at: Self.base + 0x18)
      _ = try memory.read(UInt32.self, at: Self.base + 0x80)
      _ = try memory.read(UInt8.self, at: Self.base + 0x18)
      try memory.write(UInt32(0), at: Self.base + 0x18)
      _ = try memory.read(UInt32.self, at: Self.base + 0x44)
      let declared = try DeclaredAccess(specAt: "DriverSpecs/serial/pl011.driver.yaml")
      #expect(
        declared.violations(in: uart.machine.finish(), at: [Self.window]) == [
          "read of 4 bytes at offset 0x80: no register is declared there",
          "read of 1 bytes at offset 0x18: FR has 32 bits",
          "write of 4 bytes at offset 0x18: FR is read-only",
          "read of 4 bytes at offset 0x44: ICR is write-only",
        ])
    }
  }
}
