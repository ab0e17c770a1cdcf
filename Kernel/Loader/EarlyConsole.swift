#if os(none)
  import CLoaderEntry

  /// Where the one line goes that a loader says when it fails: the firmware prints it where there is one, else the
  /// board's serial port, which transmits on QEMU's boards as it is.
  enum EarlyConsole {
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

    private static func write(_ byte: UInt8) { loader_put_character(byte) }
  }
#endif
