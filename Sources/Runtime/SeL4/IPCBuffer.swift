import CSeL4

/// The calling thread's IPC buffer: the part of a message that does not fit in registers, the capabilities
/// that travel with it, and where those that arrive go.
///
/// Manual, sections 4.1 and 4.2.
///
/// Corresponds to `seL4_IPCBuffer`; words 0 to 3 of a message travel in registers and do not stand here.
public enum IPCBuffer {
  /// Most words of one message.
  ///
  /// Corresponds to `seL4_MsgMaxLength`.
  public static var maximumLength: Int { SeL4_messageMaxLength }

  /// Most capabilities that travel with one message.
  ///
  /// Corresponds to `seL4_MsgMaxExtraCaps`.
  public static var maximumCapabilities: Int { SeL4_messageMaxExtraCaps }

  /// Size in bytes, and alignment, of the buffer.
  public static var size: Int { SeL4_ipcBufferSize }

  /// Reads message word `index`, 4 to 119.
  ///
  /// Corresponds to `seL4_GetMR`.
  @inline(__always)
  public static func word(_ index: Int) -> Word {
    precondition(index >= 0 && index < SeL4_messageMaxLength)
    return load(SeL4_ipcBufferMessageOffset &+ index &* 8)
  }

  /// Writes message word `index`, 4 to 119.
  ///
  /// Corresponds to `seL4_SetMR`.
  @inline(__always)
  public static func setWord(_ index: Int, to value: Word) {
    precondition(index >= 0 && index < SeL4_messageMaxLength)
    store(SeL4_ipcBufferMessageOffset &+ index &* 8, value)
  }

  /// Writes byte `index` of the message bytes that begin with word `word` (4 to 119), the first of a word in its lowest
  /// bits.
  @inline(__always)
  public static func setByte(_ value: UInt8, at index: Int, from word: Int) {
    precondition(word >= 0 && index >= 0 && word &* 8 &+ index < SeL4_messageMaxLength &* 8)
    store(SeL4_ipcBufferMessageOffset &+ word &* 8 &+ index, value)
  }

  /// Sends the capability along as number `index`, 0 to 2.
  ///
  /// Corresponds to `seL4_SetCap`.
  @inline(__always)
  public static func setCapability(_ index: Int, to pointer: CapabilityPointer) {
    precondition(index >= 0 && index < SeL4_messageMaxExtraCaps)
    store(SeL4_ipcBufferCapsOffset &+ index &* 8, pointer.rawValue)
  }

  /// The badge of unwrapped capability `index`, 0 to 2.
  ///
  /// Corresponds to `seL4_GetBadge`.
  @inline(__always)
  public static func badge(_ index: Int) -> Word {
    precondition(index >= 0 && index < SeL4_messageMaxExtraCaps)
    return load(SeL4_ipcBufferCapsOffset &+ index &* 8)
  }

  /// Where a capability that arrives with a message goes.
  ///
  /// Corresponds to `seL4_SetCapReceivePath`.
  public static func setReceivePath(_ slot: Slot) {
    store(SeL4_ipcBufferReceiveCNodeOffset, slot.root.pointer.rawValue)
    store(SeL4_ipcBufferReceiveIndexOffset, slot.index)
    store(SeL4_ipcBufferReceiveDepthOffset, Word(slot.depth))
  }

  #if os(none)
    /// Says where the calling thread's buffer is mapped.
    ///
    /// Corresponds to `seL4_SetIPCBuffer`.
    ///
    /// The start code does this once; `address` is what the thread's TCB was configured with.
    public static func set(address: Word) {
      // Safety: the start code passes the address at which the kernel maps this thread's buffer.
      unsafe SeL4_setIPCBuffer(UnsafeMutableRawPointer(bitPattern: address))
    }

    @inline(__always)
    private static func load(_ offset: Int) -> Word {
      // Safety: the buffer is mapped for as long as the thread runs, since the start code said where; a thread without one
      // faults here, on page 0. Callers checked the offset.
      unsafe SeL4_ipcBuffer().load(fromByteOffset: offset, as: Word.self)
    }

    @inline(__always)
    private static func store<Value: FixedWidthInteger>(_ offset: Int, _ value: Value) {
      // Safety: as for `load`.
      unsafe SeL4_ipcBuffer().storeBytes(of: value, toByteOffset: offset, as: Value.self)
    }
  #else
    private static func load(_ offset: Int) -> Word { HostKernel.required.loadIPCBuffer(offset) }

    private static func store(_ offset: Int, _ value: Word) {
      HostKernel.required.storeIPCBuffer(offset, value)
    }

    private static func store(_ offset: Int, _ value: UInt8) {
      let shift = Word(offset % 8 * 8)
      let word = load(offset / 8 * 8) & ~(0xff &<< shift)
      store(offset / 8 * 8, word | Word(value) &<< shift)
    }
  #endif
}
