extension DriverFile {
  /// The serial class: a register access or two for each requirement.
  func serial(_ serial: SerialPlan, _ out: inout SwiftText) {
    out.blank()
    out.block("extension \(plan.type)Driver") { out in
      out.documentation(
        "Whether \(words(serial.transmitBlocked)) is \(serial.isBlockedWhenSet ? 0 : 1). \(plan.cite(serial.transmitBlocked.line))"
      )
      out.shortBlock(
        "var isReadyToTransmit: Bool",
        "\(serial.isBlockedWhenSet ? "!" : "")\(serial.transmitBlocked.register).\(serial.transmitBlocked.read).\(serial.transmitBlocked.field)"
      )
      out.blank()
      out.documentation(
        "Writes \(words(serial.transmitData)). \(plan.cite(serial.transmitData.line))")
      out.shortBlock(
        "func transmit(_ byte: UInt8)",
        "\(serial.transmitData.register).writeFromZero { $0.\(serial.transmitData.field) = byte }")
      out.blank()
      receive(serial, &out)
      enable("enableReceiveInterrupt", serial.receiveEnable, true, cause: serial.receiveCause, &out)
      enable("disableReceiveInterrupt", serial.receiveEnable, false, cause: serial.receiveCause, &out)
      enable("enableTransmitInterrupt", serial.transmitEnable, true, cause: serial.transmitCause, &out)
      enable("disableTransmitInterrupt", serial.transmitEnable, false, cause: serial.transmitCause, &out)
    }
    for register in serial.errorRegisters { lineErrors(register, serial, &out) }
  }

  private func receive(_ serial: SerialPlan, _ out: inout SwiftText) {
    let empty = serial.receiveEmpty
    let data = serial.receiveData
    /// What stands before the flag where it says that there is a character.
    let not = serial.isEmptyWhenSet ? "!" : ""
    out.documentation(
      "Reads \(words(data)) and its line errors, unless \(words(empty)) is \(serial.isEmptyWhenSet ? 1 : 0). \(plan.cite(data.line))"
    )
    out.block("func receive() -> ReceivedCharacter?") { out in
      let isStatusKept = serial.errorRegisters.contains(empty.register) && empty.register != data.register
      if empty.register == data.register {
        out.line("let received = \(data.register).\(data.read)")
        out.line("guard \(not)received.\(empty.field) else { return nil }")
      } else if isStatusKept {
        out.line("let \(local(empty.register)) = \(empty.register).\(empty.read)")
        out.line("guard \(not)\(local(empty.register)).\(empty.field) else { return nil }")
      } else {
        out.line("guard \(not)\(empty.register).\(empty.read).\(empty.field) else { return nil }")
      }
      for register in serial.errorRegisters where register != data.register && register != empty.register {
        out.line("let \(local(register)) = \(register).\(serial.read(of: register))")
      }
      if empty.register != data.register { out.line("let received = \(data.register).\(data.read)") }
      let values = serial.errorRegisters.map { $0 == data.register ? "received" : local($0) }
      guard !values.isEmpty else {
        out.line("return ReceivedCharacter(received.\(data.field))")
        return
      }
      let any = values.map { "\($0).hasLineError" }.joined(separator: " || ")
      out.line("guard \(any) else { return ReceivedCharacter(received.\(data.field)) }")
      let all = values.map { "\($0).lineErrors" }
      let errors = all.count == 1 ? all[0] : all[0] + all.dropFirst().map { ".union(\($0))" }.joined()
      out.line("return ReceivedCharacter(received.\(data.field), errors: \(errors))")
    }
  }

  /// A local's name for what was read from a register: `valueOfLSR`.
  private func local(_ register: String) -> String {
    "valueOf" + (register.split(separator: ".").last.map(String.init) ?? register)
  }

  private func enable(
    _ function: String, _ enables: [SerialPlan.EnablePlan], _ on: Bool, cause: String,
    _ out: inout SwiftText
  ) {
    out.blank()
    out.documentation("\(on ? "Lets through" : "Masks") interrupt cause `\(cause)`.")
    out.block("func \(function)()") { out in
      for enable in enables {
        let assignments = enable.fields.map { "$0.\($0 as String) = \(on)" }
        if assignments.count == 1 {
          out.shortBlock("\(enable.register).modify", "\(assignments[0])")
        } else {
          out.block("\(enable.register).modify") { out in
            for assignment in assignments { out.line("\(assignment)") }
          }
        }
      }
    }
  }

  private func lineErrors(_ register: String, _ serial: SerialPlan, _ out: inout SwiftText) {
    let errors = serial.errors.filter { $0.path.register == register }
    guard let first = errors.first else { return }
    let mask = errors.reduce(0) { $0 | $1.path.mask }
    out.blank()
    out.block("extension \(first.path.contents)") { out in
      out.documentation("Whether any line error is flagged. \(plan.cite(first.path.line))")
      out.line("fileprivate var hasLineError: Bool { word & \(NumberText.hexadecimal(mask)) != 0 }")
      out.blank()
      out.documentation("The line errors that are flagged. \(plan.cite(first.path.line))")
      out.block("fileprivate var lineErrors: LineErrors") { out in
        out.line("var errors: LineErrors = []")
        for error in errors { out.line("if \(error.path.field) { errors.insert(.\(error.kind)) }") }
        out.line("return errors")
      }
    }
  }

  private func words(_ path: SerialPlan.FieldPath) -> String { "\(path.registerName).\(path.field)" }
}
