public import ComponentInterface
import SharedRing

/// The other end of a serial driver's rings: what a program that talks over the line uses.
public struct SerialClient: ~Copyable {
  private let channel: ChannelEnd
  private let statistics: ComponentStatistics
  private var toDriver: RingProducer<UInt8>
  private var fromDriver: RingConsumer<UInt8>

  /// Takes up the rings where the last holder of this end left them.
  public init(_ channel: ChannelEnd, statistics: ComponentStatistics) {
    self.channel = channel
    self.statistics = statistics
    toDriver = RingProducer(attachingTo: channel.outgoing)
    fromDriver = RingConsumer(attachingTo: channel.incoming)
    // The last holder may have died between a publish and its signal.
    channel.signal()
  }

  /// The bit of the driver's signals in the component's notification.
  public var badge: NotificationBadge { channel.badge }

  /// The channel's generation, which grows when the driver is rebuilt.
  public var generation: UInt32 { channel.generation }

  /// The next received byte; nil when there is none.
  ///
  /// ``flush()`` gives the room back.
  @inline(__always)
  public mutating func read() -> UInt8? {
    do throws(RingFault) {
      return try fromDriver.pop()
    } catch {
      recoverIncoming()
      return nil
    }
  }

  /// Queues a byte for the line; false when the ring is full.
  ///
  /// It goes out at the next ``flush()``.
  @inline(__always)
  public mutating func write(_ byte: UInt8) -> Bool {
    do throws(RingFault) {
      return try toDriver.push(byte)
    } catch {
      recoverOutgoing()
      return false
    }
  }

  /// Wakes the driver, whether it waits or not.
  public func wake() { channel.signal() }

  /// Shows the driver what was written, gives it the room of what was read, and wakes it if it waits for either.
  public mutating func flush() {
    let wantsBytes = toDriver.publish()
    let wantsRoom = fromDriver.publish()
    if wantsBytes || wantsRoom { channel.signal() }
  }

  /// Says that the caller is about to wait for received bytes; false says that there are some already.
  public mutating func prepareToWaitForBytes() -> Bool {
    do throws(RingFault) {
      return try fromDriver.prepareToSleep()
    } catch {
      recoverIncoming()
      return false
    }
  }

  /// Says that the caller is about to wait for room to write; false says that there is some already.
  public mutating func prepareToWaitForRoom() -> Bool {
    do throws(RingFault) {
      return try toDriver.prepareToSleep()
    } catch {
      recoverOutgoing()
      return false
    }
  }

  private mutating func recoverIncoming() {
    statistics.counters.peerFaults &+= 1
    fromDriver.resynchronize()
  }

  private mutating func recoverOutgoing() {
    statistics.counters.peerFaults &+= 1
    toDriver.resynchronize()
  }
}
