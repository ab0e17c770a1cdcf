/// Bounds that the API makes visible, with the values of seL4's own configuration for this board.
enum Limits {
  /// Objects of one `Untyped_Retype`.
  ///
  /// Corresponds to `CONFIG_RETYPE_FAN_OUT_LIMIT`.
  static var retypeFanOut: UInt { 256 }
  /// Slots of the root task's CNode, base-2 logarithm.
  ///
  /// Corresponds to `CONFIG_ROOT_CNODE_SIZE_BITS`.
  static var rootCNodeBits: UInt { 12 }
  /// Corresponds to `CONFIG_MAX_NUM_BOOTINFO_UNTYPED_CAPS`.
  static var bootUntypeds: UInt { 230 }
  /// Corresponds to `seL4_MaxPrio`.
  static var maximumPriority: UInt { 255 }
  static var priorityCount: UInt { 256 }
  /// Corresponds to `seL4_MsgMaxLength`.
  static var messageLength: UInt { 120 }
  /// Corresponds to `seL4_MsgMaxExtraCaps`.
  static var extraCapabilities: UInt { 3 }
  /// Timer ticks until the next thread of the same priority has its turn.
  ///
  /// Corresponds to `CONFIG_TIME_SLICE`.
  static var timeSlice: UInt { 5 }
  /// Milliseconds between two timer ticks.
  ///
  /// Corresponds to `CONFIG_TIMER_TICK_MS`.
  static var tickMilliseconds: UInt { 2 }
  /// Steps of a long operation between two looks for a pending interrupt.
  ///
  /// Corresponds to `CONFIG_MAX_NUM_WORK_UNITS_PER_PREEMPTION`.
  static var workUnits: UInt { 100 }
  /// Untyped memory is zeroed in pieces of this size, base-2 logarithm, each one work unit.
  ///
  /// Corresponds to `CONFIG_RESET_CHUNK_BITS`.
  static var resetChunkBits: UInt { 12 }
  /// Address spaces of one pool.
  ///
  /// Corresponds to `2^seL4_ASIDPoolIndexBits`.
  static var asidsPerPool: UInt { 512 }
}
