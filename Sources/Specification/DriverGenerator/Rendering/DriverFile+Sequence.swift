extension DriverFile {
  /// A sequence as a function.
  func function(_ sequence: SequencePlan, _ out: inout SwiftText) {
    out.blank()
    guard let line = sequence.line else {
      out.documentation("Nothing to do: the spec has no sequence `\(sequence.name)`.")
      out.line("mutating func \(sequence.name)() throws(DriverError) {}")
      return
    }
    out.documentation(
      sentence(sequence.summary ?? summary(of: sequence.name)) + " " + plan.cite(line),
      [sequence.section.map { "Section \($0) of the manual." } ?? ""])
    out.block("mutating func \(sequence.name)() throws(DriverError)") { out in
      for input in sequence.inputs { out.line("let \(input.local) = Quantity(resources.\(input.property))") }
      var locals: [String: Int] = [:]
      for step in sequence.steps { statement(step, &locals, &out) }
    }
  }

  private func summary(of name: String) -> String {
    switch name {
    case "probe": "Makes sure that the device is a \(plan.device)"
    case "start": "Brings the device from any state to work, with its interrupts masked"
    case "stop": "Quiesces the device"
    default: "Sequence `\(name)`"
    }
  }

  private func statement(_ step: StepPlan, _ locals: inout [String: Int], _ out: inout SwiftText) {
    switch step {
    case .write(let register, let value):
      out.line(effect(of: value, "\(register).write(\(text(value)))"))
    case .writeFields(let register, let fromReset, let fields):
      change(register, fromReset ? "writeFromReset" : "write", fields, &locals, &out)
    case .modify(let register, let fields):
      change(register, "modify", fields, &locals, &out)
    case .read(let register):
      out.line("_ = \(register).read()")
    case .wait(let register, let field, let condition, let operand, let bound, let line):
      if let operand {
        out.block("do") { out in
          let type = type(of: field.swiftName, in: register)
          out.line("let expected: \(type) = \(effect(of: operand, text(operand)))")
          wait(register, field.name, condition, bound, line, &out)
        }
      } else {
        wait(register, field.name, condition, bound, line, &out)
      }
    case .bind(let name, let value, let line):
      let start = name == "_" ? "_" : "let \(name)"
      out.line("\(start) = try Quantity(\(value.text), specLine: \(line))")
    case .require(let value, let range, let line):
      let operand = value.isOperand ? value.text : "(\(value.text))"
      out.line("try \(literalSafe(operand)).require(\(rangeText(range)), specLine: \(line))")
    case .hook(let function):
      out.line("try \(function)()")
    }
  }

  private func wait(
    _ register: String, _ field: String, _ condition: String, _ bound: String, _ line: Int,
    _ out: inout SwiftText
  ) {
    out.call(
      "try \(register).wait", ["for: \"\(field)\"", "polls: Self.\(bound)", "specLine: \(line)"],
      " { \(condition) }")
  }

  /// Fields that are set in one access.
  private func change(
    _ register: String, _ access: String, _ fields: [AssignmentPlan], _ locals: inout [String: Int],
    _ out: inout SwiftText
  ) {
    // Calculated values come first: the closure that sets the fields must not fail half way.
    var assignments: [String] = []
    for field in fields {
      if case .calculated = field.value {
        let count = (locals[field.field] ?? 0) + 1
        locals[field.field] = count
        let local = "\(field.field)Value\(count == 1 ? "" : "\(count)")"
        out.line("let \(local): \(type(of: field.field, in: register)) = try \(text(field.value))")
        assignments.append("$0.\(field.field) = \(local)")
      } else {
        assignments.append("$0.\(field.field) = \(text(field.value))")
      }
    }
    if assignments.count == 1, let only = assignments.first {
      out.shortBlock("\(register).\(access)", only)
    } else {
      out.block("\(register).\(access)") { out in for assignment in assignments { out.line(assignment) } }
    }
  }

  private func type(of name: String, in path: String) -> String {
    for region in plan.regions {
      for register in region.registers where "\(region.property).\(register.swiftName)" == path {
        for field in register.fields where field.name == name {
          return field.values.isEmpty ? field.type : "\(plan.type).\(register.swiftName).\(field.type)"
        }
      }
    }
    preconditionFailure("a checked spec has no field \(name) in \(path)")
  }

  private func effect(of value: ValuePlan, _ text: String) -> String {
    if case .calculated = value { "try \(text)" } else { text }
  }

  private func text(_ value: ValuePlan) -> String {
    switch value {
    case .constant(let text): return text
    case .calculated(let calculation, let accessor, let line):
      let operand = calculation.isOperand ? calculation.text : "(\(calculation.text))"
      return "\(literalSafe(operand)).\(accessor)(specLine: \(line))"
    }
  }

  /// An operand that is a literal must say that it is a quantity.
  private func literalSafe(_ operand: String) -> String {
    operand.first?.isNumber == true || (operand.first == "(" && !operand.contains(where: \.isLetter))
      ? "(\(operand) as Quantity)" : operand
  }
}
