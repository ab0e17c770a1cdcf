#if os(none)
  import _Volatile

  /// The board's serial port, for the one line that a loader says when it fails: a PL011 that nobody has set
  /// up transmits on QEMU's board as it is.
  enum EarlyConsole {
    private static let dataRegister: UInt = 0x0900_0000

    static func write(_ text: StaticString) {
      for index in 0..<text.utf8CodeUnitCount {
        // Safety: a static string has as many bytes as it says.
        write(unsafe text.utf8Start[index])
      }
    }

    static func write(hexadecimal number: UInt64) {
      write(" 0x")
      var shift: UInt64 = 60
      while shift > 0 && number >> shift == 0 { shift -= 4 }
      while true {
        let digit = UInt8(truncatingIfNeeded: number >> shift & 15)
        write(digit < 10 ? 48 + digit : 87 + digit)
        if shift == 0 { break }
        shift -= 4
      }
    }

    private static func write(_ byte: UInt8) {
      // Safety: the board has its PL011's data register at this address.
      unsafe VolatileMappedRegister<UInt32>(unsafeBitPattern: dataRegister).store(UInt32(byte))
    }
  }
#endif
