#if os(none)
  import RegisterAccess
  import SeL4
  import SystemManifest

  /// The standard output's device, driven by polling while no driver serves it.
  ///
  /// It knows what the driver's spec says of one byte out and one byte in, and nothing else: baud rate and format
  /// are as the firmware or the last driver left them.
  struct PolledConsole {
    /// How often a full transmitter is asked before a byte is dropped: a device that never drains must not stop
    /// the supervisor.
    static let attempts = 1_000_000

    /// How a region of registers is reached.
    enum Access {
      /// Its first register is mapped at an address.
      case memory(base: UInt64)
      /// It is behind I/O ports, from one on.
      case ports(IOPort, first: UInt16)
    }

    /// How a byte is sent.
    let transmitter: PolledData
    /// How a byte is received, where the spec says so.
    let receiver: PolledData?
    /// How the region is reached.
    let access: Access
    /// The component whose device it is.
    let component: Int
    /// What was typed since the last line ended.
    var line = InlineArray<64, UInt8>(repeating: 0)
    /// How many bytes of it.
    var lineLength = 0

    /// Sends a byte; drops it when the device takes none for too long.
    func send(_ byte: UInt8) {
      var left = Self.attempts
      while isBlocked(transmitter) {
        left -= 1
        if left == 0 { return }
      }
      store(UInt32(byte), offset: transmitter.dataOffset, width: transmitter.dataWidth)
    }

    /// Sends a line feed as terminals want it, and every other byte as it is.
    func sendText(_ byte: UInt8) {
      if byte == UInt8(ascii: "\n") { send(UInt8(ascii: "\r")) }
      send(byte)
    }

    /// Sends a text.
    func send(_ text: StaticString) {
      text.withUTF8Buffer { bytes in
        // Safety: the buffer is the literal's own and the index below its count.
        for index in 0..<bytes.count { unsafe sendText(bytes[index]) }
      }
    }

    /// A byte that waits in the device, where there is one.
    func receive() -> UInt8? {
      guard let receiver, !isBlocked(receiver) else { return nil }
      return UInt8(truncatingIfNeeded: load(offset: receiver.dataOffset, width: receiver.dataWidth))
    }

    private func isBlocked(_ data: PolledData) -> Bool {
      load(offset: data.statusOffset, width: data.statusWidth) & data.mask == data.blockedValue
    }

    private func load(offset: UInt32, width: UInt8) -> UInt32 {
      switch access {
      case .ports(let ports, let first):
        let port = first &+ UInt16(truncatingIfNeeded: offset)
        // The kernel refuses no port of the range. All ones is what nobody answers.
        switch width {
        case 8: return (try? ports.in8(port)).map { UInt32($0) } ?? .max
        case 16: return (try? ports.in16(port)).map { UInt32($0) } ?? .max
        default: return (try? ports.in32(port)) ?? .max
        }
      case .memory(let base):
        let address = UInt(base) + UInt(offset)
        // Safety: decoding the manifest found the register inside the region, which is mapped at `base`.
        switch width {
        case 8: return unsafe UInt32(UInt8.load(fromDeviceAt: address))
        case 16: return unsafe UInt32(UInt16.load(fromDeviceAt: address))
        default: return unsafe UInt32.load(fromDeviceAt: address)
        }
      }
    }

    private func store(_ value: UInt32, offset: UInt32, width: UInt8) {
      switch access {
      case .ports(let ports, let first):
        let port = first &+ UInt16(truncatingIfNeeded: offset)
        switch width {
        case 8: _ = try? ports.out8(port, UInt8(truncatingIfNeeded: value))
        case 16: _ = try? ports.out16(port, UInt16(truncatingIfNeeded: value))
        default: _ = try? ports.out32(port, value)
        }
      case .memory(let base):
        let address = UInt(base) + UInt(offset)
        // Safety: as for `load`.
        switch width {
        case 8: unsafe UInt8(truncatingIfNeeded: value).store(toDeviceAt: address)
        case 16: unsafe UInt16(truncatingIfNeeded: value).store(toDeviceAt: address)
        default: unsafe value.store(toDeviceAt: address)
        }
      }
    }
  }
#endif
