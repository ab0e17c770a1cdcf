extension DriverFile {
  /// Dispatch by cause: of the class where there is one, by hooks alone otherwise.
  func interrupts(_ out: inout SwiftText) {
    out.blank()
    let isSerial = plan.serial != nil
    out.block("extension \(plan.type)Driver: \(isSerial ? "SerialDriver" : "InterruptDriver")") { out in
      if isSerial {
        out.documentation("Finds an interrupt's causes, clears them in the device, and serves each.")
        out.line("mutating func serve<Line: SerialLine & ~Copyable>(")
        out.line("  _ interrupt: consuming PendingInterrupt, line: inout Line")
        out.line(") -> ClearedInterrupt {")
      } else {
        out.documentation("Finds an interrupt's causes, clears them in the device, and serves each.")
        out.line("mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt {")
      }
      out.indented { out in
        switch plan.interrupts.count {
        case 0: out.line("interrupt.cleared {}")
        case 1 where plan.interruptCount == 1: service(plan.interrupts[0], &out)
        default:
          out.line("switch interrupt.index {")
          for interrupt in plan.interrupts {
            out.line("case \(interrupt.index):")
            out.indented { out in service(interrupt, &out) }
          }
          out.line("default:")
          out.indented { out in out.line("return interrupt.cleared {}") }
          out.line("}")
        }
      }
      out.line("}")
    }
  }

  private func service(_ interrupt: InterruptPlan, _ out: inout SwiftText) {
    out.comment("Interrupt line `\(interrupt.resource)`. \(plan.cite(interrupt.line))")
    guard !interrupt.causes.isEmpty || interrupt.acknowledge != nil else {
      out.line("return interrupt.cleared {}")
      return
    }
    out.line("let pending = \(interrupt.status).read()")
    if let acknowledge = interrupt.acknowledge {
      let word = interrupt.acknowledgeWord.map { "\($0)(truncatingIfNeeded: pending.word)" } ?? "pending.word"
      out.line("let cleared = interrupt.cleared { \(acknowledge).write(\(word)) }")
      for cause in interrupt.causes { serve(cause, &out) }
      out.line("return cleared")
    } else {
      out.comment("The device has no register that clears a cause: to serve it is to clear it.")
      for cause in interrupt.causes { serve(cause, &out) }
      out.line("return interrupt.cleared {}")
    }
  }

  private func serve(_ cause: CausePlan, _ out: inout SwiftText) {
    let condition = cause.fields.map { "pending.\($0)" }.joined(separator: " || ")
    let action =
      switch cause.service {
      case .receive: "line.receive(from: self)"
      case .transmit: "line.transmit(to: self)"
      case .hook(let function): "\(function)()"
      }
    out.shortBlock("if \(condition)", action)
  }
}
