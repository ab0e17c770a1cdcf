#if DEBUG
  import CKernelContract
  import SeL4

  @testable import Kernel

  // What one processor's workers have of their own.

  #if MODEL_X86_64
    extension ContractMachine {
      /// The root task has its serial port's ports.
      func takeSerialPorts(_ slot: Word) {
        let first = UInt16(DDDK_serialPorts)
        try? InitialCapabilities.ioPortControl.issue(
          first...first + 7, into: SeL4.Slot(root: InitialCapabilities.cnode, index: slot, depth: 64))
      }

      /// What the loop leaves in the registers that the message of an unknown system call tells, and in the flags.
      func setOwnRegisters(of thread: Reference<Kernel.Thread>, _ kind: Int, block: UInt, step: UInt) {
        for register in [.rax, .rbx, .rbp] as [Kernel.Register] { thread[register] = 0 }
        thread[.r12] = block - dddk_worker_block(0)
        thread[.r13] = step - dddk_worker_block(0)
        thread[.r14] = UInt(kind)
        if kind == Int(DDDK_stepNobodysInterrupt) { thread[.rax] = thread[.rdi] }
        // The last comparison: of the kind with itself, or of 0 with the last kind.
        thread[.flags] = kind == Int(DDDK_stepSystemCall) ? 0x297 : 0x246
      }

      /// It is told behind the instruction, not at it.
      func breakpoint(_ thread: Reference<Kernel.Thread>) {
        thread[.nextInstruction] = dddk_worker_behind(Int(DDDK_stepBreak))
        model.fault(KernelModel.breakpoint)
      }

      /// Zeros add to the byte at rax, which the loop has set to 0.
      func executeZeros() {
        switch model.outcome(of: .load, to: model.kernel.currentThread[.rax]) {
        case .fault(let fault): model.fault(fault)
        case .physical: fatalError("address 0 is mapped")
        }
      }

      func makeOwnStep(_ thread: Reference<Kernel.Thread>, _ kind: Int) {
        switch kind {
        case Int(DDDK_stepBases):
          (thread[.rax], thread[.rbx]) = (thread[.fsBase], thread[.gsBase])
          (thread[.fsBase], thread[.gsBase]) = (thread[.rdi], thread[.rsi])
          (thread[.rdi], thread[.rsi]) = (thread[.rax], thread[.rbx])
          thread[.nextInstruction] = dddk_worker_behind(kind)
        case Int(DDDK_stepKernelInterrupt):
          // The code names the vector's gate, as QEMU counts: `int` 0x80.
          model.fault(KernelModel.protectionFault(code: 0x802))
        case Int(DDDK_stepNobodysInterrupt):
          let number = Int32(truncatingIfNeeded: 0xf0 << 24 | thread[.rax] & 0xff_ffff)
          model.fault(Fault(kind: .unknownSystemCall, value: UInt(bitPattern: Int(number))))
        case Int(DDDK_stepSpuriousInterrupt): thread[.nextInstruction] = dddk_worker_behind(kind)
        default: model.fault(KernelModel.protectionFault(code: 0))
        }
      }
    }
  #else
    extension ContractMachine {
      func takeSerialPorts(_ slot: Word) {}
      func setOwnRegisters(of thread: Reference<Kernel.Thread>, _ kind: Int, block: UInt, step: UInt) {}
      func breakpoint(_ thread: Reference<Kernel.Thread>) { model.fault(KernelModel.breakpoint) }
      func executeZeros() { undefined() }
      func makeOwnStep(_ thread: Reference<Kernel.Thread>, _ kind: Int) {}
    }
  #endif
#endif
