// Interrupts become signals. Corresponds to seL4's `interrupt.c`.

/// Who serves an interrupt.
///
/// Corresponds to `irq_state`.
enum InterruptState: UInt8 {
  case inactive, signal, timer
}

extension Microkernel {
  /// Corresponds to `setIRQState`: an interrupt that nobody serves is masked.
  func setInterruptState(_ number: UInt, _ newState: InterruptState) {
    interruptState(number).pointee = newState
    maskInterrupt(number, newState == .inactive)
  }

  /// Serves the interrupt `number`, which the controller has delivered.
  ///
  /// A signalled one is held until its driver acknowledges it. Corresponds to `handleInterrupt`.
  func handleInterrupt(_ number: UInt) {
    guard number <= Platform.maximumInterrupt else {
      completeInterrupt(number)
      return
    }
    switch interruptState(number).pointee {
    case .signal:
      holdInterrupt(number)
      let capability = interruptSlot(number).pointee.capability
      if capability.kind == .notification, capability.canSend {
        signal(capability.notification, badge: capability.badge)
      }
    case .timer:
      countTick()
      restartTimer()
    case .inactive:
      maskInterrupt(number, true)
    }
    completeInterrupt(number)
  }

  /// The empty slot for the handler of an interrupt that nobody has yet.
  func handlerSlot(
    _ invocation: Invocation, _ number: UInt, index: UInt, depth: UInt
  ) throws(InvocationError) -> Reference<Slot> {
    guard interruptState(number).pointee == .inactive else { throw .revokeFirst }
    let root = invocation.slot(0).pointee.capability
    let destination = try slot(at: index, depth: depth, in: root, isSource: false)
    try destination.requireEmpty()
    return destination
  }

  func issueHandler(_ invocation: Invocation, _ number: UInt, _ destination: Reference<Slot>) {
    setInterruptState(number, .signal)
    invocation.slot.insert(.interruptHandler(number), into: destination)
  }

  func invokeInterruptHandler(_ invocation: Invocation) throws(InvocationError) {
    let number = invocation.capability.interrupt
    switch invocation.kind {
    case .interruptAcknowledge:
      begin(invocation)
      releaseInterrupt(number)
    case .interruptSetNotification:
      try invocation.require(length: 0, capabilities: 1)
      let source = invocation.slot(0)
      let capability = source.pointee.capability
      guard capability.kind == .notification, capability.canSend else { throw .invalidCapability(0) }
      begin(invocation)
      deleteOne(interruptSlot(number))
      source.insert(capability, into: interruptSlot(number))
    case .interruptClear:
      begin(invocation)
      deleteOne(interruptSlot(number))
    default: throw .illegalOperation
    }
  }
}
