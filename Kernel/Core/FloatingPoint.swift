// Floating-point registers follow the thread, unless it says that it has none (`seL4_TCBFlag_fpuDisabled`).

extension Microkernel {
  /// Makes the processor's floating-point registers those of `thread`, or bars it from them.
  ///
  /// Corresponds to `lazyFPURestore`.
  func activateFloatingPoint(of thread: Reference<Thread>) {
    if thread.pointee.flags & Thread.floatingPointDisabled != 0 {
      disableFloatingPoint()
    } else {
      enableFloatingPoint()
      if state.pointee.floatingPointOwner != thread { takeFloatingPoint(for: thread) }
    }
  }

  private func takeFloatingPoint(for thread: Reference<Thread>) {
    if let owner = state.pointee.floatingPointOwner { saveFloatingPoint(of: owner) }
    loadFloatingPoint(of: thread)
    state.pointee.floatingPointOwner = thread
  }

  /// Saves the registers of a thread that goes away or gives floating point up.
  ///
  /// Corresponds to `fpuRelease`.
  func releaseFloatingPoint(of thread: Reference<Thread>) {
    guard state.pointee.floatingPointOwner == thread else { return }
    saveFloatingPoint(of: thread)
    disableFloatingPoint()
    state.pointee.floatingPointOwner = nil
  }
}
