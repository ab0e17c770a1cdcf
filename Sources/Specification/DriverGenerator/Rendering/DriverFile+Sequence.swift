import DriverSpec

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
      "\(sentence(sequence.summary ?? summary(of: sequence.name))) \(plan.cite(line))",
      [sequence.section.map { "Section \($0) of the manual." } ?? ""])
    let parameters = sequence.parameters.map { parameter in
      parameter.label == parameter.local
        ? "\(parameter.label): UInt64" : "\(parameter.label) \(parameter.local): UInt64"
    }
    out.call(
      "mutating func \(sequence.name)", parameters, sequence.servesCause ? " {" : " throws(DriverError) {")
    out.indented { out in
      for parameter in sequence.parameters {
        let isUsed = sequence.steps.contains { $0.uses(parameter.local) }
        if let range = parameter.range {
          out.line(
            "try Quantity(\(parameter.local)).require(\(rangeText(range)), specLine: \(parameter.line))")
        }
        if isUsed { out.line("let \(parameter.local) = Quantity(\(parameter.local))") }
      }
      for input in sequence.inputs { out.line("let \(input.local) = Quantity(resources.\(input.property))") }
      var locals: [String: Int] = [:]
      for step in sequence.steps { statement(step, &locals, &out) }
    }
    out.line("}")
  }

  private func summary(of name: String) -> String {
    switch name {
    case "probe": "Makes sure that the device is a \(plan.device)"
    case "start": "Brings the device from any state to work, with its interrupts masked"
    case "stop": "Quiesces the device"
    case "quiesce": "Stops the device at once, whatever it does"
    case "selfTest": "Makes sure that the device works"
    default: "Sequence `\(name)`"
    }
  }

  private func statement(_ step: StepPlan, _ locals: inout [String: Int], _ out: inout SwiftText) {
    switch step {
    case .write(let register, let value):
      out.line("\(tried(effect(of: value, "\(register).write(\(text(value)))")))")
    case .writeFields(let register, let fromReset, let fields):
      change(register, fromReset ? "writeFromReset" : "writeFromZero", fields, &locals, &out)
    case .modify(let register, let fields):
      change(register, "modify", fields, &locals, &out)
    case .read(let source):
      out.line("\(tried("_ = \(source)"))")
    case .wait(let wait):
      if let operand = wait.operand {
        out.block("do") { out in
          let isTyped = if case .calculated(_, "number", _) = operand { false } else { true }
          out.line("let expected: \(isTyped ? wait.type : "UInt64") = \(effect(of: operand, text(operand)))")
          self.wait(wait, &out)
        }
      } else {
        self.wait(wait, &out)
      }
    case .bind(let name, let value, let line):
      let start = name == "_" ? "_" : "let \(name)"
      out.line("\(start) = try Quantity(\(value.text), specLine: \(line))")
    case .bindRead("_", let source):
      out.line("\(tried("_ = \(source)"))")
    case .bindRead(let name, let source):
      out.line("\(tried("let \(name) = Quantity(\(source))"))")
    case .require(let value, let range, let line):
      let operand = value.isOperand ? value.text : "(\(value.text))"
      out.line("try \(operand.asQuantity).require(\(rangeText(range)), specLine: \(line))")
    case .hook(let function):
      out.line("try \(function)()")
    case .call(let function, let canFail, let arguments, let line):
      out.call(
        "\(canFail ? "try " : "")\(function)",
        arguments.map { label, value in
          let operand = value.isOperand ? value.text : "(\(value.text))"
          return "\(label): \(operand.asQuantity).number(specLine: \(line))"
        })
    case .branch(let condition, let then, let otherwise):
      out.line("if \(condition.text) {")
      out.indented { out in for step in then { statement(step, &locals, &out) } }
      if !otherwise.isEmpty {
        out.line("} else {")
        out.indented { out in for step in otherwise { statement(step, &locals, &out) } }
      }
      out.line("}")
    case .loop(let count, let name, let steps):
      out.block("for \(name) in 0..<\(NumberText.decimal(count))") { out in
        for step in steps { statement(step, &locals, &out) }
      }
    case .whileLoop(let condition, let limit, let steps, let line):
      out.block("for round in 0...\(NumberText.decimal(limit))") { out in
        out.line("guard \(condition.text) else { break }")
        out.line(
          "guard round < \(NumberText.decimal(limit)) else { throw .tooManyRounds(limit: \(NumberText.decimal(limit)), specLine: \(line)) }"
        )
        for step in steps { statement(step, &locals, &out) }
      }
    case .delay(let register, let nanoseconds):
      out.line("\(register).delay(nanoseconds: \(NumberText.decimal(nanoseconds)))")
    case .barrier(let property):
      out.line(property.map { "\($0).barrier()" } ?? "deviceBarrier()")
    }
  }

  /// A statement with one `try` for all of it.
  private func tried(_ statement: String) -> String {
    let inner = statement.hasPrefix("try ") ? String(statement.dropFirst(4)) : statement
    guard inner.contains("try ") else { return statement }
    let plain = inner.replacing("try ", with: "")
    // A declaration or an assignment has its `try` after the equals sign.
    if plain.hasPrefix("_ = ") { return "_ = try \(plain.dropFirst(4))" }
    if plain.hasPrefix("let "), let sign = plain.firstRange(of: " = ") {
      return "\(plain[..<sign.lowerBound]) = try \(plain[sign.upperBound...])"
    }
    return "try \(plain)"
  }

  private func wait(_ wait: WaitPlan, _ out: inout SwiftText) {
    out.call(
      tried("try \(wait.register).\(wait.hasEffect ? "waitWithEffect" : "wait")"),
      [
        "for: \"\(wait.field)\"", "of: \"\(wait.registerName)\"", "polls: Self.\(wait.bound)",
        "specLine: \(wait.line)",
      ], " { \(wait.condition) }")
  }

  /// Fields that are set in one access.
  private func change(
    _ register: String, _ access: String, _ fields: [AssignmentPlan], _ locals: inout [String: Int],
    _ out: inout SwiftText
  ) {
    // Calculated values come first: the closure that sets the fields must not fail half way.
    var assignments: [String] = []
    for field in fields {
      var value = text(field.value)
      if case .calculated = field.value {
        let count = (locals[field.field] ?? 0) + 1
        locals[field.field] = count
        let local = "\(field.field)Value\(count == 1 ? "" : "\(count)")"
        out.line("let \(local): \(field.type) = try \(value)")
        value = local
      }
      assignments.append(
        field.isFunction
          ? "$0.set\(SwiftName.type(field.field))(\(value))" : "$0.\(field.field) = \(value)")
    }
    let head = tried("\(register).\(access)")
    if assignments.count == 1, let only = assignments.first {
      out.shortBlock("\(head)", "\(only)")
    } else {
      out.block("\(head)") { out in for assignment in assignments { out.line("\(assignment)") } }
    }
  }

  private func effect(of value: ValuePlan, _ text: String) -> String {
    if case .calculated = value { "try \(text)" } else { text }
  }

  private func text(_ value: ValuePlan) -> String {
    switch value {
    case .constant(let text): return text
    case .calculated(let calculation, let accessor, let line):
      let operand = calculation.isOperand ? calculation.text : "(\(calculation.text))"
      return "\(operand.asQuantity).\(accessor)(specLine: \(line))"
    }
  }
}
