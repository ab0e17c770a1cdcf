#if os(none) && arch(x86_64) || MODEL_X86_64
  // Interrupts are asked for by the pin of the I/O APIC, or as messages, with a vector of the caller's choice.

  extension Microkernel {
    /// The interrupts that components have: those from `first` on, behind the 16 of the controller that is not used.
    private static var firstInterrupt: UInt { 16 }
    private static var lastVector: UInt { 107 }

    func invokeInterruptControl(_ invocation: Invocation) throws(InvocationError) {
      let kind = invocation.kind
      if kind == .interruptControlGet {
        // By number alone there are only those of the old controller, which is off.
        try invocation.require(length: 3, capabilities: 1)
        throw .illegalOperation
      }
      guard kind == .interruptControlGetPin || kind == .interruptControlGetMessage else {
        throw .illegalOperation
      }
      try invocation.require(length: 7, capabilities: 1)
      guard invocation[6] <= Microkernel.lastVector else {
        throw .range(minimum: 0, maximum: Microkernel.lastVector)
      }
      let number = invocation[6] &+ Microkernel.firstInterrupt
      let destination = try handlerSlot(invocation, number, index: invocation[0], depth: invocation[1])
      if kind == .interruptControlGetPin {
        try requireUpTo(0, invocation[2])
        try requireUpTo(pinCount &- 1, invocation[3])
        try requireUpTo(1, invocation[4])
        try requireUpTo(1, invocation[5])
        begin(invocation)
        connect(number, pin: invocation[3], isLevel: invocation[4] != 0, isActiveLow: invocation[5] != 0)
      } else {
        // The place of a PCI function.
        try requireUpTo(255, invocation[2])
        try requireUpTo(31, invocation[3])
        try requireUpTo(7, invocation[4])
        begin(invocation)
        disconnect(number)
      }
      issueHandler(invocation, number, destination)
    }

    private func requireUpTo(_ maximum: UInt, _ value: UInt) throws(InvocationError) {
      guard value <= maximum else { throw .range(minimum: 0, maximum: maximum) }
    }
  }
#endif
