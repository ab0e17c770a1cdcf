import ComponentInterface
import SeL4
import SharedRing

@testable import DriverRuntime

/// Pages and channel memory as a supervisor lays them out, and a kernel that delivers prepared signals.
@safe final class HostSystem: @unchecked Sendable {
  let channelSize: Int
  private let startup: UnsafeMutablePointer<StartupPage>
  private let counters: UnsafeMutablePointer<StatisticsPage>
  private let channelMemory: UnsafeMutableRawPointer
  /// What the next waits deliver.
  var signals: [NotificationBadge] = []
  /// Slots that were signalled, oldest first.
  var signalled: [UInt] = []
  /// Slots that were called, with the label.
  var called: [(slot: UInt, label: UInt)] = []
  /// The last call's words.
  var words: [UInt] = []
  /// The IPC buffer's message words; those that travel in registers are not there.
  private var buffer: [UInt] = Array(repeating: 0, count: 120)

  init(ringBytes: Int = 64, interrupts: UInt32 = 1) {
    channelSize = ChannelLayout.regionSize(ringBytes: ringBytes)
    // Safety: all three are freed in `deinit` only, and written before they are read.
    unsafe startup = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 4096)
      .bindMemory(to: StartupPage.self, capacity: 1)
    unsafe counters = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 4096)
      .bindMemory(to: StatisticsPage.self, capacity: 1)
    unsafe channelMemory = UnsafeMutableRawPointer.allocate(byteCount: channelSize, alignment: 4096)
    unsafe startup.initialize(to: StartupPage())
    unsafe counters.initialize(to: StatisticsPage())
    unsafe channelMemory.initializeMemory(as: UInt8.self, repeating: 0, count: channelSize)
    unsafe startup.pointee.interruptCount = interrupts
    unsafe startup.pointee.statisticsAddress = UInt64(UInt(bitPattern: counters))
    unsafe startup.pointee.channelCount = 1
    unsafe channelMemory.storeBytes(of: ChannelHeader(), as: ChannelHeader.self)
  }

  deinit {
    unsafe startup.deallocate()
    unsafe counters.deallocate()
    unsafe channelMemory.deallocate()
  }

  var statistics: StatisticsPage { unsafe counters.pointee }

  func edit(_ change: (inout StartupPage) -> Void) { unsafe change(&startup.pointee) }

  /// Safety: tests keep the object alive while they use its memory.
  var channel: SharedMemory { unsafe SharedMemory(base: channelMemory, size: channelSize) }

  /// The component at one end of the channel.
  func component(_ role: ChannelGrant.Role) -> Component {
    unsafe startup.pointee.channels[0] = ChannelGrant(
      address: UInt64(UInt(bitPattern: channelMemory)), size: UInt64(channelSize),
      peerSlot: UInt32(ComponentSlot.peer(0)), badgeBit: NotificationBadge.firstChannelBit, role: role,
      generation: 1)
    return unsafe Component(startupPageAt: UnsafeRawPointer(startup))
  }

  /// The channel as the component at one end sees it.
  func end(_ role: ChannelGrant.Role) -> ChannelEnd {
    guard let end = component(role).channel(0) else { fatalError("the page names no channel") }
    return end
  }

  /// A kernel for `HostKernel.$current`.
  var kernel: HostKernel {
    HostKernel { number, registers in
      switch number {
      case SystemCall.recv, SystemCall.nbRecv:
        precondition(registers.badge == ComponentSlot.notification)
        registers.badge = self.signals.isEmpty ? 0 : self.signals.removeFirst().rawValue
      case SystemCall.send: self.signalled.append(registers.badge)
      case SystemCall.call:
        self.called.append((registers.badge, registers.info.label))
        let whole = [registers.word0, registers.word1, registers.word2, registers.word3] + self.buffer[4...]
        self.words = Array(whole.prefix(registers.info.length))
        registers.info = MessageInfo(rawValue: 0)
      default: fatalError("system call \(number)")
      }
    } loadIPCBuffer: { offset in
      self.buffer[offset / 8 - 1]
    } storeIPCBuffer: { offset, word in
      self.buffer[offset / 8 - 1] = word
    }
  }
}

/// A UART with two FIFOs of 16 characters, as far as a driver of the class `serial` sees one.
final class Device {
  static let depth = 16
  /// What arrives; characters beyond the FIFO wait outside.
  var arriving: [ReceivedCharacter] = []
  /// What was sent, oldest first.
  var sent: [UInt8] = []
  /// How many more characters the device takes.
  var room = Device.depth
  var isReceiveEnabled = false
  var isTransmitEnabled = false
  /// Times that characters were written while there was no room.
  var overfilled = 0
  var maskChanges = 0
}

/// A driver as the generator makes them, over ``Device``.
struct HostDriver: SerialDriver, ~Copyable {
  static var deviceName: StaticString { "HOST" }
  let device: Device

  func probe() throws(DriverError) {}
  func start() throws(DriverError) {}
  func stop() throws(DriverError) {}

  mutating func serve<Line: SerialLine & ~Copyable>(
    _ interrupt: consuming PendingInterrupt, line: inout Line
  ) -> ClearedInterrupt {
    let cleared = interrupt.cleared {}
    if device.isReceiveEnabled, !device.arriving.isEmpty { line.receive(from: &self) }
    if device.isTransmitEnabled, device.room > 0 { line.transmit(to: &self) }
    return cleared
  }

  var isReadyToTransmit: Bool { device.room > 0 }
  func transmit(_ byte: UInt8) {
    if device.room == 0 { device.overfilled += 1 }
    device.room -= 1
    device.sent.append(byte)
  }
  func receive() -> ReceivedCharacter? { device.arriving.isEmpty ? nil : device.arriving.removeFirst() }
  func enableReceiveInterrupt() {
    device.isReceiveEnabled = true
    device.maskChanges += 1
  }
  func disableReceiveInterrupt() {
    device.isReceiveEnabled = false
    device.maskChanges += 1
  }
  func enableTransmitInterrupt() {
    device.isTransmitEnabled = true
    device.maskChanges += 1
  }
  func disableTransmitInterrupt() {
    device.isTransmitEnabled = false
    device.maskChanges += 1
  }
}

/// A generator whose seed a failing test prints (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
