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
      thread[.nextInstruction] &+= 4
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

    /// What a processor does with an access.
    enum Access {
      /// It reaches this physical address.
      case physical(UInt)
      /// It faults, with this status.
      case fault(UInt)
    }

    /// What becomes of the current thread's access to `address`, with the status as the processor would tell it
    /// (Arm ARM, ESR_EL1).
    func access(_ address: UInt, isWrite: Bool, isFetch: Bool) -> Access {
      let classAndLength: UInt = isFetch ? 0x8200_0000 : 0x9200_0000
      let write: UInt = isWrite ? 1 << 6 : 0
      func fault(_ kind: UInt, _ level: UInt) -> Access { .fault(classAndLength | write | kind << 2 | level) }
      let space = kernel.currentThread.pointee.vspace.capability
      guard space.kind == .vspace, kernel.addressSpace(space.asid) == space.address,
        address <= Limits.userTop
      else {
        // The kernel's own addresses are mapped in blocks of 2 MiB, and not for components.
        return address >> 48 == 0xffff ? fault(0b0011, 2) : fault(0b0001, 0)
      }
      var table = Reference<PageTableEntry>(address: space.address)
      var level: UInt = 0
      while true {
        let bits = 39 - 9 * level
        let entry = table.advanced(by: address >> bits & 511).pointee
        if entry.isTable {
          table = Reference(address: kernel.kernelAddress(entry.address))
          level += 1
          continue
        }
        guard entry.isValid else { return fault(0b0001, level) }
        let isAllowed =
          isFetch
          ? entry.isExecutable
          : entry.rights == .readWrite || entry.rights == .readOnly && !isWrite
        guard isAllowed else { return fault(0b0011, level) }
        return .physical(entry.address + address & (1 << bits - 1))
      }
    }
  }
#endif
