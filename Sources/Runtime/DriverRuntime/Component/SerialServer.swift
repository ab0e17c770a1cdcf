import ComponentInterface
import SeL4
import SharedRing

/// The rings of a serial driver's one client, as the driver's interrupts use them.
///
/// Received characters go to the client, and characters to send come from it. Where the client has no room, the
/// receive interrupt is masked until it makes some: the device's own flow control, or its overrun error, takes over.
public struct SerialServer: SerialLine, ~Copyable {
  /// How often one call goes back to a ring in which the client has changed something meanwhile.
  static let roundLimit = 4

  private let client: Notification
  let statistics: ComponentStatistics
  private var toClient: RingProducer<UInt8>
  private var fromClient: RingConsumer<UInt8>

  /// Whether the receive interrupt is masked: for want of room, or since nothing was received yet.
  private(set) var isReceiveHeld = true
  /// Whether the transmit interrupt is let through.
  private(set) var isTransmitEnabled = false
  /// Whether there is work left, as at first, and where the last call stopped at a bound of its own: call ``resume(_:)``
  /// without waiting for a signal.
  public private(set) var hasMore = true

  /// Takes up the rings where the last driver left them, for a device whose interrupts are all masked.
  ///
  /// ``resume(_:)`` takes in what the device holds, sends what waits and lets interrupts through.
  @inline(__always)
  public init(_ channel: ChannelEnd, statistics: ComponentStatistics) {
    client = channel.peer
    self.statistics = statistics
    toClient = RingProducer(attachingTo: channel.outgoing)
    fromClient = RingConsumer(attachingTo: channel.incoming)
    // The last driver may have died between a publish and its signal.
    client.signal()
  }

  /// Goes on after a signal from the client, or after ``hasMore``.
  public mutating func resume(_ device: inout some SerialDevice & ~Copyable) {
    let isUnfinished = hasMore
    hasMore = false
    if isReceiveHeld || isUnfinished { receive(from: &device) }
    transmit(to: &device)
  }

  /// Moves characters from the device to the client until the device has no more; where the client has no room,
  /// masks the receive interrupt instead.
  ///
  /// A function of its own wherever it is called: its loop has the registers to itself. More than
  /// ``roundLimit`` characters with errors in one call leave ``hasMore`` set.
  @inline(never)
  public mutating func receive(from device: inout some SerialDevice & ~Copyable) {
    do throws(RingFault) {
      for _ in 0..<Self.roundLimit {
        let before = toClient.pushedCount
        // A character with errors ends the loop, which so needs no call and keeps its registers.
        var faulty: ReceivedCharacter?
        let isFull = try toClient.fill {
          guard let character = device.receive() else { return nil }
          guard character.errors.isEmpty else {
            faulty = character
            return nil
          }
          return character.byte
        }
        if let faulty {
          statistics.count(faulty.errors)
          // It was asked for because there was room for it.
          if faulty.errors == .overrun { _ = try toClient.push(faulty.byte) }
        }
        let count = toClient.pushedCount &- before
        if count > 0 {
          statistics.counters.bytesReceived &+= count
          if toClient.publish() { client.signal() }
        }
        if faulty != nil { continue }
        if isFull, try !toClient.prepareToSleep() { continue }
        holdReceive(isFull, device)
        return
      }
    } catch {
      statistics.counters.peerFaults &+= 1
      toClient.resynchronize()
    }
    hasMore = true
  }

  /// Moves characters from the client to the device until it takes no more, or there are none; the transmit
  /// interrupt is left enabled exactly when there are more to send.
  @inline(never)
  public mutating func transmit(to device: inout some SerialDevice & ~Copyable) {
    do throws(RingFault) {
      for _ in 0..<Self.roundLimit {
        let before = fromClient.poppedCount
        let isEmpty = try fromClient.drain {
          device.isReadyToTransmit
        } into: { byte in
          device.transmit(byte)
        }
        let count = fromClient.poppedCount &- before
        if count > 0 {
          statistics.counters.bytesTransmitted &+= count
          if fromClient.publish() { client.signal() }
        }
        if isEmpty, try !fromClient.prepareToSleep() { continue }
        enableTransmit(!isEmpty, device)
        return
      }
    } catch {
      statistics.counters.peerFaults &+= 1
      fromClient.resynchronize()
    }
    hasMore = true
  }

  private mutating func holdReceive(_ isHeld: Bool, _ device: borrowing some SerialDevice & ~Copyable) {
    guard isHeld != isReceiveHeld else { return }
    isReceiveHeld = isHeld
    if isHeld { device.disableReceiveInterrupt() } else { device.enableReceiveInterrupt() }
  }

  private mutating func enableTransmit(_ isEnabled: Bool, _ device: borrowing some SerialDevice & ~Copyable) {
    guard isEnabled != isTransmitEnabled else { return }
    isTransmitEnabled = isEnabled
    if isEnabled { device.enableTransmitInterrupt() } else { device.disableTransmitInterrupt() }
  }
}
