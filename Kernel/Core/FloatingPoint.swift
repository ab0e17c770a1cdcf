// Floating-point registers follow the thread lazily: the processor holds those of one owner, and traps the first
// use by another thread, which then becomes the owner. A thread that says it has none
// (`seL4_TCBFlag_fpuDisabled`) never does.

extension Microkernel {
  /// Lets the thread that runs next use the floating-point registers if they are its own.
  ///
  /// They are enabled while their owner is the current thread, and at no other time: where the owner neither runs nor
  /// ran, nothing changes.
  @inline(__always)
  func changeFloatingPoint(from current: Reference<Thread>, to thread: Reference<Thread>) {
    let owner = state.pointee.floatingPointOwner?.address ?? 0
    guard owner == current.address || owner == thread.address else { return }
    if owner == thread.address { enableFloatingPoint() } else { disableFloatingPoint() }
  }

  /// Gives the floating-point registers to the current thread, which tried to use them; false if it may not.
  func takeFloatingPoint() -> Bool {
    let thread = currentThread
    guard thread.pointee.flags & Thread.floatingPointDisabled == 0,
      state.pointee.floatingPointOwner != thread
    else { return false }
    if let owner = state.pointee.floatingPointOwner { saveFloatingPoint(of: owner) }
    loadFloatingPoint(of: thread)
    state.pointee.floatingPointOwner = thread
    enableFloatingPoint()
    return true
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
