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
    out.comment("Interrupt `\(interrupt.resource)`. \(plan.cite(interrupt.line))")
    guard !interrupt.causes.isEmpty || interrupt.acknowledge != nil else {
      return out.line("return interrupt.cleared {}")
    }
    if let limit = interrupt.repeatLimit {
      out.comment("Looked at again as long as anything is pending, \(limit) times at most.")
      out.block("for _ in 0..<\(limit)") { out in
        if let status = interrupt.status { out.line("let pending = \(status)") }
        if let condition = interrupt.pendingWhen {
          out.line("guard \(condition) else { break }")
        } else if interrupt.status != nil {
          let any = interrupt.causes.flatMap(\.conditions).joined(separator: " || ")
          out.line("guard \(any.isEmpty ? "pending.word != 0" : any) else { break }")
        }
        if let acknowledge = interrupt.acknowledge { out.line("\(acknowledge.statement)") }
        for cause in interrupt.causes { serve(cause, &out) }
      }
      return out.line("return interrupt.cleared {}")
    }
    let conditions = interrupt.causes.flatMap(\.conditions) + [interrupt.acknowledge?.statement ?? ""]
    let isStatusUsed = interrupt.pendingWhen != nil || conditions.contains { $0.contains("pending.") }
    if let status = interrupt.status {
      out.line(isStatusUsed ? "let pending = \(status)" : "_ = \(status)")
    }
    if let condition = interrupt.pendingWhen {
      out.line("guard \(condition) else { return interrupt.cleared {} }")
    }
    if let acknowledge = interrupt.acknowledge {
      out.line("let cleared = interrupt.cleared { \(acknowledge.statement) }")
      for cause in interrupt.causes { serve(cause, &out) }
      out.line("return cleared")
    } else {
      if interrupt.causes.contains(where: { $0.acknowledge == nil }) {
        out.comment("To serve a cause is to clear it: the device has no register that does.")
      }
      for cause in interrupt.causes { serve(cause, &out) }
      out.line("return interrupt.cleared {}")
    }
  }

  private func serve(_ cause: CausePlan, _ out: inout SwiftText) {
    let condition = cause.conditions.joined(separator: " || ")
    let action =
      switch cause.service {
      case .receive: "line.receive(from: &self)"
      case .transmit: "line.transmit(to: &self)"
      case .hook(let function), .sequence(let function): "\(function)()"
      }
    let statements = [cause.acknowledge?.statement, action].compactMap { $0 }
    if condition.isEmpty {
      for statement in statements { out.line("\(statement)") }
    } else if statements.count == 1 {
      out.shortBlock("if \(condition)", "\(action)")
    } else {
      out.block("if \(condition)") { out in for statement in statements { out.line("\(statement)") } }
    }
  }
}
