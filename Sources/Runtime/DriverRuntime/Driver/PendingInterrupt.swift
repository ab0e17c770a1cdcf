/// An interrupt that was delivered and neither cleared in the device nor acknowledged to the kernel.
///
/// The kernel keeps the line masked until it is acknowledged. A level-triggered line that is acknowledged
/// before the device lets go of it fires again at once, so the order is a matter of types: a driver turns a
/// `PendingInterrupt` into a `ClearedInterrupt`, and only that can be acknowledged, once.
public struct PendingInterrupt: ~Copyable {
  /// Which of the driver's interrupts it is, in the order of its spec, from 0.
  public let index: Int

  /// Only the component's loop makes these, one for each interrupt that a notification carries.
  public init(index: Int) { self.index = index }

  /// Runs `clear`, which makes the device let go of the line.
  @inline(__always)
  public consuming func cleared(by clear: () -> Void) -> ClearedInterrupt {
    clear()
    return ClearedInterrupt(index: index)
  }
}

/// An interrupt whose source in the device is cleared: it may be acknowledged to the kernel.
public struct ClearedInterrupt: ~Copyable {
  let index: Int

  /// Tells the kernel that the line may fire again.
  @inline(__always)
  public consuming func acknowledge(to lines: borrowing some InterruptLines & ~Copyable) {
    lines.acknowledge(interrupt: index)
  }
}

/// The interrupt handlers that a component holds; on the target, IRQ handler capabilities.
public protocol InterruptLines: ~Copyable {
  /// Lets interrupt `index` of the driver's spec fire again. Corresponds to `seL4_IRQHandler_Ack`.
  func acknowledge(interrupt index: Int)
}
