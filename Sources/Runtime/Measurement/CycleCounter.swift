public import CStart

/// The processor's cycle counter; under QEMU's `-icount shift=0` it counts instructions.
///
/// Reading it faults in boot images that do not ask for it.
public enum CycleCounter {
  /// The count now; 0 on the host.
  @inlinable @inline(__always)
  public static func read() -> UInt64 { UInt64(dddk_cycle_counter()) }

  /// What reading it twice, one after the other, counts: to be taken off every measurement.
  public static func overhead() -> UInt64 {
    let start = read()
    return read() &- start
  }
}
