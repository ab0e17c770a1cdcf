import DriverRuntime
import Testing

@testable import pl011

/// Registers and bits as the manual has them (Arm DDI 0183G, table 3-1 and 3.3), as far as QEMU's device does not show
/// them: it keeps what is written into bits that do nothing there, and never sets most of the flags.
struct ManualTests {
  /// How many bits a register has is all that table 3-1 says of it here; what the manual calls reserved is 0.
  @Test func registersHaveTheWidthOfTheManual() throws {
    let harness = try Harness()
    let registers = harness.driver.registers
    registers.ILPR.write(.max)
    registers.IBRD.write(.max)
    registers.FBRD.write(.max)
    registers.LCR_H.write(.max)
    registers.CR.write(.max)
    registers.IFLS.write(.max)
    registers.IMSC.write(.max)
    registers.ICR.write(.max)
    registers.DMACR.write(.max)
    let kept = ["ILPR", "IBRD", "FBRD", "LCR_H", "CR", "IFLS", "IMSC", "ICR", "DMACR"].map {
      harness.device.registers[$0]
    }
    #expect(kept == [0xff, 0xffff, 0x3f, 0xff, 0xff87, 0x3f, 0x7ff, 0x7ff, 0x7])
  }

  @Test func numbersFillTheirRegisters() {
    #expect(PL011.ILPR(word: .max).ILPDVSR == 0xff)
    #expect(PL011.IBRD(word: .max).BAUD_DIVINT == 0xffff)
    #expect(PL011.FBRD(word: .max).BAUD_DIVFRAC == 0x3f)
    #expect(PL011.PCellID0(word: .max).ID == 0xff)
    #expect(PL011.PCellID1(word: .max).ID == 0xff)
    #expect(PL011.PCellID2(word: .max).ID == 0xff)
    #expect(PL011.PCellID3(word: .max).ID == 0xff)
  }

  @Test func receiveStatusAndFlags() {
    let status = bits(PL011.RSR.init(word:), [\.FE, \.PE, \.BE, \.OE])
    #expect(status == [0, 1, 2, 3])
    let character = bits(PL011.DR.init(word:), [\.FE, \.PE, \.BE, \.OE])
    #expect(character == [8, 9, 10, 11])
    let flags = bits(
      PL011.FR.init(word:), [\.CTS, \.DSR, \.DCD, \.BUSY, \.RXFE, \.TXFF, \.RXFF, \.TXFE, \.RI])
    #expect(flags == Array(0...8))
  }

  @Test func lineControl() {
    #expect(bits(PL011.LCR_H.init(word:), [\.BRK, \.PEN, \.STP2, \.FEN, \.SPS]) == [0, 1, 3, 4, 7])
    var control = PL011.LCR_H(word: 0)
    control.EPS = .even
    #expect(control.word == 0x04)
    control.EPS = .odd
    let lengths: [(PL011.LCR_H.WLENValue, UInt32)] = [
      (.five, 0x00), (.six, 0x20), (.seven, 0x40), (.eight, 0x60),
    ]
    for (length, word) in lengths {
      control.WLEN = length
      #expect(control.word == word)
    }
  }

  @Test func control() {
    let positions = bits(
      PL011.CR.init(word:),
      [\.UARTEN, \.SIREN, \.SIRLP, \.LBE, \.TXE, \.RXE, \.DTR, \.RTS, \.Out1, \.Out2, \.RTSEn, \.CTSEn])
    #expect(positions == [0, 1, 2, 7, 8, 9, 10, 11, 12, 13, 14, 15])
    #expect(bits(PL011.DMACR.init(word:), [\.RXDMAE, \.TXDMAE, \.DMAONERR]) == [0, 1, 2])
  }

  /// An eighth to seven eighths are 0 to 4, for either FIFO.
  @Test func interruptLevels() {
    var levels = PL011.IFLS(word: 0)
    let receive: [PL011.IFLS.RXIFLSELValue] = [
      .oneEighth, .oneQuarter, .oneHalf, .threeQuarters, .sevenEighths,
    ]
    for (number, level) in receive.enumerated() {
      levels.RXIFLSEL = level
      #expect(levels.word == UInt32(number) << 3)
    }
    levels = PL011.IFLS(word: 0)
    let transmit: [PL011.IFLS.TXIFLSELValue] = [
      .oneEighth, .oneQuarter, .oneHalf, .threeQuarters, .sevenEighths,
    ]
    for (number, level) in transmit.enumerated() {
      levels.TXIFLSEL = level
      #expect(levels.word == UInt32(number))
    }
  }

  /// The eleven interrupts have the same bits in all four registers.
  @Test func interrupts() {
    let mask = bits(
      PL011.IMSC.init(word:),
      [\.RIMIM, \.CTSMIM, \.DCDMIM, \.DSRMIM, \.RXIM, \.TXIM, \.RTIM, \.FEIM, \.PEIM, \.BEIM, \.OEIM])
    let raw = bits(
      PL011.RIS.init(word:),
      [
        \.RIRMIS, \.CTSRMIS, \.DCDRMIS, \.DSRRMIS, \.RXRIS, \.TXRIS, \.RTRIS, \.FERIS, \.PERIS, \.BERIS,
        \.OERIS,
      ])
    let masked = bits(
      PL011.MIS.init(word:),
      [
        \.RIMMIS, \.CTSMMIS, \.DCDMMIS, \.DSRMMIS, \.RXMIS, \.TXMIS, \.RTMIS, \.FEMIS, \.PEMIS, \.BEMIS,
        \.OEMIS,
      ])
    for positions in [mask, raw, masked] { #expect(positions == Array(0...10)) }
    let clears: [(inout PL011.ICR) -> Void] = [
      { $0.RIMIC = true }, { $0.CTSMIC = true }, { $0.DCDMIC = true }, { $0.DSRMIC = true },
      { $0.RXIC = true }, { $0.TXIC = true }, { $0.RTIC = true }, { $0.FEIC = true }, { $0.PEIC = true },
      { $0.BEIC = true }, { $0.OEIC = true },
    ]
    for (bit, clear) in clears.enumerated() {
      var word = PL011.ICR(word: 0)
      clear(&word)
      #expect(word.word == 1 << UInt32(bit))
    }
  }

  /// Which bit each flag is, −1 for one that is no single bit.
  private func bits<Value>(_ make: (UInt32) -> Value, _ flags: [KeyPath<Value, Bool>]) -> [Int] {
    flags.map { flag in
      let positions = (0..<32).filter { make(1 << UInt32($0))[keyPath: flag] }
      return positions.count == 1 ? positions[0] : -1
    }
  }
}
