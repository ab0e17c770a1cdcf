import CStart
public import ComponentInterface
public import RegisterAccess
import SeL4
import SharedRing

/// The running component: what its supervisor gave it, and its one way to wait.
///
/// A program has one, made from the startup page. Everything that it holds is named there; there is nothing to look
/// up and nothing to ask for.
@safe
public struct Component: ~Copyable {
  private let page: UnsafePointer<StartupPage>

  /// The component's counters, which the supervisor shows.
  public let statistics: ComponentStatistics

  /// Reads the startup page at `address` and takes the IPC buffer that it names into use.
  ///
  /// - Safety: `address` is that of a startup page which stays readable while the program runs, and whose addresses
  ///   (statistics, channels, regions) are mapped as it says, for this program alone.
  @unsafe
  public init(startupPageAt address: UnsafeRawPointer) {
    unsafe page = address.assumingMemoryBound(to: StartupPage.self)
    guard unsafe page.pointee.isValid,
      let counters = unsafe UnsafeMutablePointer<StatisticsPage>(
        bitPattern: UInt(page.pointee.statisticsAddress))
    else { fatalError("no startup page") }
    unsafe statistics = ComponentStatistics(counters)
    #if os(none)
      IPCBuffer.set(address: UInt(unsafe page.pointee.ipcBufferAddress))
    #endif
  }

  #if os(none)
    /// The component that the supervisor started.
    public init() {
      guard let address = unsafe dddk_start_argument() else { fatalError("no startup page") }
      // Safety: the start code keeps the argument that the supervisor gave to the first instruction.
      unsafe self.init(startupPageAt: address)
    }
  #endif

  /// The component's number, the badge of its requests.
  public var id: UInt32 { unsafe page.pointee.componentID }

  /// Where the startup page is mapped.
  public var startupPageAddress: UInt { UInt(bitPattern: unsafe page) }

  /// How often the component was restarted before.
  public var restarts: UInt32 { unsafe page.pointee.restarts }

  /// How many channels it has.
  public var channelCount: Int { Int(unsafe page.pointee.channelCount) }

  /// What the supervisor asks of it just now.
  public var controlWord: ControlWord {
    // Safety: the page is 4096 bytes, mapped while the program runs; only its one changing word is read.
    let memory = unsafe SharedMemory(
      base: UnsafeMutableRawPointer(mutating: page), size: StartupPage.size)
    return ControlWord(rawValue: memory.load(at: StartupPage.controlWordOffset))
  }

  /// Waits until something happens, and says what.
  public func wait() -> NotificationBadge { takeSignals(waiting: true) }

  /// Says what has happened since the last time, if anything; where nothing has, waits for it if it may.
  func takeSignals(waiting: Bool) -> NotificationBadge {
    NotificationBadge(rawValue: notification.take(waiting: waiting))
  }

  private var notification: Notification {
    Notification(CapabilityPointer(rawValue: ComponentSlot.notification))
  }

  /// The component's end of channel `index`; nil where it has no such channel or its memory is too small.
  @inline(__always)
  public func channel(_ index: Int) -> ChannelEnd? {
    guard index >= 0, index < channelCount else { return nil }
    // Safety: the supervisor mapped as much shared memory as the grant says, for as long as the program runs.
    return unsafe ChannelEnd(page.pointee.channels[index])
  }

  /// Does what the supervisor asks by the control word, and says what that is; to be called after a control signal.
  @discardableResult
  public func obeyControlWord() -> ControlWord {
    let word = controlWord
    if word == .crash { crash() }
    return word
  }

  /// Touches what it does not hold: a fault.
  private func crash() -> Never {
    #if os(none)
      // Safety: none, on purpose: the supervisor asked for the fault that this access makes.
      _ = unsafe UInt32.load(fromDeviceAt: UInt(page.pointee.crashAddress))
    #endif
    fatalError("crashed on request")
  }
}

extension Component: DriverGrants {
  /// The region of device registers with this index in the spec.
  public func region(_ index: Int) -> DeviceRegion? {
    guard index >= 0, index < Int(unsafe page.pointee.regionCount) else { return nil }
    let region = unsafe page.pointee.regions[index]
    guard region.portSlot == 0 else { return nil }
    // Safety: the supervisor mapped the device's registers there, for as long as the program runs.
    return unsafe DeviceRegion(
      mappedAt: UInt(region.virtualAddress), size: Int(truncatingIfNeeded: region.size))
  }

  /// The I/O ports of the region with this index in the spec.
  public func ports(_ index: Int) -> PortRegion? {
    guard GrantedPorts.exist, index >= 0, index < Int(unsafe page.pointee.regionCount) else { return nil }
    let region = unsafe page.pointee.regions[index]
    guard region.portSlot != 0 else { return nil }
    return PortRegion(
      GrantedPorts(slot: UInt32(truncatingIfNeeded: region.portSlot)),
      first: UInt16(truncatingIfNeeded: region.physicalAddress),
      count: Int(truncatingIfNeeded: region.size))
  }

  /// The rate of the clock with this index in the spec, in hertz.
  public func clockRate(_ index: Int) -> UInt64? {
    guard index >= 0, index < Int(unsafe page.pointee.clockCount) else { return nil }
    let rate = unsafe page.pointee.clocks[index]
    return rate > 0 ? rate : nil
  }

  /// The value of the parameter with this index in the spec.
  public func parameter(_ index: Int) -> UInt64? {
    guard index >= 0, index < Int(unsafe page.pointee.parameterCount) else { return nil }
    return unsafe page.pointee.parameters[index]
  }

  /// How many interrupts the component may handle.
  public var interruptCount: Int { Int(unsafe page.pointee.interruptCount) }
}

extension Component: InterruptLines {
  /// Lets interrupt `index` fire again.
  ///
  /// Corresponds to `seL4_IRQHandler_Ack`. The kernel refuses only when the capability is gone, and then so is the
  /// component.
  @inline(never)
  public func acknowledge(interrupt index: Int) {
    do throws(SeL4Error) {
      try IRQHandler(CapabilityPointer(rawValue: ComponentSlot.interrupt(index))).ack()
    } catch {
      fatalError("an interrupt was taken away")
    }
  }
}
