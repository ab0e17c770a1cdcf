#if os(none) && arch(x86_64) || MODEL_X86_64
  // I/O ports: who may give them out, who may use which. Corresponds to seL4's `ioport.c`.

  extension Capability {
    private static var portControlNumber: UInt { 1 }
    private static var portsNumber: UInt { 2 }

    /// The right to give out ranges of ports.
    static var initialPorts: Capability { Capability(.privilege, fields: portControlNumber &<< 4) }
    /// The right to the ports from `first` to `last`.
    static func ports(_ first: UInt, _ last: UInt) -> Capability {
      Capability(.privilege, fields: portsNumber &<< 4, body: first | last &<< 16)
    }

    var isPortControl: Bool { privilege == Capability.portControlNumber }
    var isPorts: Bool { privilege == Capability.portsNumber }
    var firstPort: UInt { body & 0xffff }
    var lastPort: UInt { body &>> 16 }

    /// Whether a copy of this privilege is one: there is one right to give out ports.
    var canCopyPrivilege: Bool { !isPortControl }

    func coversPrivilege(of other: Capability) -> Bool {
      isPortControl ? other.isPortControl || other.isPorts : other.head == head && other.body == body
    }
  }

  extension Microkernel {
    func invokePrivilege(_ invocation: Invocation) throws(InvocationError) {
      if invocation.capability.isPortControl {
        try issuePorts(invocation)
      } else if invocation.capability.isPorts {
        try usePort(invocation)
      } else {
        throw .illegalOperation
      }
    }

    /// Gives the ports of a range back.
    func releasePrivilege(_ capability: Capability) {
      if capability.isPorts { setAllocated(capability, false) }
    }

    /// Corresponds to `seL4_X86_IOPortControl_Issue`.
    private func issuePorts(_ invocation: Invocation) throws(InvocationError) {
      guard invocation.kind == .portControlIssue else { throw .illegalOperation }
      try invocation.require(length: 4, capabilities: 1)
      let first = invocation[0] & 0xffff
      let last = invocation[1] & 0xffff
      guard first <= last else { throw .invalidArgument(1) }
      let ports = Capability.ports(first, last)
      guard isFree(ports) else { throw .revokeFirst }
      let destination = try slot(
        at: invocation[2], depth: invocation[3], in: invocation.slot(0).pointee.capability, isSource: false)
      try destination.requireEmpty()
      begin(invocation)
      setAllocated(ports, true)
      invocation.slot.insert(ports, into: destination)
    }

    private func isFree(_ ports: Capability) -> Bool {
      var port = ports.firstPort
      while port <= ports.lastPort {
        if portAllocation.advanced(by: port).pointee != 0 { return false }
        port &+= 1
      }
      return true
    }

    private func setAllocated(_ ports: Capability, _ isAllocated: Bool) {
      var port = ports.firstPort
      while port <= ports.lastPort {
        portAllocation.advanced(by: port).pointee = isAllocated ? 1 : 0
        port &+= 1
      }
    }

    /// Corresponds to `seL4_X86_IOPort_In8` and its like.
    private func usePort(_ invocation: Invocation) throws(InvocationError) {
      let size: UInt
      let isOutput: Bool
      switch invocation.kind {
      case .portIn8: (size, isOutput) = (1, false)
      case .portIn16: (size, isOutput) = (2, false)
      case .portIn32: (size, isOutput) = (4, false)
      case .portOut8: (size, isOutput) = (1, true)
      case .portOut16: (size, isOutput) = (2, true)
      case .portOut32: (size, isOutput) = (4, true)
      default: throw .illegalOperation
      }
      try invocation.require(length: isOutput ? 2 : 1)
      let port = invocation[0] & 0xffff
      guard port >= invocation.capability.firstPort, port &+ size &- 1 <= invocation.capability.lastPort
      else {
        throw .illegalOperation
      }
      begin(invocation)
      if isOutput {
        storePort(port, size: size, invocation[1])
      } else {
        finish(invocation, answer: loadPort(port, size: size))
      }
    }
  }
#endif
