#if !MODEL_X86_64 && (!os(none) || !arch(x86_64))
  // Interrupts that are asked for by the number that the controller has for them.

  extension Microkernel {
    func invokeInterruptControl(_ invocation: Invocation) throws(InvocationError) {
      switch invocation.kind {
      case .interruptControlGet:
        try invocation.require(length: 3, capabilities: 1)
        let number = try checkedInterrupt(invocation[0])
        let destination = try handlerSlot(invocation, number, index: invocation[1], depth: invocation[2])
        begin(invocation)
        issueHandler(invocation, number, destination)
      case .interruptControlGetTrigger:
        try invocation.require(length: 4, capabilities: 1)
        let number = try checkedInterrupt(invocation[0])
        let destination = try handlerSlot(invocation, number, index: invocation[2], depth: invocation[3])
        begin(invocation)
        setTrigger(number, isEdge: invocation[1] != 0)
        issueHandler(invocation, number, destination)
      default: throw .illegalOperation
      }
    }

    private func checkedInterrupt(_ number: UInt) throws(InvocationError) -> UInt {
      guard Platform.minimumInterrupt...Platform.maximumInterrupt ~= number else {
        throw .range(minimum: Platform.minimumInterrupt, maximum: Platform.maximumInterrupt)
      }
      return number
    }
  }
#endif
