import SharedRing

/// What a 16-byte message through a ring costs, both ends in one thread: no signal, no switch, no cache miss.
public enum RingMeasurement {
  /// Messages in a batch.
  public static let batch = 64

  /// A message as rings between drivers carry them.
  public struct Message: SharedElement {
    var first: UInt64
    var second: UInt64
  }

  /// Cycles for a message that is pushed, published, popped and given back by itself: the least of a batch.
  public static func alone() -> UInt64 {
    withRing { producer, consumer in
      let overhead = CycleCounter.overhead()
      var least = UInt64.max
      for index in 0..<UInt64(batch) {
        let start = CycleCounter.read()
        send(index, &producer)
        guard receive(&consumer) == index else { return 0 }
        least = min(least, CycleCounter.read() &- start &- overhead)
      }
      return least
    }
  }

  /// Cycles a message, rounded up, for ``batch`` of them that are pushed one by one, published together, popped one
  /// by one and given back together.
  public static func batched() -> UInt64 {
    withRing { producer, consumer in
      let overhead = CycleCounter.overhead()
      let start = CycleCounter.read()
      let sent = sendBatch(&producer)
      let received = receiveBatch(&consumer)
      let cycles = CycleCounter.read() &- start &- overhead
      return sent == received ? (cycles + UInt64(batch) - 1) / UInt64(batch) : 0
    }
  }

  // MARK: the measured code, each a function of its own as in two programs

  @inline(never)
  private static func send(_ number: UInt64, _ producer: inout RingProducer<Message>) {
    do throws(RingFault) {
      _ = try producer.push(Message(first: number, second: ~number))
      _ = producer.publish()
    } catch {}
  }

  @inline(never)
  private static func receive(_ consumer: inout RingConsumer<Message>) -> UInt64? {
    do throws(RingFault) {
      let message = try consumer.pop()
      _ = consumer.publish()
      return message?.first
    } catch {
      return nil
    }
  }

  @inline(never)
  private static func sendBatch(_ producer: inout RingProducer<Message>) -> UInt64 {
    do throws(RingFault) {
      var number: UInt64 = 0
      _ = try producer.fill {
        guard number < UInt64(batch) else { return nil }
        number &+= 1
        return Message(first: number, second: number)
      }
      _ = producer.publish()
      return number &* (number &+ 1)
    } catch {
      return 0
    }
  }

  @inline(never)
  private static func receiveBatch(_ consumer: inout RingConsumer<Message>) -> UInt64 {
    do throws(RingFault) {
      var sum: UInt64 = 0
      _ = try consumer.drain {
        true
      } into: { message in
        sum &+= message.first &+ message.second
      }
      _ = consumer.publish()
      return sum
    } catch {
      return 1
    }
  }

  /// Makes a ring for one batch in memory of this thread.
  private static func withRing(
    _ body: (inout RingProducer<Message>, inout RingConsumer<Message>) -> UInt64
  ) -> UInt64 {
    SharedMemory.withOwn { memory in
      var producer = RingProducer<Message>(attachingTo: memory)
      var consumer = RingConsumer<Message>(attachingTo: memory)
      return body(&producer, &consumer)
    }
  }
}
