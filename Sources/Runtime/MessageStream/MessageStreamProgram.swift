import ComponentInterface
import DriverRuntime
import SharedRing

/// Either end of a channel through which messages go as fast as they can: what `dddk bench` times.
///
/// The end that uses the channel sends and the end that serves it receives. Lines of the log say `messages begin` and, once
/// every message has arrived in its order, `messages end: ` and how many they were.
@main
struct MessageStreamProgram {
  /// How many messages are sent.
  private static let count: UInt64 = 1 << 22

  /// Sixteen bytes, as messages between drivers have them.
  private struct Message: SharedElement {
    var number: UInt64
    var complement: UInt64
  }

  static func main() {
    #if os(none)
      let component = Component()
      guard let channel = component.channel(0) else { fatalError("a stream has one channel") }
      do throws(RingFault) {
        if channel.role == .client {
          try send(channel, component)
        } else {
          try receive(channel, component)
        }
      } catch {
        log("messages broken off: the ring is not as the other end left it")
      }
      while true { _ = component.wait() }
    #else
      print("The stream of messages runs on a board, as two components of a system.")
    #endif
  }

  #if os(none)
    private static func send(
      _ channel: ChannelEnd, _ component: borrowing Component
    ) throws(RingFault) {
      var ring = RingProducer<Message>(attachingTo: channel.outgoing)
      var next: UInt64 = 0
      log("messages begin")
      while next < count {
        _ = try ring.fill {
          guard next < count else { return nil }
          defer { next &+= 1 }
          return Message(number: next, complement: ~next)
        }
        if ring.publish() { channel.signal() }
        if next < count, try ring.prepareToSleep() { _ = component.wait() }
      }
    }

    private static func receive(
      _ channel: ChannelEnd, _ component: borrowing Component
    ) throws(RingFault) {
      var ring = RingConsumer<Message>(attachingTo: channel.incoming)
      var next: UInt64 = 0
      var isInOrder = true
      while next < count {
        _ = try ring.drain {
          true
        } into: { message in
          if message.number != next || message.complement != ~next { isInOrder = false }
          next &+= 1
        }
        if ring.publish() { channel.signal() }
        if next < count, try ring.prepareToSleep() { _ = component.wait() }
      }
      if isInOrder { log("messages end: ", next) } else { log("messages came out of order") }
    }

    private static func log(_ text: StaticString, _ number: UInt64? = nil) {
      var line = LogText()
      line.append(text)
      if let number { line.append(decimal: number) }
      _ = Supervisor().call(.writeLog(line))
    }
  #endif
}
