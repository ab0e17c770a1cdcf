#if !os(none)
  // What a test needs to play the threads of a model in the order in which its kernel lets them run.

  extension KernelModel {
    /// The thread that runs, or nil when all wait.
    var current: Reference<Thread>? {
      kernel.currentThread == kernel.state.pointee.idleThread ? nil : kernel.currentThread
    }

    /// Makes the system call that the current thread's registers ask for, at its program counter.
    func makeSystemCall() {
      let thread = kernel.currentThread
      thread[.faultInstruction] = thread[.nextInstruction]
      thread[.nextInstruction] &+= Self.systemCallLength
      enter(
        Int(bitPattern: thread[Register.systemCall]),
        registers(of: ModelThread(address: thread.address)))
      deliverInterrupts()
    }

    /// Stops the current thread with a fault at its program counter.
    func fault(_ fault: Fault) {
      let thread = kernel.currentThread
      thread[.faultInstruction] = thread[.nextInstruction]
      kernel.handleFault(fault)
    }

    /// Whether the current thread is in the root task's address space, which alone has instructions.
    var isInRootTask: Bool {
      let root = Reference<Thread>(address: rootThread.address).pointee.vspace.capability.address
      return hasAddressSpace && kernel.currentThread.pointee.vspace.capability.address == root
    }

    private var hasAddressSpace: Bool {
      let space = kernel.currentThread.pointee.vspace.capability
      return space.kind == Paging.rootKind && kernel.addressSpace(space.asid) == space.address
    }

    /// What a thread does with memory.
    enum Access {
      case load, store, fetch

      /// Why it cannot.
      enum Cause {
        case missing, forbidden
      }

      /// What a processor does with it.
      enum Outcome {
        /// It reaches this physical address.
        case physical(UInt)
        /// It faults.
        case fault(Fault)
      }
    }

    /// What becomes of the current thread's access to `address`, with the fault as the kernel would tell it.
    func outcome(of access: Access, to address: UInt) -> Access.Outcome {
      func fault(_ cause: Access.Cause, _ level: UInt) -> Access.Outcome {
        .fault(self.fault(of: access, to: address, cause, level: level))
      }
      guard hasAddressSpace, address <= Limits.userTop else {
        return kernelLevel(of: address).map { fault(.forbidden, $0) } ?? fault(.missing, 0)
      }
      let slot = kernel.walk(kernel.currentThread.pointee.vspace.capability.address, address)
      let level = (Paging.topLevelBits - slot.bitsLeft) / Paging.levelBits
      let entry = slot.entry.pointee
      guard entry.isValid else { return fault(.missing, level) }
      let isAllowed =
        switch access {
        case .fetch: entry.isExecutable
        case .load: entry.rights == .readWrite || entry.rights == .readOnly
        case .store: entry.rights == .readWrite
        }
      guard isAllowed else { return fault(.forbidden, level) }
      return .physical(entry.address + address & (1 << slot.bitsLeft - 1))
    }
  }
#endif
